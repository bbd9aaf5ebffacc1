/** Commands about servers: adding one, signing in and out, removing. */
import { commands, type ExtensionContext } from 'vscode';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import { addServer } from './add-server.ts';

/** Registers the commands. */
export function registerServers(context: ExtensionContext, agent: Agent): void {
  const command = (name: string, run: () => Promise<unknown>) => commands.registerCommand(name, () => run().catch(showError));
  context.subscriptions.push(command('jiraClient.addServer', () => addServer(agent)));
}
