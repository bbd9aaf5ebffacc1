/** Changes to an issue. Each goes to Jira once: what is not answered is looked up, and never sent again. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { Field } from './fields.ts';
import { Comment, IssueKey, IssueLink, issueParams } from './issue-detail.ts';
import { exampleComment, exampleIssue, exampleLink, exampleResolutionField } from './issue-examples.ts';
import { Issue } from './issues.ts';
import { requestMethods } from './methods.ts';
import { optional, Time } from './primitives.ts';
import { readErrors, writeErrors } from './provider-errors.ts';

/** Values of fields, by the ids of the fields. */
export const FieldValues = z
  .record(z.string().min(1), z.unknown())
  .describe('Values by the ids of the fields, in the plain form of each kind (see `FieldKind`) or as Jira itself takes them; `null` empties a field.');

/** Text that a person writes. */
const Markdown = z.string().refine((text) => text.trim() !== '', 'is empty');

/** What the user must learn although the request succeeded. */
export const Warnings = z.array(z.string()).optional().describe('What the user must know although it went well, for people; absent where there is nothing.');

/** An issue after a change. */
export const changedIssue = z.object({ issue: Issue.describe('As it is now.'), warnings: Warnings });

/** Moves an issue to another status. */
export const transition = defineRequest({
  method: requestMethods.transition,
  summary: 'Moves an issue to another status.',
  details:
    'Where the screen of the transition has a field for comments, the comment goes with the transition; otherwise it is added after it, since Jira drops it there without a word. Where that fails, the error says that the issue has moved. A field that is missing is a `validation` error that names it; a transition that was offered and is no longer open is a `conflict`.',
  params: z.object({
    ...issueParams,
    transition: z.string().trim().min(1).max(255).describe('The id of the transition, or its name.'),
    fields: optional(FieldValues),
    comment: optional(Markdown).describe('Markdown.'),
  }),
  result: changedIssue,
  errors: writeErrors,
  example: {
    params: { key: exampleIssue.key, transition: '51', fields: { resolution: '10000' }, comment: 'Fixed in `main`.' },
    result: { issue: { ...exampleIssue, status: { name: 'Done', category: 'done' } } },
  },
});

/** Adds a comment. */
export const comment = defineRequest({
  method: requestMethods.comment,
  summary: 'Adds a comment to an issue.',
  params: z.object({ ...issueParams, body: Markdown.describe('Markdown; Jira gets wiki markup.') }),
  result: z.object({ comment: Comment, warnings: Warnings }),
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, body: exampleComment.body }, result: { comment: exampleComment } },
});

/** Assigns an issue. */
export const assign = defineRequest({
  method: requestMethods.assign,
  summary: 'Assigns an issue to somebody, or to nobody.',
  params: z.object({
    ...issueParams,
    assignee: z.string().trim().min(1).max(255).nullable().describe('The login name of a user; `me` for the user of the provider; `null` for nobody.'),
  }),
  result: changedIssue,
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, assignee: 'me' }, result: { issue: exampleIssue } },
});

/** Lists what can be edited. */
export const editFields = defineRequest({
  method: requestMethods.editFields,
  summary: 'Lists the fields of an issue that the user may edit.',
  params: z.object(issueParams),
  result: z.object({ fields: z.array(Field) }),
  errors: readErrors,
  example: { params: { key: exampleIssue.key }, result: { fields: [exampleResolutionField] } },
});

/** Edits an issue. */
export const editIssue = defineRequest({
  method: requestMethods.editIssue,
  summary: 'Changes fields of an issue.',
  details:
    'With `updated` nothing is written over what somebody else wrote meanwhile: an issue that has changed since is a `conflict`. Labels are better changed by `jira/labels`, which adds and removes single ones.',
  params: z.object({
    ...issueParams,
    summary: optional(z.string().trim().min(1).max(255)),
    description: optional(z.string()).describe('Markdown; empty for none.'),
    fields: optional(FieldValues),
    updated: optional(Time).describe('The `updated` of the issue as the user saw it; by the second where it has no milliseconds, as those of lists.'),
  }),
  result: changedIssue,
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, summary: exampleIssue.summary, updated: exampleIssue.updated }, result: { issue: exampleIssue } },
});

const Label = z.string().trim().min(1).max(255);

/** Changes labels. */
export const labels = defineRequest({
  method: requestMethods.labels,
  summary: 'Adds labels to an issue and removes labels from it, and leaves the others as they are.',
  params: z.object({
    ...issueParams,
    add: optional(z.array(Label).max(100)).describe('Labels to add; one that is there already stays.'),
    remove: optional(z.array(Label).max(100)).describe('Labels to remove; one that is not there is no error.'),
  }),
  result: changedIssue,
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, add: ['search'], remove: ['triage'] }, result: { issue: exampleIssue } },
});

/** Watches an issue. */
export const watch = defineRequest({
  method: requestMethods.watch,
  summary: 'Watches an issue, or stops watching it.',
  params: z.object({ ...issueParams, watching: z.boolean().describe('Whether the user wants to hear of changes.') }),
  result: z.object({
    watching: z.boolean().describe('Whether the user watches it now.'),
    watchers: z.int().describe('How many do.'),
    warnings: Warnings,
  }),
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, watching: true }, result: { watching: true, watchers: 3 } },
});

/** Links two issues. */
export const link = defineRequest({
  method: requestMethods.link,
  summary: 'Links an issue to another one.',
  details: 'With `type: "blocks"` the issue `key` blocks the issue `to`; with `"is blocked by"` it is the other way round.',
  params: z.object({
    ...issueParams,
    type: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .describe('What the issue is to the other: one of the relations of `jira/linkTypes`; or the id or the name of a type, which means its outward relation.'),
    to: IssueKey.describe('The key of the other issue, on the same server.'),
  }),
  result: z.object({ links: z.array(IssueLink).describe('The links that the issue has now.'), warnings: Warnings }),
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, type: 'blocks', to: exampleLink.issue.key }, result: { links: [exampleLink] } },
});
