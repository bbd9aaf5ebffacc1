import type { Change, ChangeItem, Issue } from '../data/issue.ts';

/** One state of a field: its id and its name, as the change log has them. */
type State = readonly [id: string | null, name: string | null];

const recorded: readonly [field: string, state: (issue: Issue) => State][] = [
  ['summary', ({ summary }) => [null, summary]],
  ['status', ({ status }) => [status.id, status.name]],
  ['resolution', ({ resolution }) => [resolution?.id ?? null, resolution?.name ?? null]],
  ['priority', ({ priority }) => [priority.id, priority.name]],
  ['assignee', ({ assignee }) => [assignee ?? null, assignee ?? null]],
  ['labels', ({ labels }) => [null, labels.join(' ')]],
  ['duedate', ({ due }) => [due ?? null, due === undefined ? null : `${due} 00:00:00.0`]],
  ['description', (issue) => [null, issue.details().description]],
];

/** The entry of the change log between two states of an issue; undefined when nothing that it records has changed. */
export function changeBetween(before: Issue, after: Issue, id: number, author: string): Change | undefined {
  const items = recorded.flatMap(([field, state]): ChangeItem[] => {
    const [from, fromString] = state(before);
    const [to, toText] = state(after);
    if (from === to && fromString === toText) return [];
    return [{ field, fieldtype: 'jira', from, fromString, to, toString: toText }];
  });
  return items.length === 0 ? undefined : { id, author, created: after.updated, items };
}
