import type { Handler } from '../handler.ts';

/** `jira/saveQuery`: saves a query, or changes a saved one. */
export const saveQuery: Handler<'jira/saveQuery'> = async ({ query, ...changed }, { core }) => ({ query: await core.queries.save(query, changed) });
