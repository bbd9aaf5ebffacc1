import type { Core } from '../core.ts';
import { forgetIssues } from '../issues/forget.ts';
import { expired } from '../oauth/authorizations.ts';

/**
 * Forgets what the user had of providers that an administrator withdrew: credentials, connections, issues. What is only
 * missing from the database is not shown, and forgotten nowhere: a database may be restored from before.
 *
 * @param tell told, in words for people, of each that the user had
 */
export async function forgetWithdrawn(core: Core, ids: readonly string[], tell: (message: string) => void): Promise<void> {
  if (ids.length === 0) return;
  const { store, authorizations, connections } = core;
  for (const { id, name } of await store.takenUp('organization')) {
    if (!ids.includes(id)) continue;
    await store.remove(id);
    authorizations.endAll(id, expired());
    await connections.forget(id);
    await forgetIssues(core, id);
    tell(`Your organization has withdrawn ${name}. Your access to it was deleted here.`);
  }
}
