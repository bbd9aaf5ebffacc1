/** Work on an issue: beginning it, and logging the time it took. */
import * as z from 'zod';
import { BranchTemplate } from './branches.ts';
import { Cached } from './cache.ts';
import { defineRequest } from './definition.ts';
import { Warnings } from './issue-changes.ts';
import { issueParams } from './issue-detail.ts';
import { exampleIssue, exampleUser } from './issue-examples.ts';
import { Issue } from './issues.ts';
import { requestMethods } from './methods.ts';
import { optional, Time, withDefault } from './primitives.ts';
import { readErrors, writeErrors } from './provider-errors.ts';
import { User } from './provider.ts';

/** Logs work. */
export const logWork = defineRequest({
  method: requestMethods.logWork,
  summary: 'Logs time that was spent on an issue.',
  params: z.object({
    ...issueParams,
    timeSpent: z.int().min(60, 'is less than a minute, which Jira does not count').max(31_536_000).describe('Seconds; Jira counts whole minutes.'),
    started: optional(z.iso.datetime({ offset: true, error: 'is no time as RFC 3339 has it, for instance 2026-03-01T09:30:00.000Z' })).describe(
      'When the work began, RFC 3339; now, by the clock of Jira, unless it is given.',
    ),
    comment: optional(z.string()).describe('Markdown.'),
  }),
  result: z.object({ id: z.string(), warnings: Warnings }),
  errors: writeErrors,
  example: { params: { key: exampleIssue.key, timeSpent: 5400, started: '2026-03-01T09:30:00.000Z', comment: 'Looked for the cause.' }, result: { id: '10500' } },
});

/** An entry of the work log. */
export const WorkLogEntry = z
  .object({
    id: z.string(),
    author: User.describe('Whose work it was; of no name where Jira does not tell.'),
    timeSpent: z.int().describe('Seconds.'),
    started: Time.describe('When the work began.'),
    comment: z.string().describe('Markdown; empty where there is none.'),
    created: Time.describe('When it was logged.'),
    updated: Time.describe('When it was changed last.'),
  })
  .meta({ id: 'WorkLogEntry', description: 'An entry of the work log.' });

/** Reads the work log. */
export const workLog = defineRequest({
  method: requestMethods.workLog,
  summary: 'Reads the work log of an issue.',
  params: z.object(issueParams),
  result: z.object({
    entries: z.array(WorkLogEntry).describe('In the order of Jira, the oldest first.'),
    timeSpent: z.int().describe('All of them together, in seconds.'),
    cached: Cached.optional(),
  }),
  errors: readErrors,
  example: {
    params: { key: exampleIssue.key },
    result: {
      entries: [
        {
          id: '10500',
          author: exampleUser,
          timeSpent: 5400,
          started: '2026-03-01T09:30:00.000Z',
          comment: 'Looked for the cause.',
          created: '2026-03-01T11:00:00.000Z',
          updated: '2026-03-01T11:00:00.000Z',
        },
      ],
      timeSpent: 5400,
    },
  },
});

/** One step of beginning work. */
export const WorkStep = z
  .object({
    step: z.enum(['assign', 'transition', 'undoTransition', 'undoAssign', 'branch']),
    outcome: z.enum(['done', 'skipped', 'failed']),
    detail: z.string().describe('What was done or why not, for people; for a failure in the words of Jira.'),
  })
  .meta({ id: 'WorkStep', description: 'One step of beginning work.' });

/** Begins work on an issue. */
export const startWork = defineRequest({
  method: requestMethods.startWork,
  summary: 'Begins work on an issue: assigns it, moves it into progress, and names a branch for it.',
  details:
    'The steps are tried in this order, since many workflows let only the assignee begin. Where one fails, those before it are undone as far as Jira lets them: `started` is then false, there is no `branch`, and `steps` tells all of it. An issue that is in progress already is not moved. The agent names the branch and does nothing in a repository.',
  params: z.object({
    ...issueParams,
    transition: optional(z.string().trim().min(1).max(255)).describe(
      'The id or the name of the transition; by default the first one that leads into progress (by the category of the status, never by its name) and whose screen asks for nothing.',
    ),
    assign: withDefault(z.boolean(), true).describe('Whether the issue is assigned to the user of the provider.'),
    branchTemplate: BranchTemplate,
  }),
  result: z.object({
    started: z.boolean().describe('Whether all of it went well.'),
    issue: Issue.describe('As it is now.'),
    branch: z.string().optional().describe('A name that git takes (`git check-ref-format --branch`).'),
    steps: z.array(WorkStep).describe('In the order in which they were tried.'),
  }),
  errors: writeErrors,
  example: {
    params: { key: exampleIssue.key, branchTemplate: '{type}/{key}-{summary}' },
    result: {
      started: true,
      issue: exampleIssue,
      branch: 'bug/ABC-1-search-finds-related-issues',
      steps: [
        { step: 'assign', outcome: 'skipped', detail: 'It is assigned to Mia Krystof already.' },
        { step: 'transition', outcome: 'done', detail: 'From “To Do” to “In Progress” by “Start”.' },
        { step: 'branch', outcome: 'done', detail: 'bug/ABC-1-search-finds-related-issues' },
      ],
    },
  },
});

export type WorkLogEntry = z.output<typeof WorkLogEntry>;
export type WorkStep = z.output<typeof WorkStep>;
