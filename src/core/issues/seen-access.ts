/** Reads from a provider that fall back to what Jira answered the last time. */
import type { Cached } from '../../../protocol/cache.ts';
import type { Core } from '../core.ts';
import { Access, accessTo, type Place } from './access.ts';
import { isUnreached } from './seen-query.ts';

/** An access for requests that read alone, and that are worth something without the network too. */
export class SeenAccess extends Access {
  /** When the oldest answer that was taken from the cache was seen: milliseconds since the epoch. */
  #at: number | undefined;

  /** Reads; where Jira cannot be reached, gives what it answered to the same before. @throws {JiraError} */
  override async read(...[path, query = [], more]: Parameters<Access['read']>): Promise<unknown> {
    const name = JSON.stringify([path, query]);
    try {
      const value = await super.read(path, query, more);
      this.seen.keep('answer', name, value);
      return value;
    } catch (error) {
      const kept = isUnreached(error) ? await this.seen.find('answer', name) : undefined;
      if (kept === undefined) throw error;
      this.#at = Math.min(kept.at, this.#at ?? kept.at);
      return kept.value;
    }
  }

  /** A part of a result that says that it is what was seen before; empty where it comes from Jira. */
  get mark(): { cached?: Cached } {
    return this.#at === undefined ? {} : { cached: { at: new Date(this.#at).toISOString() } };
  }
}

/** As `accessTo`, for requests that read alone. */
export async function seenAccessTo(core: Core, place: Place, signal: AbortSignal): Promise<SeenAccess> {
  return new SeenAccess(core, (await accessTo(core, place, signal)).provider, signal);
}
