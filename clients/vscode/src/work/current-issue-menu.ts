/** What can be done with the current issue. */
import { commands, env, l10n, type QuickPickItem, window } from 'vscode';
import { plainLabel } from '../issues/search/plain-label.ts';
import type { CurrentIssue, CurrentIssueTracker } from './current-issue.ts';
import { insertKey } from './commit-message.ts';

type Action = QuickPickItem & { readonly run: () => unknown };

/** Lets the user choose; without a current issue the user is told why there is none. */
export async function showCurrentIssueMenu(tracker: CurrentIssueTracker): Promise<void> {
  const { current } = tracker;
  if (current === undefined) {
    void window.showInformationMessage(l10n.t('The branch that is checked out names no issue.'));
    return;
  }
  const title = plainLabel(current.issue === undefined ? current.key : `${current.key} ${current.issue.summary}`);
  const chosen = await window.showQuickPick(actionsOf(current), { title, placeHolder: l10n.t('What is to be done with {0}?', current.key) });
  await chosen?.run();
}

function actionsOf(current: CurrentIssue): Action[] {
  const { provider, key } = current;
  const place = { provider, key };
  const action = (icon: string, label: string, run: () => unknown): Action => ({ label: `$(${icon}) ${label}`, run });
  const command = (icon: string, label: string, name: string) => action(icon, label, () => commands.executeCommand(name, place));
  return [
    command('preview', l10n.t('Open'), 'jiraClient.showIssue'),
    command('link-external', l10n.t('Open in the browser'), 'jiraClient.openInBrowser'),
    command('arrow-right', l10n.t('Move to another status…'), 'jiraClient.transition'),
    command('comment', l10n.t('Comment…'), 'jiraClient.comment'),
    command('watch', l10n.t('Log work…'), 'jiraClient.logWork'),
    action('git-commit', l10n.t('Write the key into the commit message'), () => insertKey(current)),
    action('copy', l10n.t('Copy the key'), () => env.clipboard.writeText(key)),
  ];
}
