/** What was seen of the issues of all providers. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import { byInterest, type Look, type SeenIssue, SeenIssues } from './seen-issues.ts';

/** Issues that passed through any request, for whatever shows them again before Jira answers, or without it. */
export class IssueCache {
  readonly #clock: Clock;
  readonly #seen = new Map<string, SeenIssues>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** An issue that was seen, at once. @param key in any case; a key that the issue had before it was moved will do */
  seen(provider: string, key: string): SeenIssue | undefined {
    return this.#seen.get(provider)?.find(key);
  }

  /**
   * Issues that were seen, at once: those whose key begins with `words`, or whose summary has words that begin with all
   * of them. Those that somebody looked at last come first, then those that were changed last.
   *
   * @param provider of one, or of all
   * @param words as a person types them; empty for all
   */
  search(provider: string | undefined, words: string, limit: number): SeenIssue[] {
    const places = [...this.#seen].filter(([id]) => provider === undefined || id === provider);
    return places
      .flatMap(([id, seen]) => seen.matching(words).map((kept) => ({ id, kept })))
      .sort((one, other) => byInterest(one.kept, other.kept))
      .slice(0, limit)
      .map(({ id, kept }) => ({ issue: kept.toIssue(id), seenAt: kept.seenAt }));
  }

  /** Notes issues as they are now. @param look `looked` where somebody reads or changes just this one */
  note(provider: string, issues: readonly Issue[], look: Look = 'listed'): void {
    const seen = this.#seen.get(provider) ?? new SeenIssues(provider);
    this.#seen.set(provider, seen);
    seen.note(issues, this.#clock.now(), look);
  }

  /** Forgets a provider: its user is another one now, or it is gone. */
  async forget(provider: string): Promise<void> {
    this.#seen.delete(provider);
  }
}
