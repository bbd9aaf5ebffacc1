/** Work: starting it, the issue of the branch, and the messages of commits. */
import { commands, type ExtensionContext } from 'vscode';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import { insertCurrentKey, MessagePrefix } from './commit-message.ts';
import { CurrentIssueTracker } from './current-issue.ts';
import { showCurrentIssue } from './current-issue-item.ts';
import { showCurrentIssueMenu } from './current-issue-menu.ts';
import { startWork } from './start-work.ts';

/** Registers the commands, and follows the branch. */
export function registerWork(context: ExtensionContext, agent: Agent): void {
  const tracker = new CurrentIssueTracker(agent);
  const command = (name: string, run: (argument: unknown) => Promise<unknown>) => commands.registerCommand(name, (argument: unknown) => run(argument).catch(showError));
  context.subscriptions.push(
    tracker,
    showCurrentIssue(tracker),
    new MessagePrefix(tracker),
    command('jiraClient.startWork', (argument) => startWork(agent, argument).finally(() => tracker.refresh())),
    command('jiraClient.currentIssue', () => showCurrentIssueMenu(tracker)),
    command('jiraClient.insertKey', () => insertCurrentKey(tracker)),
  );
  void tracker.start();
}
