/** Query issues. */
import * as z from 'zod';
import { Cached, CacheUse } from './cache.ts';
import { defineRequest } from './definition.ts';
import { exampleIssue } from './issue-examples.ts';
import { requestMethods } from './methods.ts';
import { PresetId, PresetProject } from './presets.ts';
import { Id, optional, ProgressToken, ProviderRef, Time, withDefault } from './primitives.ts';
import { User } from './provider.ts';

/** What a status means, in every language and workflow. */
export const StatusCategory = z.enum(['new', 'indeterminate', 'done', 'undefined']);

/** An issue as a list shows it. */
export const Issue = z
  .object({
    provider: Id,
    key: z.string(),
    id: z.string(),
    url: z.string().describe("The issue's page."),
    summary: z.string(),
    type: z.object({ name: z.string(), subtask: z.boolean(), iconUrl: z.string().optional() }),
    status: z.object({ name: z.string(), category: StatusCategory }),
    priority: z.object({ name: z.string() }).optional(),
    assignee: User.optional(),
    reporter: User.optional(),
    project: z.object({ key: z.string(), name: z.string() }),
    labels: z.array(z.string()),
    created: Time,
    updated: Time,
    due: z.string().optional().describe('A date, `yyyy-MM-dd`.'),
    parent: z.string().optional().describe('The key of the parent of a sub-task.'),
    fields: z.record(z.string(), z.unknown()).optional().describe('Just the extra fields that were asked for, as Jira gave them.'),
  })
  .meta({ id: 'Issue', description: 'An issue as a list shows it.' });

/** Queries issues. */
export const issues = defineRequest({
  method: requestMethods.issues,
  summary: 'Queries issues by JQL, by words, by key, by a filter or by a preset.',
  details:
    "Without `jql`, `text`, `filter` and `preset` these are the open issues of the user. `limit` may exceed the server's page size: the agent fetches the pages, several at a time. An empty list always means that Jira said “none”. A list that was seen can be answered at once, or without the network, by `cache`: it is then marked by `cached`, whole in itself, and never mixed with what Jira answers now. Where Jira cannot be reached at all, a list that was seen before is answered so without being asked for, with a warning that says from when it is.",
  params: z.object({
    provider: optional(ProviderRef),
    jql: optional(z.string().max(100_000)).describe('A query in JQL, sent as it is.'),
    text: optional(z.string().trim().min(1).max(2000)).describe(
      'What a person types or pastes: keys of issues, in any case; the address of an issue, a board with one, a filter, a search or a project, on whatever host and below whatever path; or words to search for.',
    ),
    filter: optional(z.string().regex(/^\d+$/, 'is not the number of a filter')).describe('The id of a saved filter.'),
    preset: optional(PresetId),
    project: optional(PresetProject),
    limit: withDefault(z.int().min(1).max(100_000), 50).describe('How many issues at the most.'),
    cursor: optional(z.string().min(1)).describe('The `cursor` of the page before; the query is then the same as before.'),
    fields: optional(z.array(z.string().min(1).max(255)).max(200)).describe('Ids of extra fields to return under `fields`.'),
    cache: CacheUse,
    partialResultToken: optional(ProgressToken),
    workDoneToken: optional(ProgressToken),
  }),
  result: z.object({
    issues: z.array(Issue).describe('Empty where the issues came as partial results.'),
    total: z.int().describe('How many issues the query has on the server.'),
    cursor: z.string().optional().describe('For the next page; absent on the last one.'),
    jql: z.string().describe('The query that was sent.'),
    warnings: z.array(z.string()),
    cached: Cached.optional(),
  }),
  partialResult: z.object({ issues: z.array(Issue) }),
  errors: [
    'unknownProvider', 'ambiguousProvider', 'notAuthorized', 'credentialsRejected', 'credentialsExpired', 'captchaRequired', 'loginPage', 'forbidden',
    'notFound', 'invalidJql', 'rateLimited', 'offline', 'timeout', 'certificate', 'proxy', 'notJira', 'server', 'unsupported',
  ],
  example: {
    params: { jql: 'project = ABC ORDER BY updated DESC', limit: 1 },
    result: {
      issues: [exampleIssue],
      total: 130,
      cursor: 'eyJ2IjoxLCJzdGFydEF0IjoxfQ',
      jql: 'project = ABC ORDER BY updated DESC',
      warnings: [],
    },
  },
});

export type Issue = z.output<typeof Issue>;
