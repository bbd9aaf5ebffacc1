/** Queries issues: from what is wanted to the pages of a list. */
import type { Cached, CacheUse } from '../../../protocol/cache.ts';
import type { Issue } from '../../../protocol/issues.ts';
import { type ListName, sorted } from '../cache/names.ts';
import { ListRecorder } from '../cache/seen-list.ts';
import { singles, type UserCache } from '../cache/user-cache.ts';
import type { Core } from '../core.ts';
import { invalidParams, JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import { assertUsable } from '../providers/usable.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { assertOneWish, toQuery, type Wish } from './query.ts';
import { search, type SearchEnd } from './search.ts';
import { isUnreached, neverSeen, seenWarning, type ShownList, showSeenList } from './seen-query.ts';
import type { Query } from './text-query.ts';

/** What `jira/issues` asks for. */
export interface IssuesRequest extends Wish {
  readonly provider?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  /** `fallback` unless given. */
  readonly cache?: CacheUse;
}

/** How a query ended; its issues went to `onPage`. */
export interface IssuesEnd {
  readonly total: number;
  readonly cursor?: string | undefined;
  readonly jql: string;
  readonly warnings: string[];
  readonly cached?: Cached;
}

type OnPage = (issues: Issue[], total: number) => Promise<void>;

/**
 * Queries issues.
 *
 * @param onPage gets the issues in order, page by page, and how many the query has on the server: all of them from Jira,
 *   or all of them as they were seen before
 * @throws {JiraError} never an empty list in the place of an error
 */
export async function queryIssues(core: Core, request: IssuesRequest, signal: AbortSignal, onPage: OnPage): Promise<IssuesEnd> {
  const cursor = request.cursor === undefined ? undefined : readCursor(request.cursor);
  const provider = request.provider ?? cursor?.provider ?? (request.text === undefined ? undefined : await providerOfAddress(core, request.text));
  if (cursor !== undefined && (cursor.provider !== provider || (request.jql !== undefined && request.jql !== cursor.jql))) {
    throw invalidParams('cursor', 'This cursor belongs to another query. Leave it out for the first page of a new one.');
  }
  const { cache = 'fallback' } = request;
  const wanted = { core, request, cursor, signal };
  if (cache === 'only' || cache === 'first') {
    const shown = await showSeen(wanted, provider, onPage, cache);
    if (shown !== undefined) return shown;
    if (cache === 'only') throw neverSeen('This list');
  }
  let begun = false;
  const watched: OnPage = (issues, total) => {
    begun ||= issues.length > 0;
    return onPage(issues, total);
  };
  try {
    return await askJira(wanted, provider, watched);
  } catch (error) {
    const shown = cache === 'none' || begun || !isUnreached(error) ? undefined : await showSeen(wanted, provider, onPage, 'fallback');
    if (shown === undefined) throw error;
    return { ...shown, warnings: [...shown.warnings, seenWarning(error as JiraError, Date.parse(shown.cached!.at), core.clock)] };
  }
}

interface Wanted {
  readonly core: Core;
  readonly request: IssuesRequest;
  readonly cursor: Cursor | undefined;
  readonly signal: AbortSignal;
}

async function askJira({ core, request, cursor, signal }: Wanted, provider: string | undefined, onPage: OnPage): Promise<IssuesEnd> {
  const extraFields = request.fields ?? [];
  const work = async (client: JiraClient, record: ProviderRecord): Promise<IssuesEnd> => {
    const query = cursor ?? (await toQuery(request, client, signal));
    const cache = core.cache.of(record);
    const recorder = new ListRecorder(core.clock);
    const recorded: OnPage = (issues, total) => {
      const now = core.clock.now();
      for (const issue of issues) recorder.add({ issue: cache.seen.note(issue, now, 'listed'), fields: issue.fields && JSON.stringify(issue.fields) });
      return onPage(issues, total);
    };
    const startAt = cursor?.startAt ?? 0;
    const run = (jql: string) => search(client, { provider: record.id, jql, limit: request.limit, startAt, extraFields, onPage: recorded, signal });
    const [jql, end] = await runQuery(query, run);
    const { total, next, warnings } = end;
    keep(cache, { jql, fields: sorted(extraFields), startAt, limit: request.limit }, recorder, end, cursor === undefined ? request : undefined);
    return { total, cursor: next === undefined ? undefined : writeCursor({ provider: record.id, jql, startAt: next }), jql, warnings };
  };
  try {
    return await core.connections.use(provider, work, signal);
  } catch (error) {
    if (request.jql === undefined || !(error instanceof JiraError) || error.kind !== 'invalidJql') throw error;
    const { withRange } = await import('../jql/place-error.ts');
    throw withRange(error, request.jql);
  }
}

/** @param wish absent where it was a cursor */
function keep(cache: UserCache, name: ListName, recorder: ListRecorder, end: SearchEnd, wish: Wish | undefined): void {
  if (cache.owner === undefined) return;
  cache.keepList(name, recorder.finish(cache.owner, name, end));
  if (wish !== undefined && wish.jql === undefined) cache.keep('query', wishName(wish), name.jql);
}

/** The list as it was seen; `undefined` where it never was. */
async function showSeen({ core, request, cursor, signal }: Wanted, provider: string | undefined, onPage: OnPage, use: CacheUse): Promise<IssuesEnd | undefined> {
  assertOneWish(request);
  const record = await core.store.resolve(provider);
  assertUsable(record);
  const cache = core.cache.of(record);
  const jql = cursor?.jql ?? request.jql ?? (await cache.find('query', wishName(request)))?.value;
  if (typeof jql !== 'string') return undefined;
  const name: ListName = { jql, fields: sorted(request.fields ?? []), startAt: cursor?.startAt ?? 0, limit: request.limit };
  // There is time for it where nothing newer will come.
  if (use !== 'first') await cache.learn(singles);
  const shown = await showSeenList(cache, record.id, name, signal, onPage);
  if (shown === undefined) return undefined;
  const { total, next, warnings, at } = shown;
  return {
    total,
    cursor: next === undefined ? undefined : writeCursor({ provider: record.id, jql, startAt: next }),
    jql,
    warnings,
    cached: { at: new Date(at).toISOString(), ...(use === 'first' ? beginRefresh(core, record, name, shown) : {}) },
  };
}

function beginRefresh(core: Core, record: ProviderRecord, name: ListName, shown: ShownList): Pick<Cached, 'refresh'> {
  const refresh = core.refreshes.list(record, name, shown);
  return refresh === undefined ? {} : { refresh };
}

/** What stands for a wish that is not written in JQL. */
function wishName({ text, filter, preset, project }: Wish): string {
  return JSON.stringify({ text, filter, preset, project });
}

/** Of several providers, a pasted address says which one it is of. */
async function providerOfAddress({ store }: Core, text: string): Promise<string | undefined> {
  const providers = await store.list();
  if (providers.length < 2) return undefined;
  const { readAddress } = await import('./text-query.ts');
  const href = readAddress(text)?.href;
  const owners = providers.filter(({ baseUrl }) => href?.startsWith(`${baseUrl}/`) === true);
  return owners.toSorted((left, right) => right.baseUrl.length - left.baseUrl.length)[0]?.id;
}

async function runQuery({ jql, otherwise }: Query, run: (jql: string) => Promise<SearchEnd>): Promise<[string, SearchEnd]> {
  try {
    return [jql, await run(jql)];
  } catch (error) {
    if (otherwise === undefined || !(error instanceof JiraError) || error.kind !== 'invalidJql') throw error;
    return [otherwise, await run(otherwise)];
  }
}
