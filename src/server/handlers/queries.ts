import type { Handler } from '../handler.ts';

/** `jira/queries`: the queries that the user saved. */
export const queries: Handler<'jira/queries'> = async ({ provider }, { core }) => {
  if (provider !== undefined) await core.store.get(provider);
  return { queries: await core.queries.list(provider) };
};
