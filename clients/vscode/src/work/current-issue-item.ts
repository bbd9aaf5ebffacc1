/** The current issue in the status bar. */
import { type Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { plainLabel } from '../issues/search/plain-label.ts';
import { statusIcon } from '../issues/tree/status-icon.ts';
import type { CurrentIssue, CurrentIssueTracker } from './current-issue.ts';

/** Characters of the name of a status: the bar is short of room. */
const longestStatus = 20;

/** Beside the branch, which Git shows at 100. */
export function showCurrentIssue(tracker: CurrentIssueTracker): Disposable {
  const item = window.createStatusBarItem('currentIssue', StatusBarAlignment.Left, 99);
  item.name = l10n.t('Jira: Issue of the Branch');
  item.command = 'jiraClient.currentIssue';
  const listening = tracker.onDidChange((current) => show(item, current));
  return {
    dispose() {
      listening.dispose();
      item.dispose();
    },
  };
}

function show(item: StatusBarItem, current: CurrentIssue | undefined): void {
  if (current === undefined) return item.hide();
  const { issue, key, branch, problem } = current;
  const icon = issue === undefined ? (problem === undefined ? 'loading~spin' : 'question') : statusIcon(issue.status.category).id;
  item.text = `$(${icon}) ${key}${issue === undefined ? '' : ` ${plainLabel(cut(issue.status.name))}`}`;
  item.tooltip = tooltip(current);
  const what = issue === undefined ? (problem ?? '') : `${issue.summary}, ${issue.status.name}`;
  item.accessibilityInformation = { label: l10n.t('Issue of the branch {0}: {1}, {2}. Show what can be done.', branch, key, what), role: 'button' };
  item.show();
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= longestStatus ? text : `${letters.slice(0, longestStatus - 1).join('')}…`;
}

/** Text of Jira is text here, whatever it holds. */
function tooltip({ issue, key, branch, problem }: CurrentIssue): MarkdownString {
  const text = new MarkdownString();
  text.appendText(issue === undefined ? key : `${issue.key}: ${issue.summary}`);
  if (issue !== undefined) text.appendMarkdown('\n\n').appendText([issue.type.name, issue.status.name, issue.assignee?.displayName ?? l10n.t('Nobody')].join(' · '));
  if (problem !== undefined) text.appendMarkdown('\n\n').appendText(problem);
  return text.appendMarkdown('\n\n').appendText(l10n.t('Branch {0}', branch));
}
