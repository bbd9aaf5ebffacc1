/** Which Jira is meant, where there are several. */
import { l10n, window } from 'vscode';
import type { Provider } from '../../../../../protocol/provider.ts';
import type { Agent } from '../../agent.ts';
import { plainLabel } from './plain-label.ts';

/**
 * The one that is configured, or the one that the user chooses.
 *
 * @returns `undefined` where the user dismissed it
 * @throws {Error} where there is none
 */
export async function chooseProvider(agent: Agent): Promise<Provider | undefined> {
  const providers = await agent.providers();
  const usable = providers.filter(({ state }) => state === 'connected' || state === 'unreachable');
  const offered = usable.length === 0 ? providers : usable;
  if (offered.length === 0) throw new NoServer(l10n.t('No Jira is configured yet. Add your server first.'));
  if (offered.length === 1) return offered[0];
  const chosen = await window.showQuickPick(
    offered.map((provider) => ({ label: plainLabel(provider.name), description: provider.baseUrl, provider })),
    { title: l10n.t('Which Jira?') },
  );
  return chosen?.provider;
}

/** Says so in a way that offers to add one. */
class NoServer extends Error {
  readonly data = { kind: 'unknownProvider' };
}
