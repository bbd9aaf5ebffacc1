/** What somebody types who may want an issue: the part of a line before the cursor. */
import type { Servers } from './servers.ts';
import type { Typed } from './suggestions.ts';

/** What was typed, and where it begins in the line, in UTF-16 code units. */
export interface TypedAt {
  readonly typed: Typed;
  readonly start: number;
}

/** Letters of a word from which on it is searched for: shorter ones are in every summary. */
const shortestWord = 3;
/** Characters after a `#` that are still taken for what is searched for. */
const longestSearch = 60;

/** Characters before the cursor that are looked at. */
const farthest = 300;

/**
 * The beginning of a key: that of a project that exists, a hyphen, and as many digits as there are.
 *
 * @param line up to the cursor
 */
export function typedKey(line: string, servers: Servers): TypedAt | undefined {
  const found = /(?<![\p{L}\p{M}\p{N}_])([A-Za-z][A-Za-z0-9_]{1,254})-([1-9]\d{0,8})?$/u.exec(line.slice(-farthest));
  const project = found?.[1]?.toUpperCase() ?? '';
  return found === null || servers.having(project).length === 0 ? undefined : { typed: { kind: 'key', project, digits: found[2] ?? '' }, start: line.length - found[0].length };
}

/** A `#` and words. One at the beginning of a line begins a heading or a comment, and digits after it are somebody else's number. */
export function typedSearch(line: string): TypedAt | undefined {
  const found = new RegExp(`(?<=\\S.*)(?<=[\\s([{"'])#((?:\\p{L}[^#]{0,${longestSearch}})?)$`, 'u').exec(line.slice(-farthest));
  if (found === null) return undefined;
  const words = found[1]!.trim();
  // What looks like a colour is one.
  if (/^[\da-f]{3,8}$/i.test(words) && /["']#\S*$/.test(line.slice(-farthest))) return undefined;
  return { typed: words === '' ? { kind: 'nothing' } : { kind: 'words', words }, start: line.length - found[0].length };
}

/** A word of several letters, or the key of a project. */
export function typedWord(line: string, servers: Servers): TypedAt | undefined {
  const found = /(?<![\p{L}\p{M}\p{N}_#/.@-])\p{L}[\p{L}\p{M}\p{N}_]*$/u.exec(line.slice(-farthest));
  if (found === null) return undefined;
  const [word] = found;
  const start = line.length - word.length;
  if (servers.having(word).length > 0) return { typed: { kind: 'key', project: word, digits: '' }, start };
  return word.length < shortestWord ? undefined : { typed: { kind: 'words', words: word }, start };
}
