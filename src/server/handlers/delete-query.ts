import type { Handler } from '../handler.ts';

/** `jira/deleteQuery`: forgets a saved query. */
export const deleteQuery: Handler<'jira/deleteQuery'> = async ({ query }, { core }) => {
  await core.queries.remove(query);
  return null;
};
