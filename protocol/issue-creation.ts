/** Creating an issue, and what a client needs to know for it. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { Field } from './fields.ts';
import { FieldValues, Warnings } from './issue-changes.ts';
import { exampleIssue, exampleResolutionField } from './issue-examples.ts';
import { Issue } from './issues.ts';
import { requestMethods } from './methods.ts';
import { optional, ProviderRef } from './primitives.ts';
import { readErrors, writeErrors } from './provider-errors.ts';

/** The provider of a request about a project. */
export const ProjectProvider = ProviderRef.describe('The provider; it may be left out where exactly one is configured, or where exactly one knows the project.');

/** A project as a person gives it. */
export const Project = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^\s/?#%]+$/, 'is not the key or the id of a project')
  .describe('The key of the project, for instance `ABC`, or its id; Jira takes no name here.');

/** What a request about a project begins with. */
export const projectParams = { provider: optional(ProjectProvider), project: Project };

/** The type of an issue as a person gives it. */
const TypeRef = z.string().trim().min(1).max(255).describe("The id of the type, or its name in the user's language.");

/** A type of issue. */
export const IssueType = z
  .object({
    id: z.string(),
    name: z.string(),
    subtask: z.boolean().describe('Whether it needs a parent: the field `parent`.'),
    description: z.string().optional().describe('What the administrator says of it.'),
    iconUrl: z.string().optional(),
  })
  .meta({ id: 'IssueType', description: 'A type of issue.' });

/** Creates an issue. */
export const createIssue = defineRequest({
  method: requestMethods.createIssue,
  summary: 'Creates an issue.',
  details:
    'It is sent once. Where Jira does not answer, the agent looks for the issue: one that was made after all is the result, with a warning; otherwise the error says what is known. Fields that Jira insists on and that are missing are a `validation` error that names them; `jira/createFields` tells them before.',
  params: z.object({
    ...projectParams,
    type: TypeRef,
    summary: z.string().trim().min(1, 'is empty').max(255).describe('One line.'),
    description: optional(z.string()).describe('Markdown; Jira gets wiki markup.'),
    fields: optional(FieldValues),
  }),
  result: z.object({ issue: Issue, warnings: Warnings }),
  errors: writeErrors,
  example: {
    params: { project: 'ABC', type: 'Bug', summary: exampleIssue.summary, description: 'Every filter does it.', fields: { priority: '3', parent: 'ABC-7' } },
    result: { issue: exampleIssue },
  },
});

/** Lists the types of issue that can be created in a project. */
export const issueTypes = defineRequest({
  method: requestMethods.issueTypes,
  summary: 'Lists the types of issue that the user may create in a project.',
  params: z.object(projectParams),
  result: z.object({ issueTypes: z.array(IssueType) }),
  errors: readErrors,
  example: {
    params: { project: 'ABC' },
    result: { issueTypes: [{ id: '10004', name: 'Bug', subtask: false, description: 'Something is broken.' }] },
  },
});

/** Lists the fields to create an issue with. */
export const createFields = defineRequest({
  method: requestMethods.createFields,
  summary: 'Lists the fields of the screen on which an issue of a type is created in a project.',
  details: 'Project, type, summary and description are members of `jira/createIssue` itself; all others go under its `fields`.',
  params: z.object({ ...projectParams, type: TypeRef }),
  result: z.object({ type: IssueType.describe('The type that was meant.'), fields: z.array(Field) }),
  errors: readErrors,
  example: {
    params: { project: 'ABC', type: 'Bug' },
    result: { type: { id: '10004', name: 'Bug', subtask: false }, fields: [{ ...exampleResolutionField, id: 'priority', name: 'Priority', kind: 'priority', type: 'priority' }] },
  },
});

export type IssueType = z.output<typeof IssueType>;
