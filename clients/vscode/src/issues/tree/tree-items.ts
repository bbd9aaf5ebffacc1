/** How the rows of the issues view look, and how a screen reader says them. */
import { type Command, env, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { Remedy } from '../problems.ts';
import { ago, day } from '../times.ts';
import { statusIcon } from './status-icon.ts';
import { type IssueNode, type ListNode, type ListSource, type MoreNode, type Node, type NoteNode, remedyOfNote } from './nodes.ts';

/** What a row does is found by what is selected: an argument would be lost where the row is read anew meanwhile. */
const openIt: Command = { command: 'jiraClient.openRow', title: '' };

/** The item of a row. */
export function itemOf(node: Node): TreeItem {
  const item = itemOfKind(node);
  item.id = node.id;
  return item;
}

function itemOfKind(node: Node): TreeItem {
  switch (node.kind) {
    case 'provider':
      return folder(node.provider.name, { icon: 'server', description: node.provider.baseUrl.replace(/^https?:\/\//, ''), expanded: true, context: 'server' });
    case 'group':
      return folder(node.group === 'filters' ? l10n.t('Favourite filters') : l10n.t('Boards'), { icon: node.group === 'filters' ? 'filter' : 'project', context: 'group' });
    case 'board':
      return folder(node.board.name, { icon: 'project', description: node.board.type, context: 'board' });
    case 'list':
      return listItem(node);
    case 'issue':
      return issueItem(node);
    case 'more':
      return moreItem(node);
    case 'note':
      return noteItem(node);
  }
}

interface Folder {
  readonly icon: string;
  readonly context: string;
  readonly description?: string;
  readonly expanded?: boolean;
}

function folder(label: string, { icon, context, description, expanded = false }: Folder): TreeItem {
  const item = new TreeItem(label, expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon(icon);
  item.contextValue = context;
  if (description !== undefined) item.description = description;
  return item;
}

const listIcons: Record<ListSource, string> = { preset: 'list-unordered', saved: 'bookmark', filter: 'filter', sprint: 'milestone', search: 'search' };

function listItem({ title, source, list, details, id }: ListNode): TreeItem {
  const isFirst = id.endsWith('/preset/assignedToMe') || source === 'search';
  const item = folder(title, { icon: listIcons[source], context: `list.${source}`, expanded: isFirst });
  const count = list.total === undefined ? '' : String(list.total);
  const state = list.isLoading && list.total !== undefined ? l10n.t('reading…') : seenText(list.seen);
  item.description = [count, state].filter((part) => part !== '').join(' · ');
  item.tooltip = [title, details ?? '', ...list.warnings].filter((part) => part !== '').join('\n\n');
  const counted = list.total === undefined ? title : l10n.t('{0}, {1} issues', title, list.total);
  item.accessibilityInformation = { label: [counted, state].filter((part) => part !== '').join(', ') };
  return item;
}

function seenText(seen: ListNode['list']['seen']): string {
  if (seen === undefined) return '';
  return seen.why === undefined ? l10n.t('seen {0}', ago(seen.at, l10n)) : l10n.t('offline, seen {0}', ago(seen.at, l10n));
}

function issueItem({ issue }: IssueNode): TreeItem {
  const item = new TreeItem(`${issue.key} ${issue.summary}`);
  item.iconPath = statusIcon(issue.status.category);
  item.description = issue.assignee?.displayName ?? '';
  item.contextValue = 'issue';
  item.tooltip = tooltip(issue);
  item.command = openIt;
  item.accessibilityInformation = { label: spoken(issue) };
  return item;
}

function spoken({ key, summary, type, status, assignee, priority }: Issue): string {
  const who = assignee === undefined ? l10n.t('unassigned') : l10n.t('assigned to {0}', assignee.displayName);
  return [key, summary, type.name, status.name, ...(priority === undefined ? [] : [priority.name]), who].join(', ');
}

/** Everything in it that somebody wrote is text, and never Markdown. */
function tooltip({ key, summary, type, status, priority, assignee, reporter, labels, due, updated }: Issue): MarkdownString {
  const text = new MarkdownString();
  text.appendMarkdown('**').appendText(key).appendMarkdown('** ').appendText(summary).appendMarkdown('\n\n');
  const facts: [string, string | undefined][] = [
    [l10n.t('Type'), type.name],
    [l10n.t('Status'), status.name],
    [l10n.t('Priority'), priority?.name],
    [l10n.t('Assignee'), assignee?.displayName ?? l10n.t('Nobody')],
    [l10n.t('Reporter'), reporter?.displayName],
    [l10n.t('Labels'), labels.length === 0 ? undefined : labels.join(', ')],
    [l10n.t('Due'), due],
    [l10n.t('Updated'), day(updated, env.language)],
  ];
  for (const [name, value] of facts) {
    if (value !== undefined) text.appendMarkdown('- ').appendText(`${name}: ${value}`).appendMarkdown('\n');
  }
  return text;
}

function moreItem({ parent: { list } }: MoreNode): TreeItem {
  const total = list.total ?? list.issues.length;
  const next = Math.min(list.pageSize, Math.max(1, total - list.issues.length));
  const item = new TreeItem(list.isLoading ? l10n.t('Reading…') : l10n.t('Load {0} more', next));
  item.description = l10n.t('{0} of {1}', list.issues.length, total);
  item.iconPath = new ThemeIcon(list.isLoading ? 'loading~spin' : 'ellipsis');
  item.contextValue = 'more';
  item.command = openIt;
  return item;
}

function noteItem(node: NoteNode): TreeItem {
  const { note } = node;
  if (note.type === 'empty') {
    const item = new TreeItem(l10n.t('Nothing here'));
    item.iconPath = new ThemeIcon('info');
    return item;
  }
  if (note.type === 'signIn') return withRemedy(new TreeItem(l10n.t('Sign in to see the issues')), remedyOfNote(node), 'sign-in');
  const item = new TreeItem(note.type === 'stale' ? l10n.t('Jira cannot be reached: seen {0}', ago(note.at, l10n)) : note.problem.message);
  const why = note.type === 'stale' ? note.why : note.problem.message;
  item.tooltip = why;
  item.accessibilityInformation = { label: note.type === 'stale' ? `${String(item.label)}. ${l10n.t('Press Enter to try again.')}` : why };
  return withRemedy(item, remedyOfNote(node), note.type === 'stale' ? 'debug-disconnect' : 'warning');
}

function withRemedy(item: TreeItem, remedy: Remedy, icon: string): TreeItem {
  item.iconPath = new ThemeIcon(icon, new ThemeColor('list.warningForeground'));
  if (remedy === 'none') return item;
  item.contextValue = `note.${remedy}`;
  const words = { signIn: l10n.t('Sign in'), addServer: l10n.t('Add a server'), retry: l10n.t('Try again') };
  item.description = words[remedy];
  item.command = openIt;
  return item;
}
