/** The issues of one provider and one user that were seen: found by their keys and by words, at once. */
import type { Issue } from '../../../protocol/issues.ts';
import { type KeptIssue, keepIssue, toIssue } from './kept-issue.ts';
import { SharedParts } from './shared-parts.ts';

/** An issue that was seen. */
export interface SeenIssue {
  /** As it was then, without extra fields. */
  readonly issue: Issue;
  /** Milliseconds since the epoch. */
  readonly seenAt: number;
}

/** How an issue came to be seen: in a list, or because somebody looked at it or changed it. */
export type Look = 'listed' | 'looked';

/** As many issues are kept; those that were not seen for longest go. */
export const mostIssues = 20_000;
/** Milliseconds by which the search index lags behind at the most: some seconds, and longer while many issues change. */
const longestLag = 120_000;
/** As many former keys of moved issues. */
const mostFormerKeys = 1000;

/** The issues that were seen last. */
export class SeenIssues {
  readonly parts = new SharedParts();
  readonly #provider: string;
  /** Those that were seen last at the end. */
  readonly #byId = new Map<string, KeptIssue>();
  readonly #byKey = new Map<string, KeptIssue>();
  /** From the former key of a moved issue to its id. */
  readonly #formerKeys = new Map<string, string>();

  constructor(provider: string) {
    this.#provider = provider;
  }

  get size(): number {
    return this.#byId.size;
  }

  /**
   * Notes an issue. What is known already and is newer stays: what was seen later, and what was read by itself just
   * now, after a change of which a list does not know yet, since its index lags behind.
   *
   * @param seenAt milliseconds since the epoch
   * @returns what is known now
   */
  note(issue: Issue, seenAt: number, look: Look): KeptIssue {
    const known = this.#byId.get(issue.id);
    if (known !== undefined && look === 'listed' && seenAt < known.lookedAt + longestLag && isBefore(Date.parse(issue.updated), known.updated)) return known;
    const kept = keepIssue(issue, seenAt, look === 'looked' ? seenAt : (known?.lookedAt ?? 0), this.parts);
    this.#replace(known, kept);
    return kept;
  }

  /** Notes an issue that is in its form for keeping. What is known already and was seen later stays. */
  noteKept(kept: KeptIssue): void {
    this.#replace(this.#byId.get(kept.id), kept);
  }

  #replace(known: KeptIssue | undefined, kept: KeptIssue): void {
    if (known !== undefined && known.seenAt > kept.seenAt) return;
    if (known !== undefined) this.#drop(known);
    if (known !== undefined && known.key !== kept.key) this.#noteFormerKey(known);
    this.#byId.set(kept.id, kept);
    this.#byKey.set(kept.key.toUpperCase(), kept);
    if (this.#byId.size > mostIssues) this.#drop(this.#byId.values().next().value!);
  }

  /** An issue by its key, or by one that it had when it was seen. */
  find(key: string): SeenIssue | undefined {
    const kept = this.#findKept(key);
    return kept && { issue: toIssue(kept, this.#provider), seenAt: kept.seenAt };
  }

  /** Whichever of the two was seen later: an issue of a list that was kept, or what is known of it beside. */
  newest(kept: KeptIssue): KeptIssue {
    const known = this.#byId.get(kept.id);
    return known !== undefined && known.seenAt > kept.seenAt ? known : kept;
  }

  /** Forgets an issue that is not there any more. */
  forget(key: string): void {
    const known = this.#findKept(key);
    if (known !== undefined) this.#drop(known);
  }

  /** Those whose key begins with a text or whose summary has words that begin with all of its words, unordered. */
  matching(text: string): KeptIssue[] {
    const fits = matcher(text);
    return [...this.#byId.values()].filter(fits);
  }

  #findKept(key: string): KeptIssue | undefined {
    const wanted = key.toUpperCase();
    return this.#byKey.get(wanted) ?? this.#byId.get(this.#formerKeys.get(wanted) ?? '');
  }

  #drop(kept: KeptIssue): void {
    this.#byId.delete(kept.id);
    const key = kept.key.toUpperCase();
    if (this.#byKey.get(key) === kept) this.#byKey.delete(key);
  }

  #noteFormerKey({ key, id }: KeptIssue): void {
    this.#formerKeys.set(key.toUpperCase(), id);
    const [oldest] = this.#formerKeys.keys();
    if (this.#formerKeys.size > mostFormerKeys && oldest !== undefined) this.#formerKeys.delete(oldest);
  }
}

/** Lists have whole seconds. */
function isBefore(one: number, other: number): boolean {
  return Math.floor(one / 1000) < Math.floor(other / 1000);
}

/** Whom people mean by what they typed so far: those they looked at last, then those that were changed last. */
export function byInterest(one: KeptIssue, other: KeptIssue): number {
  return other.lookedAt - one.lookedAt || other.updated - one.updated;
}

function matcher(text: string): (issue: KeptIssue) => boolean {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(separators).filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return ({ key, summary }) => {
    if (key.toLowerCase().startsWith(wanted)) return true;
    const lower = summary.toLowerCase();
    return words.every((word) => hasWordWith(lower, word));
  };
}

const separators = /[^\p{L}\p{M}\p{N}]+/u;
const partOfWord = /[\p{L}\p{M}\p{N}]/u;

function hasWordWith(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (at === 0 || !partOfWord.test(text.charAt(at - 1))) return true;
  }
  return false;
}
