/** One issue, as a person reads it. */
import * as z from 'zod';
import { Cached, CacheUse } from './cache.ts';
import { defineRequest } from './definition.ts';
import { Field } from './fields.ts';
import { exampleIssue, exampleIssueDetail, exampleTransitions } from './issue-examples.ts';
import { Issue, StatusCategory } from './issues.ts';
import { requestMethods } from './methods.ts';
import { optional, ProviderRef, Time, withDefault } from './primitives.ts';
import { readErrors } from './provider-errors.ts';
import { User } from './provider.ts';

/** The key of an issue as a person gives it. */
export const IssueKey = z
  .string()
  .trim()
  .max(255)
  .regex(/^[^\s/?#%]+-[1-9]\d*$/, 'is not the key of an issue, which looks like `ABC-1`')
  .describe('The key of the issue, for instance `ABC-1`; upper and lower case are the same.');

/** The provider of a request about an issue. */
export const IssueProvider = ProviderRef.describe(
  "The provider; it may be left out where exactly one is configured, or where exactly one knows the issue's project.",
);

/** What a request about one issue begins with. */
export const issueParams = { provider: optional(IssueProvider), key: IssueKey };

/** A comment. */
export const Comment = z
  .object({
    id: z.string(),
    author: User.describe('Who wrote it; of no name where Jira does not tell.'),
    body: z.string().describe('Markdown.'),
    created: Time.describe('When it was written.'),
    updated: Time.describe('When it was changed last.'),
  })
  .meta({ id: 'Comment', description: 'A comment.' });

/** A way from one status to another. */
export const Transition = z
  .object({
    id: z.string(),
    name: z.string(),
    to: z.object({ id: z.string(), name: z.string(), category: StatusCategory }).describe('The status that it leads to.'),
    fields: z.array(Field).describe('What its screen takes; what is `required` must be given.'),
  })
  .meta({ id: 'Transition', description: 'A way from one status to another.' });

/** An issue that another one names. */
export const IssueRef = z
  .object({
    key: z.string(),
    url: z.string().describe("The issue's page."),
    summary: z.string(),
    type: z.object({ name: z.string(), subtask: z.boolean(), iconUrl: z.string().optional() }),
    status: z.object({ name: z.string(), category: StatusCategory }),
    priority: z.object({ name: z.string() }).optional(),
  })
  .meta({ id: 'IssueRef', description: 'An issue that another one names.' });

/** A link to another issue. */
export const IssueLink = z
  .object({
    id: z.string(),
    type: z.string().describe('The name of the type of link, for instance `Blocks`.'),
    direction: z.enum(['outward', 'inward']).describe('Whether the link leads from this issue to the other, or from the other to this one.'),
    relation: z.string().describe('What this issue is to the other, in the words of Jira: for instance `is blocked by`.'),
    issue: IssueRef,
  })
  .meta({ id: 'IssueLink', description: 'A link to another issue.' });

/** An attached file. */
export const Attachment = z
  .object({
    id: z.string(),
    name: z.string().describe('The name of the file, as it was attached.'),
    size: z.int().describe('Bytes.'),
    mimeType: z.string().optional().describe('As Jira guesses it.'),
    author: User.optional(),
    created: Time.describe('When it was attached.'),
    url: z.string().describe('Where a browser that is logged in finds it; `jira/attachment` gets it by itself.'),
  })
  .meta({ id: 'Attachment', description: 'An attached file.' });

/** An issue with everything that its page shows. */
export const IssueDetail = Issue.extend({
  description: z.string().describe('Markdown; empty where there is none.'),
  comments: z.array(Comment).describe('The oldest first.'),
  transitions: z.array(Transition).describe('The ways that are open to this user now.'),
  links: z.array(IssueLink),
  subtasks: z.array(IssueRef),
  attachments: z.array(Attachment),
  resolution: z.object({ name: z.string() }).optional(),
  components: z.array(z.object({ id: z.string(), name: z.string() })),
  fixVersions: z.array(z.object({ id: z.string(), name: z.string() })),
  versions: z.array(z.object({ id: z.string(), name: z.string() })).describe('The versions that it affects.'),
  watching: z.boolean().describe('Whether this user watches it.'),
  timeTracking: z
    .object({
      originalEstimate: z.int().optional().describe('Seconds.'),
      remainingEstimate: z.int().optional().describe('Seconds.'),
      timeSpent: z.int().optional().describe('Seconds.'),
    })
    .describe('What Jira knows of the time that it takes.'),
}).meta({ id: 'IssueDetail', description: 'An issue with everything that its page shows.' });

/** Extra fields to return. */
const ExtraFields = optional(z.array(z.string().min(1).max(255)).max(200)).describe('Ids of extra fields to return under `fields`.');

/** Reads one issue. */
export const issue = defineRequest({
  method: requestMethods.issue,
  summary: 'Reads one issue, with its comments, transitions, links, sub-tasks and attachments.',
  details:
    'Wiki markup comes as Markdown. The key of an issue that was moved finds it too; `key` in the result is the one that it has now.',
  params: z.object({
    ...issueParams,
    fields: ExtraFields,
    opened: withDefault(z.boolean(), false).describe(
      "Whether a person opens it: Jira then notes it in the user's history, which `jira/recentIssues` lists. False for what runs in the background, such as a hover.",
    ),
    cache: CacheUse,
  }),
  result: IssueDetail.extend({ cached: Cached.optional() }),
  errors: readErrors,
  example: { params: { key: exampleIssue.key }, result: exampleIssueDetail },
});

/** Lists the transitions of an issue. */
export const transitions = defineRequest({
  method: requestMethods.transitions,
  summary: 'Lists the transitions that are open to the user on an issue, with the fields of their screens.',
  params: z.object(issueParams),
  result: z.object({ transitions: z.array(Transition) }),
  errors: readErrors,
  example: { params: { key: exampleIssue.key }, result: { transitions: exampleTransitions } },
});

export type Comment = z.output<typeof Comment>;
export type Transition = z.output<typeof Transition>;
export type IssueRef = z.output<typeof IssueRef>;
export type IssueLink = z.output<typeof IssueLink>;
export type Attachment = z.output<typeof Attachment>;
export type IssueDetail = z.output<typeof IssueDetail>;
