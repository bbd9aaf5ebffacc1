/** What is different from what was seen before. */
import * as z from 'zod';
import { defineNotification } from './definition.ts';
import { ErrorKind } from './errors.ts';
import { exampleIssue } from './issue-examples.ts';
import { Issue } from './issues.ts';
import { notificationMethods } from './methods.ts';
import { Id, Time } from './primitives.ts';

/** Tells what is different from a result that was answered from the cache (`cache: "first"`). */
export const issuesChanged = defineNotification({
  method: notificationMethods.issuesChanged,
  summary: 'Tells what is different from what `jira/issues` or `jira/issue` answered from the cache: once for each `refresh` of a result, or in several pieces, of which one is the last.',
  capability: 'issuesChanged',
  params: z.object({
    refresh: Id.describe('The `cached.refresh` of the result.'),
    provider: Id,
    jql: z.string().optional().describe('The query of the list, as in the result; absent for `jira/issue`.'),
    issues: z.array(Issue).describe('Those that are new, or not as they were.'),
    removed: z.array(z.string()).describe('Keys of those that are no longer there: deleted, moved, or no longer what the query asks for.'),
    order: z.array(z.string()).optional().describe('The keys of the whole list, in the order that it has now; absent where what is left has kept its order and nothing came in.'),
    total: z.int().optional().describe('How many issues the query has on the server now.'),
    cursor: z.string().optional().describe('For the next page; absent on the last one. It comes with the last notification.'),
    at: Time.describe('From when this is.'),
    last: z.boolean().describe('Whether nothing more comes of this `refresh`.'),
    error: z
      .object({ kind: ErrorKind, message: z.string().describe('For people.') })
      .optional()
      .describe('Why nothing more is known: what was answered from the cache is still the newest.'),
  }),
  example: {
    params: {
      refresh: 'refresh-3b8c4be1',
      provider: exampleIssue.provider,
      jql: 'project = ABC ORDER BY updated DESC',
      issues: [exampleIssue],
      removed: ['ABC-17'],
      order: [exampleIssue.key, 'ABC-2'],
      total: 129,
      at: '2026-03-02T07:45:10.000Z',
      last: true,
    },
  },
});

export type IssuesChanged = z.output<typeof issuesChanged.params>;
