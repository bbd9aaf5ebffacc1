/** Commands about servers: adding one, signing in and out, removing, examining; and the agent that serves them. */
import { commands, type ExtensionContext, l10n } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import { addServer } from './add-server.ts';
import { ApplicationLinkPages } from './application-link.ts';
import { approveAccess } from './approve-access.ts';
import { chooseServer } from './choose-server.ts';
import { examine, removeServer, showServers, signOut } from './manage.ts';
import type { Setup } from './setup.ts';
import { signIn } from './sign-in.ts';

/** Registers the commands, and keeps the contexts `jira.configured` and `jira.signedIn`. */
export function registerServers(context: ExtensionContext, agent: Agent): void {
  const pages = new ApplicationLinkPages(context, async (provider) => {
    const known = await chooseServer(agent, { provider }, '');
    if (known !== undefined) await approveAccess(agent, known);
  });
  const setup: Setup = { agent, pages };
  const command = (name: string, run: (argument: unknown) => Promise<unknown>) => commands.registerCommand(`jiraClient.${name}`, (argument: unknown) => run(argument).catch(showError));
  context.subscriptions.push(
    pages.register(),
    agent.onDidChangeProviders(tellContexts),
    agent.onDidChangeState(async (state) => state === 'running' && tellContexts(await agent.providers().catch(() => []))),
    command('addServer', (address) => addServer(setup, typeof address === 'string' ? address : undefined)),
    command('signIn', (given) => signInTo(setup, given)),
    command('signOut', (given) => signOut(agent, given)),
    command('removeServer', (given) => removeServer(agent, given)),
    command('servers', () => showServers(agent)),
    command('doctor', (given) => examine(agent, given)),
    command('restartAgent', () => agent.restart()),
    command('walkthrough', async () => commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false)),
    command('showOutput', async () => (await agent.client()).outputChannel.show()),
  );
}

async function signInTo(setup: Setup, given: unknown): Promise<void> {
  const { agent } = setup;
  const providers = await agent.providers();
  if (providers.length === 0) return addServer(setup);
  const isWaiting = providers.some(({ state }) => state !== 'connected');
  const provider = await chooseServer(agent, given, l10n.t('Sign In to'), ({ state }) => !isWaiting || state !== 'connected');
  if (provider !== undefined) await signIn(setup, provider);
}

function tellContexts(providers: readonly Provider[]): void {
  void commands.executeCommand('setContext', 'jira.configured', providers.length > 0);
  void commands.executeCommand('setContext', 'jira.signedIn', providers.some(({ state }) => state === 'connected'));
}
