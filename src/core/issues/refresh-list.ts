/** Reads a list anew that was seen before: which issues it has now, and just those that are not as they were. */
import type { Issue } from '../../../protocol/issues.ts';
import type { ListName } from '../cache/names.ts';
import type { ListedIssue } from '../cache/rows.ts';
import type { UserCache } from '../cache/user-cache.ts';
import { JiraError } from '../errors.ts';
import { type JiraClient, myselfPath } from '../jira/client.ts';
import { record, text } from '../jira/json.ts';
import { changedSinceJql } from './changed-since.ts';
import { search, type SearchEnd } from './search.ts';

/** What is read anew. */
export interface RefreshRequest {
  readonly provider: string;
  readonly name: ListName;
  /** The list as it was seen. */
  readonly listed: readonly ListedIssue[];
  /** When that was: milliseconds since the epoch. */
  readonly at: number;
  /** Notes an issue as it is now. */
  readonly note: (issue: Issue) => ListedIssue;
  readonly signal: AbortSignal;
}

/** A list as it is now. */
export interface RefreshedList {
  readonly listed: readonly ListedIssue[];
  readonly end: SearchEnd;
}

/** As many changed issues come with the first answer. */
const mostChanged = 500;
/** Where more of them are missing, or more than half of a long list, the list is read as if it had never been seen. */
const fewMissing = 100;
/** Issues that are asked for by their ids at once. */
const idsAtOnce = 100;

/**
 * Asks side by side which issues the list has now, with nothing but the time of their last change, and for those that
 * changed since. What the first answer shows to be missing in the second is asked for by id: an issue may come into a
 * list, or its time zone may be another one, without a change of its own.
 *
 * @throws {JiraError}
 */
export async function refreshList(client: JiraClient, cache: UserCache, request: RefreshRequest): Promise<RefreshedList> {
  const { name, listed, note } = request;
  const known = new Map(listed.map((each) => [each.issue.id, each]));
  const fresh = new Map<string, ListedIssue>();
  const take = (issues: readonly Issue[]) => issues.forEach((issue) => fresh.set(issue.id, note(issue)));
  const rows: Issue[] = [];
  const [end] = await Promise.all([
    read(client, request, name, async (issues) => void rows.push(...issues), ['updated']),
    readChanged(client, cache, request, take),
  ]);
  const missing = rows.filter((row) => !isAsKnown(row, fresh.get(row.id)) && !isAsKnown(row, known.get(row.id)));
  if (missing.length > Math.max(fewMissing, rows.length / 2)) await read(client, request, name, async (issues) => take(issues));
  else await readByIds(client, request, missing, take);
  return { listed: rows.flatMap(({ id }) => fresh.get(id) ?? known.get(id) ?? []), end };
}

/** The search has whole seconds, a single issue has milliseconds (measured on 8.20). */
function isAsKnown({ key, updated }: Issue, known: ListedIssue | undefined): boolean {
  return known !== undefined && known.issue.key === key && Math.floor(known.issue.updated / 1000) === Math.floor(Date.parse(updated) / 1000);
}

/** What changed since, as far as that is a query that Jira takes. */
async function readChanged(client: JiraClient, cache: UserCache, request: RefreshRequest, take: (issues: readonly Issue[]) => void): Promise<void> {
  const { name, at, signal } = request;
  cache.timeZone ??= await timeZoneOf(client, signal);
  const jql = changedSinceJql(name.jql, at, cache.timeZone);
  if (jql === undefined) return;
  await unlessRefused(read(client, request, { ...name, jql, startAt: 0, limit: mostChanged }, async (issues) => take(issues)));
}

async function readByIds(client: JiraClient, request: RefreshRequest, rows: readonly Issue[], take: (issues: readonly Issue[]) => void): Promise<void> {
  const groups = Array.from({ length: Math.ceil(rows.length / idsAtOnce) }, (_, at) => rows.slice(at * idsAtOnce, (at + 1) * idsAtOnce));
  await Promise.all(
    groups.map(async (group) => {
      const jql = `id in (${group.map(({ id }) => id).join(', ')})`;
      const done = await unlessRefused(read(client, request, { ...request.name, jql, startAt: 0, limit: group.length }, async (issues) => take(issues)));
      // One that is gone since makes Jira refuse them all.
      if (done === undefined && group.length > 1) await Promise.all(group.map((row) => readByIds(client, request, [row], take)));
    }),
  );
}

function read(client: JiraClient, { provider, signal }: RefreshRequest, { jql, fields, startAt, limit }: ListName, onPage: (issues: Issue[]) => Promise<void>, just?: readonly string[]): Promise<SearchEnd> {
  return search(client, { provider, jql, limit, startAt, extraFields: just === undefined ? fields : [], onPage, signal, priority: 'background', ...(just === undefined ? {} : { fields: just }) });
}

async function timeZoneOf(client: JiraClient, signal: AbortSignal): Promise<string> {
  const { value } = await client.request({ path: myselfPath, signal, priority: 'background' });
  return text(record(value)['timeZone']) ?? 'UTC';
}

/** @returns `undefined` where Jira does not take the query */
async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'invalidJql') return undefined;
    throw error;
  }
}
