/** What was seen of the issues of all providers. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import type { CacheFiles, CacheFolder } from '../../infrastructure/storage/cache-files.ts';
import type { ProviderStore } from '../providers/provider-store.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { toIssue } from './kept-issue.ts';
import { ownerFolder, ownerOf } from './names.ts';
import { byInterest, type Look, type SeenIssue } from './seen-issues.ts';
import { everything, UserCache } from './user-cache.ts';

/** What the cache is made from. */
export interface IssueCacheOptions {
  readonly clock: Clock;
  readonly files: CacheFiles;
  readonly store: ProviderStore;
  /** The name of this agent among those that share the storage: lower-case letters, digits and hyphens. */
  readonly agent: string;
}

/** Milliseconds that an agent that ends has for writing. */
const endTime = 2000;

/**
 * Issues that passed through any request, for whatever shows them again before Jira answers, or without it. Each user
 * of a provider has a cache apart; it ends when the user signs out, in whichever window.
 */
export class IssueCache {
  readonly #options: IssueCacheOptions;
  readonly #caches = new Map<string, UserCache>();
  #stopWatching: (() => void) | undefined;
  #learning: Promise<void> | undefined;

  constructor(options: IssueCacheOptions) {
    this.#options = options;
  }

  /** The cache of the user of a provider. */
  of(record: Pick<ProviderRecord, 'id' | 'baseUrl' | 'user' | 'state'>): UserCache {
    const owner = ownerOf(record);
    const known = this.#caches.get(record.id);
    if (known !== undefined && known.owner === undefined && owner !== undefined) known.adopt(owner);
    if (known !== undefined && known.owner === owner) return known;
    known?.end();
    return this.#open(record.id, owner);
  }

  /** An issue that was seen, at once. @param key in any case; a key that the issue had before it was moved will do */
  seen(provider: string, key: string): SeenIssue | undefined {
    void this.ready();
    return this.#caches.get(provider)?.seen.find(key);
  }

  /**
   * Issues that were seen, at once: those whose key begins with `words`, or whose summary has words that begin with all
   * of them. Those that somebody looked at last come first, then those that were changed last.
   *
   * @param provider of one, or of all
   * @param words as a person types them; empty for all
   */
  search(provider: string | undefined, words: string, limit: number): SeenIssue[] {
    void this.ready();
    const places = [...this.#caches].filter(([id]) => provider === undefined || id === provider);
    return places
      .flatMap(([id, { seen }]) => seen.matching(words).map((kept) => ({ id, kept })))
      .sort((one, other) => byInterest(one.kept, other.kept))
      .slice(0, limit)
      .map(({ id, kept }) => ({ issue: toIssue(kept, id), seenAt: kept.seenAt }));
  }

  /** Notes issues as they are now. @param look `looked` where somebody reads or changes just this one */
  note(provider: string, issues: readonly Issue[], look: Look = 'listed'): void {
    const cache = this.#caches.get(provider) ?? this.#open(provider, undefined);
    cache.note(issues, look);
    if (cache.owner === undefined) void this.#identify(provider);
  }

  /** Resolves when what was seen before this agent began is known: `seen` and `search` bring it about, and do not wait for it. */
  ready(): Promise<void> {
    return (this.#learning ??= this.#learn());
  }

  /** Forgets a provider: its user is another one now, or it is gone. */
  async forget(provider: string): Promise<void> {
    this.#end(provider);
    await this.#options.files.forget(provider);
  }

  /** Writes what is not written yet. */
  async close(): Promise<void> {
    this.#stopWatching?.();
    let stop: (() => void) | undefined;
    const late = new Promise<void>((resolve) => (stop = this.#options.clock.after(endTime, resolve)));
    await Promise.race([late, Promise.all([...this.#caches.values()].map((cache) => cache.flush()))]);
    stop?.();
    for (const provider of [...this.#caches.keys()]) this.#end(provider);
  }

  async #learn(): Promise<void> {
    try {
      for (const record of await this.#options.store.list()) await this.of(record).learn(everything);
    } catch {
      // A store that cannot be read is told by the request that needs it.
    }
  }

  async #identify(provider: string): Promise<void> {
    const record = (await this.#options.store.list().catch(() => [])).find(({ id }) => id === provider);
    if (record !== undefined && this.#caches.has(provider)) this.of(record);
  }

  #open(provider: string, owner: string | undefined): UserCache {
    this.#stopWatching ??= this.#options.store.watch(() => void this.#endThoseOfOthers());
    const { clock, agent } = this.#options;
    const cache = new UserCache({ provider, owner, clock, agent, openFolder: (whose) => this.#openFolder(provider, whose) });
    this.#caches.set(provider, cache);
    return cache;
  }

  /** Whoever signs the user out deletes the folder after the record has changed: so it is looked at before and after the folder is made. */
  async #openFolder(provider: string, owner: string): Promise<CacheFolder | undefined> {
    if (!(await this.#owns(provider, owner))) return undefined;
    const folder = await this.#options.files.open(provider, ownerFolder(owner));
    if (folder === undefined || (await this.#owns(provider, owner))) return folder;
    await this.#options.files.forget(provider).catch(() => undefined);
    return undefined;
  }

  async #owns(provider: string, owner: string): Promise<boolean> {
    const record = (await this.#options.store.list().catch(() => [])).find(({ id }) => id === provider);
    return record !== undefined && ownerOf(record) === owner;
  }

  /** Another agent may have signed a user out. */
  async #endThoseOfOthers(): Promise<void> {
    const records = await this.#options.store.list().catch(() => undefined);
    for (const [provider, { owner }] of records === undefined ? [] : [...this.#caches]) {
      const record = records!.find(({ id }) => id === provider);
      const now = record && ownerOf(record);
      if (owner !== now && (owner !== undefined || now === undefined)) this.#end(provider);
    }
  }

  #end(provider: string): void {
    this.#caches.get(provider)?.end();
    this.#caches.delete(provider);
  }
}
