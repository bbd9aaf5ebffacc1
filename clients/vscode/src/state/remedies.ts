/** What the user can do about a condition. */
import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import type { Condition } from './condition.ts';

/** Does it. An error is shown. */
export async function mend(agent: Agent, { remedy, provider }: Condition): Promise<void> {
  switch (remedy) {
    case 'signIn':
      return void (await commands.executeCommand('jiraClient.signIn', provider === undefined ? undefined : { provider: provider.id }));
    case 'tryAgain':
      return provider === undefined ? undefined : askAgain(agent, provider);
    case 'examine':
      return void (await commands.executeCommand('jiraClient.doctor', provider === undefined ? undefined : { provider: provider.id }));
    case 'restart':
      return void (await commands.executeCommand('jiraClient.restartAgent'));
    case 'showServers':
      return void (await commands.executeCommand('jiraClient.servers'));
  }
}

/** Any request finds out whether the server is there, and the agent tells of it. */
async function askAgain(agent: Agent, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  const title = l10n.t('Asking {0}', name);
  await window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    await agent.request('jira/issues', { provider: id, limit: 1, cache: 'none' }, token).catch(showError);
  });
}
