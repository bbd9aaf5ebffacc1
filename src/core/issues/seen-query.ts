/** Answers a query from what was seen before. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import { toIssue } from '../cache/kept-issue.ts';
import type { ListName } from '../cache/names.ts';
import type { ListedIssue } from '../cache/rows.ts';
import type { UserCache } from '../cache/user-cache.ts';
import { JiraError } from '../errors.ts';

/** What was answered from the cache. */
export interface ShownList {
  readonly total: number;
  /** Where the list goes on. */
  readonly next: number | undefined;
  readonly warnings: string[];
  /** When it was seen: milliseconds since the epoch. */
  readonly at: number;
  /** What the client has now, in order. */
  readonly listed: readonly ListedIssue[];
}

/** Issues that are handed on at once. */
const batchSize = 50;

/**
 * Hands on a list as it was seen, with what was learnt since of its issues one by one.
 *
 * @returns `undefined` where it was never seen
 */
export async function showSeenList(
  cache: UserCache,
  provider: string,
  name: ListName,
  signal: AbortSignal,
  onPage: (issues: Issue[], total: number) => Promise<void>,
): Promise<ShownList | undefined> {
  const list = await cache.findList(name);
  if (list === undefined) return undefined;
  const { head } = list;
  const shown: ListedIssue[] = [];
  let position = head.startAt;
  try {
    for await (const piece of list.issues()) {
      const rest = name.limit - shown.length;
      const wanted = piece.slice(Math.max(0, name.startAt - position)).slice(0, rest);
      position += piece.length;
      const newest = wanted.map(({ issue, fields }) => ({ issue: cache.seen.newest(issue), fields }));
      for (let from = 0; from < newest.length; from += batchSize) {
        await onPage(newest.slice(from, from + batchSize).map((each) => toListed(each, provider, name.fields)), head.total);
        signal.throwIfAborted();
      }
      shown.push(...newest);
      if (shown.length >= name.limit) break;
    }
  } finally {
    await list.close();
  }
  if (shown.length === 0 && head.count > 0) return undefined;
  const isWhole = head.startAt === name.startAt && shown.length === head.count;
  const end = name.startAt + shown.length;
  const isLast = position >= head.startAt + head.count && head.next === undefined && shown.length < name.limit;
  const next = isWhole ? head.next : isLast || end >= head.total ? undefined : end;
  return { total: head.total, next, warnings: [...head.warnings], at: head.at, listed: shown };
}

/** A row of a list as the protocol has it. */
export function toListed({ issue, fields }: ListedIssue, provider: string, wanted: readonly string[]): Issue {
  const row = toIssue(issue, provider);
  if (wanted.length === 0) return row;
  return { ...row, fields: fields === undefined ? {} : (JSON.parse(fields) as Record<string, unknown>) };
}

/** Whether an error means that Jira was not reached at all, so that it cannot have said anything. */
export function isUnreached(error: unknown): error is JiraError {
  if (!(error instanceof JiraError)) return false;
  const { sent } = (error.cause ?? {}) as { sent?: unknown };
  return error.kind === 'offline' || (error.kind === 'timeout' && sent === false);
}

/** For a request that wanted the cache alone. */
export function neverSeen(what: string): JiraError {
  return new JiraError('offline', `${what} was not seen yet, and Jira was not asked.`, { hint: 'Ask without `cache: "only"`.' });
}

/** What a person is told who gets what was seen before. */
export function seenWarning(error: JiraError, at: number, clock: Clock): string {
  const time = new Date(at).toISOString();
  const minutes = Math.max(0, Math.round((clock.now() - at) / 60_000));
  const age = minutes < 1 ? 'just now' : minutes < 60 ? `${minutes} min ago` : minutes < 48 * 60 ? `${Math.round(minutes / 60)} h ago` : `${Math.round(minutes / 1440)} days ago`;
  return `Jira cannot be reached, so this is what was seen ${age}, at ${time.slice(0, 10)} ${time.slice(11, 16)} UTC. ${error.message}`;
}
