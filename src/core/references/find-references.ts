/** Finds what refers to an issue in a line of text: keys of projects that exist, and addresses of issues. */
import type { Server, Servers } from './servers.ts';

/** A part of a line that refers to an issue. Places are counted in UTF-16 code units. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  /** The key, in upper case. */
  readonly key: string;
  /** The servers that have its project, one at the least; several where texts cannot tell which is meant. */
  readonly servers: readonly Server[];
  /** The address that is written; absent where it is the key alone. */
  readonly url?: string;
}

/** Characters of a project key at the most (Jira's own limit is 10 unless an administrator raises it, up to 255). */
const longestProject = 255;

/** A hyphen with a number, which no zero begins. More digits than that Jira does not count. */
const numberOfIssue = /-[1-9]\d{0,17}(?!\d)/g;

const nothing: readonly Reference[] = [];
const nobody: readonly Server[] = [];

/** The references in a line, in order; none overlaps another. */
export function findReferences(line: string, servers: Servers): readonly Reference[] {
  if (servers.isEmpty || !line.includes('-')) return nothing;
  const addresses = line.includes('://') ? findAddresses(line, servers).reverse() : [];
  let found: Reference[] | undefined;
  numberOfIssue.lastIndex = 0;
  for (let number = numberOfIssue.exec(line); number !== null; number = numberOfIssue.exec(line)) {
    const { index } = number;
    while (addresses.length > 0 && addresses.at(-1)!.end <= index) addresses.pop();
    const address = addresses.at(-1);
    if (address !== undefined && address.start <= index && address.issue !== undefined) {
      const { start, end, text, issue } = address;
      if (issue.server !== undefined && found?.at(-1)?.start !== start) (found ??= []).push({ start, end, key: issue.key, servers: [issue.server], url: text });
      continue;
    }
    const start = startOfKey(line, index);
    const having = start === undefined ? nobody : servers.having(line.slice(start, index));
    const end = index + number[0].length;
    if (start !== undefined && having.length > 0 && isApart(line, start, end)) (found ??= []).push({ start, end, key: line.slice(start, end), servers: having });
  }
  return found ?? nothing;
}

/** The keys in the name of a branch, in whatever case they are written; in order, each once. */
export function findKeysInBranch(branch: string, servers: Servers): Reference[] {
  const found: Reference[] = [];
  for (const { 0: text, 1: project = '', 2: number = '', index } of branch.matchAll(/(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_]{0,254})-([1-9]\d{0,17})(?![A-Za-z0-9])/g)) {
    // An underscore may be a part of a project's key, or part two words of the branch.
    for (let from = 0; from >= 0; from = project.indexOf('_', from) + 1 || -1) {
      const name = project.slice(from).toUpperCase();
      const having = servers.having(name);
      if (having.length === 0) continue;
      found.push({ start: index + from, end: index + text.length, key: `${name}-${number}`, servers: having });
      break;
    }
  }
  return found;
}

interface Address {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The issue that it is the page of, if any. */
  readonly issue: ReturnType<typeof issueAt>;
}

/** Addresses of the web, without the punctuation of the sentence around them. */
function findAddresses(line: string, servers: Servers): Address[] {
  if (!line.includes('://')) return [];
  return [...line.matchAll(/https?:\/\/[^\s<>"'`()[\]{}|\\^]+/gi)].map(({ index, 0: found }) => {
    let end = found.length;
    while (/[.,;:!?*_~]/.test(found.charAt(end - 1))) end -= 1;
    const text = found.slice(0, end);
    return { start: index, end: index + end, text, issue: issueAt(text, servers) };
  });
}

/**
 * The issue that an address is the page of.
 *
 * @returns no server where it is the page of an issue on a Jira that is none of ours; `undefined` where it is no such page
 */
function issueAt(address: string, servers: Servers): { readonly key: string; readonly server?: Server } | undefined {
  const ours = servers.at(address);
  const key = /(?:[/#](?:browse|issues)\/|[?&#](?:selectedIssue|issueKey)=)([A-Za-z][A-Za-z0-9_]{1,254}-[1-9]\d{0,17})(?![\w-])/.exec(ours?.rest ?? address)?.[1];
  if (key === undefined) return undefined;
  return { key: key.toUpperCase(), ...(ours === undefined ? {} : { server: ours.server }) };
}

/** Where the key of a project begins that ends at a hyphen: a capital letter, and capital letters, digits and underscores after it. */
function startOfKey(line: string, hyphen: number): number | undefined {
  let start = hyphen;
  while (start > 0 && hyphen - start <= longestProject && isOfProject(line.charCodeAt(start - 1))) start -= 1;
  return start < hyphen && isCapital(line.charCodeAt(start)) ? start : undefined;
}

/**
 * Whether a key stands for itself: neither within a word, nor behind `XYZ-`, nor before what makes it a part of
 * another number (`ABC-1-2`, `ABC-1.5`). Words may follow it, as in `ABC-1-fix`.
 */
function isApart(line: string, start: number, end: number): boolean {
  return !/[\p{L}\p{M}\p{N}_]$/u.test(line.slice(Math.max(0, start - 2), start)) && !/[A-Z0-9_]-$/.test(line.slice(Math.max(0, start - 2), start)) && !/^(?:[\p{L}\p{M}\p{N}_]|[-.]\d)/u.test(line.slice(end, end + 2));
}

function isOfProject(code: number): boolean {
  return isCapital(code) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
