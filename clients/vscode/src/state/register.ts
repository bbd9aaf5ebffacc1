/** State: how it stands with the servers, and what the user is told of it. */
import { commands, type ExtensionContext } from 'vscode';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import { offerSignIn } from './sign-in-offers.ts';
import { StatusItem } from './status-item.ts';

/** Registers the item of the status bar, and answers the agent's offers to sign in. */
export function registerState(context: ExtensionContext, agent: Agent): void {
  const item = new StatusItem(agent);
  agent.answerSignInOffers((offer) => offerSignIn(agent, offer));
  context.subscriptions.push(item, commands.registerCommand('jiraClient.state', () => item.act().catch(showError)));
}
