/** Issues as items of a quick pick. */
import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { Issue } from '../../../../../protocol/issues.ts';
import { statusIcon } from '../tree/status-icon.ts';
import { plainLabel } from './plain-label.ts';

/** An item; without an issue it says something. */
export interface IssueItem extends QuickPickItem {
  readonly issue?: Issue;
}

/** The item of an issue. It is shown whatever is typed: the agent has found it. */
export function issueItem(issue: Issue): IssueItem {
  return {
    label: plainLabel(`${issue.key} ${issue.summary}`),
    description: plainLabel([issue.status.name, issue.assignee?.displayName ?? l10n.t('Nobody')].join(' · ')),
    iconPath: statusIcon(issue.status.category),
    alwaysShow: true,
    issue,
  };
}

/** A heading between items. */
export function heading(label: string): IssueItem {
  return { label: plainLabel(label), kind: QuickPickItemKind.Separator };
}

/** Says that there is nothing, or why. */
export function notice(text: string, icon = 'info'): IssueItem {
  return { label: plainLabel(text), iconPath: new ThemeIcon(icon), alwaysShow: true };
}
