/** Issues as text for a file: one row each, and once what several of them have in common. */
import * as z from 'zod';
import { User } from '../../../protocol/provider.ts';
import { Issue } from '../../../protocol/issues.ts';
import type { KeptIssue } from './kept-issue.ts';
import type { SharedParts } from './shared-parts.ts';

/** An issue of a list, with the extra fields that were asked for, as JSON. */
export interface ListedIssue {
  readonly issue: KeptIssue;
  readonly fields: string | undefined;
}

/** What a piece of a file holds. It came from a disk, where anything may be. */
const Piece = z.object({
  places: z.array(z.string()),
  types: z.array(Issue.shape.type),
  statuses: z.array(Issue.shape.status),
  priorities: z.array(z.object({ name: z.string() })),
  users: z.array(User),
  projects: z.array(Issue.shape.project),
  rows: z.array(z.unknown()),
});

/** Key, id, summary; `seenAt` after the piece's, `lookedAt`; `updated`, `created`; places in the lists of parts, -1 for none; the rest. */
type Row = readonly [
  key: string, id: string, summary: string, seenAt: number, lookedAt: number, updated: number, created: number,
  place: number, type: number, status: number, priority: number, assignee: number, reporter: number, project: number,
  labels: readonly string[], due: string | null, parent: string | null, fields: string | null,
];

const kinds = 'sssnnnnnnnnnnnlooo';

/** Issues as text. @param at milliseconds since the epoch, near which most of them were seen */
export function writeRows(listed: readonly ListedIssue[], at: number): string {
  const [places, types, statuses, priorities, users, projects] = [
    new Numbered<string>(), new Numbered<Issue['type']>(), new Numbered<Issue['status']>(), new Numbered<{ name: string }>(), new Numbered<User>(), new Numbered<Issue['project']>(),
  ];
  const rows = listed.map(({ issue, fields }): Row => [
    issue.key, issue.id, issue.summary, issue.seenAt - at, issue.lookedAt, issue.updated, issue.created,
    places.of(issue.place), types.of(issue.type), statuses.of(issue.status), priorities.of(issue.priority), users.of(issue.assignee), users.of(issue.reporter), projects.of(issue.project),
    issue.labels, issue.due ?? null, issue.parent ?? null, fields ?? null,
  ]);
  return JSON.stringify({ places: places.all, types: types.all, statuses: statuses.all, priorities: priorities.all, users: users.all, projects: projects.all, rows });
}

/** Issues from text. @throws {SyntaxError | z.ZodError | TypeError} for a text that is another one */
export function readRows(text: string, at: number, parts: SharedParts): ListedIssue[] {
  const { places, types, statuses, priorities, users, projects, rows } = Piece.parse(JSON.parse(text));
  const [ownUsers, ownTypes, ownStatuses] = [users.map((user) => parts.user.of(user)), types.map((type) => parts.type.of(type)), statuses.map((status) => parts.status.of(status))];
  const [ownPlaces, ownProjects, ownPriorities] = [places.map((place) => parts.text.of(place)), projects.map((project) => parts.project.of(project)), priorities.map((priority) => parts.priority.of(priority))];
  return rows.map((row) => {
    if (!isRow(row)) throw new TypeError('This is no row of an issue.');
    const [key, id, summary, seenAt, lookedAt, updated, created, place, type, status, priority, assignee, reporter, project, labels, due, parent, fields] = row;
    const issue: KeptIssue = {
      key, id, summary, seenAt: seenAt + at, lookedAt, updated, created,
      place: there(ownPlaces, place), type: there(ownTypes, type), status: there(ownStatuses, status), priority: ownPriorities[priority],
      assignee: ownUsers[assignee], reporter: ownUsers[reporter], project: there(ownProjects, project),
      labels: parts.labels(labels), due: due ?? undefined, parent: parent ?? undefined,
    };
    return { issue, fields: fields ?? undefined };
  });
}

/** Without a schema, which takes longer than everything else together. */
function isRow(row: unknown): row is Row {
  return Array.isArray(row) && row.length === kinds.length && row.every((value: unknown, at) => isOfKind(value, kinds[at]!));
}

function isOfKind(value: unknown, kind: string): boolean {
  if (kind === 's') return typeof value === 'string';
  if (kind === 'n') return Number.isSafeInteger(value);
  if (kind === 'l') return Array.isArray(value) && value.every((each) => typeof each === 'string');
  return value === null || typeof value === 'string';
}

function there<T>(values: readonly T[], at: number): T {
  const value = values[at];
  if (value === undefined) throw new TypeError('A part of an issue is missing.');
  return value;
}

/** Parts by their numbers, in the order of their coming. */
class Numbered<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<T, number>();

  /** @returns -1 for none */
  of(part: T | undefined): number {
    if (part === undefined) return -1;
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    this.#numbers.set(part, this.all.length);
    return this.all.push(part) - 1;
  }
}
