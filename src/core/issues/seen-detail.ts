/** One issue, from Jira or as it was seen before. */
import type { Cached, CacheUse } from '../../../protocol/cache.ts';
import type { IssueDetail } from '../../../protocol/issue-detail.ts';
import { singles, type UserCache } from '../cache/user-cache.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { assertUsable } from '../providers/usable.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { Access, accessTo, type Place } from './access.ts';
import { type DetailRequest, readIssueDetail } from './read-issue.ts';
import { isUnreached, neverSeen } from './seen-query.ts';

/** An issue, and whether it is what was seen before. */
export type ShownDetail = IssueDetail & { readonly cached?: Cached };

/**
 * An issue with everything that its page shows.
 *
 * @throws {JiraError} `notFound` where it is not there for the user; `offline` where it was never seen and cannot be read
 */
export async function showIssueDetail(core: Core, place: Place, request: DetailRequest, use: CacheUse, signal: AbortSignal): Promise<ShownDetail> {
  if (use === 'only' || use === 'first') {
    const seen = await findSeen(core, place, request);
    if (seen !== undefined) return use === 'only' ? seen.shown : { ...seen.shown, cached: { ...seen.shown.cached!, ...beginRefresh(core, seen, request) } };
    if (use === 'only') throw neverSeen(`The issue ${request.key}`);
  }
  try {
    return await readIssueDetail(await accessTo(core, place, signal), request);
  } catch (error) {
    const mayFallBack = use !== 'none' && (isUnreached(error) || (error instanceof JiraError && error.kind === 'ambiguousProvider'));
    const seen = mayFallBack ? await findSeen(core, place, request).catch(() => undefined) : undefined;
    if (seen === undefined) throw error;
    return seen.shown;
  }
}

interface SeenDetail {
  readonly record: ProviderRecord;
  /** As it was kept. */
  readonly detail: IssueDetail;
  readonly shown: ShownDetail;
}

async function findSeen(core: Core, { provider }: Place, { key, fields }: DetailRequest): Promise<SeenDetail | undefined> {
  const record = await recordOf(core, provider, key);
  if (record === undefined) return undefined;
  assertUsable(record);
  const cache = core.cache.of(record);
  await cache.learn(singles);
  const kept = await cache.findDetail(key, fields);
  if (kept === undefined) return undefined;
  const { fields: extra = {}, ...detail } = kept.value;
  const wanted = Object.fromEntries(Object.entries(extra).filter(([name]) => fields.includes(name)));
  return {
    record,
    detail: kept.value,
    shown: { ...detail, ...newerRow(cache, kept.value, kept.at), ...(fields.length === 0 ? {} : { fields: wanted }), cached: { at: new Date(kept.at).toISOString() } },
  };
}

/** What a list, or a change, has shown of it since. */
function newerRow(cache: UserCache, { key }: IssueDetail, at: number): Partial<IssueDetail> {
  const seen = cache.seen.find(key);
  return seen === undefined || seen.seenAt <= at ? {} : seen.issue;
}

/** Of several providers, the only one where the issue was seen. */
async function recordOf({ store, cache }: Core, provider: string | undefined, key: string): Promise<ProviderRecord | undefined> {
  const records = await store.list();
  if (provider !== undefined || records.length < 2) return store.resolve(provider);
  await cache.ready();
  const [only, ...others] = records.filter(({ id }) => cache.seen(id, key) !== undefined);
  return others.length === 0 ? only : undefined;
}

function beginRefresh(core: Core, { record, detail }: SeenDetail, request: DetailRequest): Pick<Cached, 'refresh'> {
  const refresh = core.refreshes.issue(record, detail, (signal) => readIssueDetail(new Access(core, record, signal, 'background'), request));
  return refresh === undefined ? {} : { refresh };
}
