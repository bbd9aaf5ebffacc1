import { forgetIssues } from '../../core/issues/forget.ts';
import { expired } from '../../core/oauth/authorizations.ts';
import type { Handler } from '../handler.ts';

/** `jira/removeProvider`: forgets a provider with its credentials. */
export const removeProvider: Handler<'jira/removeProvider'> = async ({ provider }, { core }) => {
  await core.store.remove(provider);
  core.authorizations.endAll(provider, expired());
  await core.connections.forget(provider);
  await forgetIssues(core, provider);
  return null;
};
