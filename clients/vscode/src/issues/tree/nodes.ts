/** The rows of the issues view, and what each has below it. */
import type { Board } from '../../../../../protocol/metadata.ts';
import type { Issue } from '../../../../../protocol/issues.ts';
import type { Provider } from '../../../../../protocol/provider.ts';
import type { SavedQuery } from '../../../../../protocol/queries.ts';
import type { IssueList } from '../lists/issue-list.ts';
import { type Problem, type Remedy, remedyOf } from '../problems.ts';

/** A row. */
export type Node = ProviderNode | GroupNode | BoardNode | ListNode | IssueNode | MoreNode | NoteNode;

/** A Jira. */
export interface ProviderNode {
  readonly kind: 'provider';
  readonly id: string;
  readonly provider: Provider;
}

/** A folder. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly group: 'filters' | 'boards';
  readonly provider: Provider;
}

/** A board; below it are its sprints. */
export interface BoardNode {
  readonly kind: 'board';
  readonly id: string;
  readonly board: Board;
  readonly provider: Provider;
}

/** What a list shows; it decides the icon and the menu. */
export type ListSource = 'preset' | 'saved' | 'filter' | 'sprint' | 'search';

/** A list of issues. */
export interface ListNode {
  readonly kind: 'list';
  readonly id: string;
  readonly source: ListSource;
  readonly provider: Provider;
  readonly title: string;
  readonly list: IssueList;
  /** Where the user saved it. */
  readonly saved?: SavedQuery;
  /** More about it, for people. */
  readonly details?: string;
}

/** An issue. */
export interface IssueNode {
  readonly kind: 'issue';
  readonly id: string;
  readonly issue: Issue;
  readonly parent: ListNode;
}

/** Reads the next page. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: ListNode;
}

/** Says why there is nothing, or nothing newer, and offers what helps. */
export interface NoteNode {
  readonly kind: 'note';
  readonly id: string;
  readonly parent: Node;
  readonly note: { readonly type: 'problem'; readonly problem: Problem } | { readonly type: 'stale'; readonly at: string; readonly why: string } | { readonly type: 'empty' } | { readonly type: 'signIn' };
}

/** The rows of a list: what is to be known of it first, then the issues, then the way to more of them. */
export function rowsOf(parent: ListNode): Node[] {
  const { list, id } = parent;
  const note = (note: NoteNode['note']): NoteNode => ({ kind: 'note', id: `${id}/note`, parent, note });
  const rows: Node[] = [];
  if (list.problem !== undefined) rows.push(note({ type: 'problem', problem: list.problem }));
  else if (list.seen?.why !== undefined) rows.push(note({ type: 'stale', at: list.seen.at, why: list.seen.why }));
  rows.push(...list.issues.map((issue): IssueNode => ({ kind: 'issue', id: `${id}/${issue.key}`, issue, parent })));
  if (list.hasMore) rows.push({ kind: 'more', id: `${id}/more`, parent });
  if (rows.length === 0 && list.total !== undefined && !list.isLoading) rows.push(note({ type: 'empty' }));
  return rows;
}

/** What helps against what a note says. */
export function remedyOfNote({ note }: NoteNode): Remedy {
  switch (note.type) {
    case 'problem':
      return remedyOf(note.problem);
    case 'stale':
      return 'retry';
    case 'signIn':
      return 'signIn';
    case 'empty':
      return 'none';
  }
}

/** The server that a row belongs to. */
export function providerOf(node: Node): Provider {
  switch (node.kind) {
    case 'issue':
    case 'more':
      return node.parent.provider;
    case 'note':
      return providerOf(node.parent);
    default:
      return node.provider;
  }
}
