/** Work: starting it, the issue of the branch, and the messages of commits. */
import { commands, type ExtensionContext } from 'vscode';
import type { Agent } from '../agent.ts';
import { showError } from '../errors.ts';
import type { IssueWork } from '../issues/issue-work.ts';
import { insertCurrentKey, MessagePrefix } from './commit-message.ts';
import { CurrentIssueTracker } from './current-issue.ts';
import { showCurrentIssue } from './current-issue-item.ts';
import { showCurrentIssueMenu } from './current-issue-menu.ts';
import { startWork } from './start-work.ts';

/** Registers the commands, and follows the branch. */
export function registerWork(context: ExtensionContext, agent: Agent, work: IssueWork): void {
  const tracker = new CurrentIssueTracker(agent);
  const command = (name: string, run: (argument: unknown) => Promise<unknown>) => commands.registerCommand(name, (argument: unknown) => run(argument).catch(showError));
  context.subscriptions.push(
    tracker,
    work.onDidChange(({ place }) => place.key === tracker.current?.key && tracker.refresh()),
    showCurrentIssue(tracker),
    new MessagePrefix(tracker),
    command('jiraClient.startWork', (argument) => startWork(agent, work, argument)),
    command('jiraClient.currentIssue', () => showCurrentIssueMenu(tracker)),
    command('jiraClient.insertKey', () => insertCurrentKey(tracker)),
  );
  void tracker.start();
}
