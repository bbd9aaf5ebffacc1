/** Reads anew, in the background, what was answered from the cache, and tells what is different. */
import { setMaxListeners } from 'node:events';
import type { IssueDetail } from '../../../protocol/issue-detail.ts';
import type { IssuesChanged } from '../../../protocol/issues-changed.ts';
import type { Issue } from '../../../protocol/issues.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import type { Log } from '../../infrastructure/log.ts';
import type { IssueCache } from '../cache/issue-cache.ts';
import { listEntry, type ListName } from '../cache/names.ts';
import type { ListedIssue } from '../cache/rows.ts';
import { ListRecorder } from '../cache/seen-list.ts';
import { JiraError } from '../errors.ts';
import type { Connections } from '../providers/connections.ts';
import type { ProviderRecord } from '../providers/records.ts';
import type { NewId } from '../providers/secret-changes.ts';
import { writeCursor } from './cursor.ts';
import { type ShownList, toListed } from './seen-query.ts';

/** What the refreshes are made from. */
export interface RefreshesOptions {
  readonly connections: Connections;
  readonly cache: IssueCache;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  /** Told what is different; absent where nobody listens, and then nothing is read. */
  readonly onChange: ((changed: IssuesChanged) => void) | undefined;
}

/** Issues that are told of at once. */
const toldAtOnce = 100;

/** The refreshes that are under way; equal ones are one. */
export class Refreshes {
  readonly #options: RefreshesOptions;
  readonly #underWay = new Map<string, string>();
  readonly #life = new AbortController();

  constructor(options: RefreshesOptions) {
    this.#options = options;
    setMaxListeners(0, this.#life.signal);
  }

  /**
   * Reads a list anew.
   *
   * @param shown what the client got
   * @returns the id of what will be told; `undefined` where nobody listens
   */
  list(record: ProviderRecord, name: ListName, shown: ShownList): string | undefined {
    return this.#begin(record, listEntry(name), name.jql, (refresh, tell) => this.#refreshList(record, name, shown, refresh, tell));
  }

  /**
   * Reads an issue anew.
   *
   * @param shown what the client got
   * @param read reads it, and notes it
   * @returns the id of what will be told; `undefined` where nobody listens
   */
  issue(record: ProviderRecord, shown: IssueDetail, read: (signal: AbortSignal) => Promise<IssueDetail>): string | undefined {
    return this.#begin(record, shown.id, undefined, async (refresh, tell) => {
      const at = this.#options.clock.now();
      const now = await unlessGone(read(this.#life.signal));
      const isSame = now !== undefined && JSON.stringify(now) === JSON.stringify(shown);
      const issues = now === undefined || isSame ? [] : [rowOf(now)];
      tell({ refresh, provider: record.id, issues, removed: now?.key === shown.key ? [] : [shown.key], at: timeOf(at), last: true });
    });
  }

  /** Ends what is under way. */
  close(): void {
    this.#life.abort();
  }

  #begin(record: ProviderRecord, what: string, jql: string | undefined, work: (id: string, tell: (changed: IssuesChanged) => void) => Promise<void>): string | undefined {
    const { onChange, newId, log, clock } = this.#options;
    if (onChange === undefined) return undefined;
    const place = `${record.id} ${record.secret} ${what}`;
    const underWay = this.#underWay.get(place);
    if (underWay !== undefined) return underWay;
    const id = newId('refresh');
    this.#underWay.set(place, id);
    const fail = (error: unknown) => {
      if (this.#life.signal.aborted) return;
      if (!(error instanceof JiraError)) log.error(`What was seen could not be read anew: ${error instanceof Error ? error.name : 'unknown'}`);
      const { kind, message } = error instanceof JiraError ? error : new JiraError('server', 'It could not be read anew.');
      onChange({ refresh: id, provider: record.id, ...(jql === undefined ? {} : { jql }), issues: [], removed: [], at: timeOf(clock.now()), last: true, error: { kind, message } });
    };
    // The client has to know the id before it is told anything.
    clock.after(0, () => void work(id, onChange).catch(fail).finally(() => this.#underWay.delete(place)));
    return id;
  }

  async #refreshList(record: ProviderRecord, name: ListName, shown: ShownList, refresh: string, tell: (changed: IssuesChanged) => void): Promise<void> {
    const { connections, cache: caches, clock } = this.#options;
    const { refreshList } = await import('./refresh-list.ts');
    const cache = caches.of(record);
    const recorder = new ListRecorder(clock);
    const at = clock.now();
    const note = (issue: Issue): ListedIssue => ({ issue: cache.seen.note(issue, clock.now(), 'listed'), fields: issue.fields && JSON.stringify(issue.fields) });
    const { signal } = this.#life;
    const request = { provider: record.id, name, listed: shown.listed, at: shown.at, note, signal };
    const { listed, end } = await connections.use(record.id, (client) => refreshList(client, cache, request), signal);
    listed.forEach((each) => recorder.add(each));
    if (cache.owner !== undefined) cache.keepList(name, recorder.finish(cache.owner, name, end));

    const { changed, removed, order } = difference(shown.listed, listed);
    const common = { refresh, provider: record.id, jql: name.jql, at: timeOf(at) };
    const pieces = Array.from({ length: Math.max(1, Math.ceil(changed.length / toldAtOnce)) }, (_, index) => changed.slice(index * toldAtOnce, (index + 1) * toldAtOnce));
    pieces.forEach((piece, index) => {
      const issues = piece.map((each) => toListed(each, record.id, name.fields));
      const isLast = index === pieces.length - 1;
      const cursor = end.next === undefined ? {} : { cursor: writeCursor({ provider: record.id, jql: name.jql, startAt: end.next }) };
      tell({ ...common, issues, removed: index === 0 ? removed : [], ...(isLast ? { ...(order === undefined ? {} : { order }), total: end.total, ...cursor } : {}), last: isLast });
    });
  }
}

/** What a client must do to come from one list to the other. */
function difference(before: readonly ListedIssue[], now: readonly ListedIssue[]): { changed: ListedIssue[]; removed: string[]; order: string[] | undefined } {
  const former = new Map(before.map((each) => [each.issue.key, each]));
  const keys = now.map(({ issue }) => issue.key);
  const there = new Set(keys);
  const changed = now.filter((each) => !isSameRow(each, former.get(each.issue.key)));
  const left = [...former.keys()].filter((key) => there.has(key));
  const isInOrder = left.length === keys.length && left.every((key, at) => key === keys[at]);
  return { changed, removed: [...former.keys()].filter((key) => !there.has(key)), order: isInOrder ? undefined : keys };
}

function isSameRow(one: ListedIssue, other: ListedIssue | undefined): boolean {
  if (other === undefined || one === other) return other !== undefined;
  const { seenAt: _seenAt, lookedAt: _lookedAt, ...row } = one.issue;
  const { seenAt: _otherSeenAt, lookedAt: _otherLookedAt, ...otherRow } = other.issue;
  const [updated, otherUpdated] = [row.updated, otherRow.updated].map((time) => Math.floor(time / 1000));
  return updated === otherUpdated && one.fields === other.fields && JSON.stringify({ ...row, updated, created: 0 }) === JSON.stringify({ ...otherRow, updated, created: 0 });
}

/** An issue as a list shows it. */
function rowOf(detail: IssueDetail): Issue {
  const { provider, key, id, url, summary, type, status, priority, assignee, reporter, project, labels, created, updated, due, parent, fields } = detail;
  const rest = { priority, assignee, reporter, due, parent, fields };
  const there = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { provider, key, id, url, summary, type, status, project, labels, created, updated, ...there };
}

async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
