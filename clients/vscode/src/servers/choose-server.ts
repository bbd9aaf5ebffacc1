/** Which of the configured servers a command is for. */
import { l10n, window } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import type { Agent } from '../agent.ts';
import { plainLabel } from '../issues/search/plain-label.ts';

/** What a command may be given: a provider, or something that belongs to one. */
export type ServerArgument = { readonly provider?: string } | undefined;

/**
 * The server that was named, the only one, or the one that the user chooses.
 *
 * @param filter those that make sense
 * @returns `undefined` where there is none, or the user chooses none
 */
export async function chooseServer(agent: Agent, given: unknown, title: string, filter: (provider: Provider) => boolean = () => true): Promise<Provider | undefined> {
  const providers = await agent.providers();
  const named = (given as ServerArgument)?.provider;
  if (typeof named === 'string') return providers.find(({ id }) => id === named);
  const candidates = providers.filter(filter);
  if (candidates.length < 2) return candidates[0];
  const items = candidates.map((provider) => ({ label: plainLabel(provider.name), description: plainLabel(provider.baseUrl), detail: plainLabel(stateOf(provider)), provider }));
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.provider;
}

/** How it stands with a server, in a sentence without its name. */
export function stateOf({ state, user, approval, origin, source }: Provider): string {
  const named = origin === 'user' || source === undefined ? '' : ` ${l10n.t('Named by {0}.', source)}`;
  if (approval === 'pending' || approval === 'refused') return `${l10n.t('Not approved.')}${named}`;
  switch (state) {
    case 'connected':
      return `${user === undefined ? l10n.t('Signed in.') : l10n.t('Signed in as {0}.', user.displayName)}${named}`;
    case 'needsAuthorization':
      return `${l10n.t('Nobody is signed in.')}${named}`;
    case 'credentialsExpired':
      return `${l10n.t('The credentials have expired.')}${named}`;
    case 'credentialsRejected':
      return `${l10n.t('Jira does not accept the credentials.')}${named}`;
    case 'unreachable':
      return `${l10n.t('The server cannot be reached.')}${named}`;
  }
}
