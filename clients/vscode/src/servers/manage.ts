/** What is done with servers that are known. */
import { commands, l10n, window } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import type { Agent } from '../agent.ts';
import { plainLabel, plainMessage } from '../issues/search/plain-label.ts';
import { chooseServer, stateOf } from './choose-server.ts';

/** Forgets the credentials. */
export async function signOut(agent: Agent, given: unknown): Promise<void> {
  const provider = await chooseServer(agent, given, l10n.t('Sign Out of'), ({ state }) => state !== 'needsAuthorization');
  if (provider === undefined) return void window.showInformationMessage(l10n.t('You are not signed in to any Jira.'));
  await agent.request('jira/signOut', { provider: provider.id });
  void window.showInformationMessage(plainMessage(l10n.t('Signed out of {0}: its credentials are forgotten here.', provider.name)));
}

/** Forgets a server with all that belongs to it. */
export async function removeServer(agent: Agent, given: unknown): Promise<void> {
  const provider = await chooseServer(agent, given, l10n.t('Remove'), ({ origin }) => origin === 'user');
  if (provider === undefined) return void window.showInformationMessage(l10n.t('There is no server of yours to remove.'));
  const remove = l10n.t('Remove');
  const detail = l10n.t('Its credentials and what was seen of it are forgotten here. A token stays valid in Jira until you revoke it there.');
  if ((await window.showWarningMessage(l10n.t('Remove {0}?', provider.name), { modal: true, detail }, remove)) !== remove) return;
  await agent.request('jira/removeProvider', { provider: provider.id });
}

/** Shows all servers, and what can be done with each. */
export async function showServers(agent: Agent): Promise<void> {
  const providers = await agent.providers();
  const add = { label: `$(add) ${l10n.t('Add Server')}`, provider: undefined };
  const items = providers.map((provider) => ({ label: plainLabel(provider.name), description: plainLabel(provider.baseUrl), detail: plainLabel(stateOf(provider)), provider }));
  const chosen = await window.showQuickPick<{ label: string; provider: Provider | undefined }>([...items, add], { title: l10n.t('Jira Servers'), matchOnDescription: true });
  if (chosen === undefined) return;
  if (chosen.provider === undefined) return void (await commands.executeCommand('jiraClient.addServer'));
  const { id, name, state, origin } = chosen.provider;
  const actions = [
    { label: state === 'connected' ? `$(sign-in) ${l10n.t('Sign in again')}` : `$(sign-in) ${l10n.t('Sign in')}`, command: 'jiraClient.signIn' },
    ...(state === 'needsAuthorization' ? [] : [{ label: `$(sign-out) ${l10n.t('Sign out')}`, command: 'jiraClient.signOut' }]),
    { label: `$(pulse) ${l10n.t('Examine')}`, command: 'jiraClient.doctor' },
    ...(origin === 'user' ? [{ label: `$(trash) ${l10n.t('Remove')}`, command: 'jiraClient.removeServer' }] : []),
  ];
  const action = await window.showQuickPick(actions, { title: name });
  if (action !== undefined) await commands.executeCommand(action.command, { provider: id });
}

/** Examines the agent and the servers; what was found is shown as a page. */
export async function examine(agent: Agent, given: unknown): Promise<void> {
  const { provider } = (given ?? {}) as { provider?: string };
  await agent.run('jira.doctor', { provider });
  if (window.activeTextEditor?.document.languageId === 'markdown') await commands.executeCommand('markdown.showPreview', window.activeTextEditor.document.uri);
}
