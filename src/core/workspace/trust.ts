/** The user's word on a server that the workspace names. */
import type { Core } from '../core.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { forgetIssues } from '../issues/forget.ts';
import { expired } from '../oauth/authorizations.ts';
import type { ListedProvider } from '../providers/records.ts';

/**
 * Notes it. Refused, the server gets nothing any more, and what the user had for it is forgotten.
 *
 * @param host as the user saw it
 * @throws {JiraError} unknownProvider; invalidParams for another host; `unsupported` for a provider that is not the workspace's
 */
export async function trustWorkspaceProvider(core: Core, id: string, host: string, trusted: boolean): Promise<ListedProvider> {
  const { store, approvals } = core;
  const { offer } = await store.get(id);
  if (offer?.approval === undefined) throw new JiraError('unsupported', 'No file of the workspace names this provider: there is nothing to approve.');
  const its = new URL(offer.baseUrl).host;
  if (host.trim().toLowerCase() !== its) throw invalidParams('host', `The provider is at ${its}. Give \`host\` as the user approved it.`);
  if (!trusted) await forgetProvider(core, id);
  await approvals.note(offer.baseUrl, trusted);
  return store.get(id);
}

/** Forgets a provider with all that the user has of it; for one of the workspace, also that its server was approved. */
export async function removeProvider(core: Core, id: string): Promise<void> {
  const { offer } = await core.store.get(id);
  await forgetProvider(core, id);
  if (offer?.approval !== undefined) await core.approvals.note(offer.baseUrl, undefined);
}

async function forgetProvider(core: Core, id: string): Promise<void> {
  await core.store.remove(id);
  core.authorizations.endAll(id, expired());
  await core.connections.forget(id);
  await forgetIssues(core, id);
}

/** Offers of the workspace on which the user has said nothing yet. */
export async function undecided({ store }: Core): Promise<ListedProvider[]> {
  return (await store.list()).filter(({ offer }) => offer?.approval === 'pending');
}
