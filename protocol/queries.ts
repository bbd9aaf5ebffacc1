/** The user's own queries, and the issues that the user looked at. */
import * as z from 'zod';
import { Cached } from './cache.ts';
import { defineRequest } from './definition.ts';
import { exampleIssue } from './issue-examples.ts';
import { Issue } from './issues.ts';
import { requestMethods } from './methods.ts';
import { Id, optional, ProviderRef, withDefault } from './primitives.ts';
import { readErrors } from './provider-errors.ts';

/** A query that the user keeps. */
export const SavedQuery = z
  .object({
    id: Id,
    name: z.string(),
    jql: z.string().describe('The query.'),
    provider: Id.optional().describe('The provider that it is for; absent where it is for any.'),
  })
  .meta({ id: 'SavedQuery', description: "A query that the user keeps in the agent's configuration." });

const exampleQuery = { id: 'query-2f6a9c01', name: 'Waiting for review', jql: 'status = "In Review" ORDER BY updated' } as const;

/** Lists the saved queries. */
export const queries = defineRequest({
  method: requestMethods.queries,
  summary: 'Lists the queries that the user saved, in the order of their making; it asks no server.',
  params: z.object({ provider: optional(Id).describe('Just those that can be used with this provider.') }),
  result: z.object({ queries: z.array(SavedQuery) }),
  errors: ['unknownProvider'],
  example: { params: {}, result: { queries: [exampleQuery] } },
});

/** Saves a query. */
export const saveQuery = defineRequest({
  method: requestMethods.saveQuery,
  summary: 'Saves a query under a name, or changes the one that `query` names; it asks no server.',
  params: z.object({
    query: optional(Id).describe('The saved query to change.'),
    name: z.string().trim().min(1).max(200).describe('For people; no two queries of a provider have the same.'),
    jql: z.string().trim().min(1).max(100_000).describe('The query.'),
    provider: optional(Id).describe('The provider that it is for; any unless it is given.'),
  }),
  result: z.object({ query: SavedQuery }),
  errors: ['unknownProvider', 'notFound'],
  example: { params: { name: exampleQuery.name, jql: exampleQuery.jql }, result: { query: exampleQuery } },
});

/** Forgets a saved query. */
export const deleteQuery = defineRequest({
  method: requestMethods.deleteQuery,
  summary: 'Forgets a saved query.',
  params: z.object({ query: Id.describe('The id of the saved query.') }),
  result: z.null(),
  errors: ['notFound'],
  example: { params: { query: exampleQuery.id }, result: null },
});

/** Lists recent issues. */
export const recentIssues = defineRequest({
  method: requestMethods.recentIssues,
  summary: 'Lists the issues that the user looked at last, the latest first.',
  details: "This is Jira's own history: issues that were opened in a browser, and those read by `jira/issue` with `opened`.",
  params: z.object({
    provider: optional(ProviderRef),
    limit: withDefault(z.int().min(1).max(200), 20).describe('How many issues at the most; Jira remembers some 50.'),
  }),
  result: z.object({ issues: z.array(Issue), cached: Cached.optional() }),
  errors: [...readErrors, 'invalidJql'],
  example: { params: { limit: 1 }, result: { issues: [exampleIssue] } },
});

export type SavedQuery = z.output<typeof SavedQuery>;
