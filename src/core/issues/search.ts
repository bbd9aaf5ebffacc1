/** Searches: one page after another for the reader, several at a time on the wire. */
import { setMaxListeners } from 'node:events';
import type { Issue } from '../../../protocol/issues.ts';
import { JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import { list, text } from '../jira/json.ts';
import type { LongList } from '../jira/long-list.ts';
import type { Priority } from '../jira/pace.ts';
import { listFields, toIssue } from './issue.ts';
import { PagesAhead } from './pages-ahead.ts';

/** What to search, and how much of it. */
export interface SearchRequest {
  readonly provider: string;
  readonly jql: string;
  /** How many issues at the most, from `startAt` on. */
  readonly limit: number;
  readonly startAt: number;
  readonly extraFields: readonly string[];
  /** What Jira is asked for; absent: what a list shows, and the extra fields. */
  readonly fields?: readonly string[];
  /** Absent: of a person for the first page, and of a list for the others. */
  readonly priority?: Priority;
  /**
   * Gets the issues in order, some at a time, none twice. `total` is how many the query has on the server. No more are
   * read before it is done.
   */
  readonly onPage: (issues: Issue[], total: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** How a search ended. */
export interface SearchEnd {
  readonly total: number;
  /** Where the list goes on; `undefined` at its end. */
  readonly next: number | undefined;
  readonly warnings: string[];
}

/** A page that came, and is not read yet. */
interface Page {
  readonly startAt: number;
  readonly asked: number;
  /** How many issues it has, as far as the server says. */
  readonly size: number;
  readonly total: number;
  readonly list: LongList;
}

/** The first page shows soon, and takes little memory. */
const firstPage = 250;
/** Jira's own cap (`jira.search.views.default.max`): more is cut down to it without a word. */
const largestPage = 1000;
/** Issues that are handed on at once. */
const batchSize = 50;
/** A longer address is not sure to pass every proxy; the query then travels in a body. */
const longestQuery = 2000;
/** As many warnings as a person may read. */
const mostWarnings = 20;

/**
 * Searches. The pages are cut by what came back, not by what was asked for, since servers cap them.
 *
 * @throws {JiraError} for the first page that fails
 */
export async function search(client: JiraClient, request: SearchRequest): Promise<SearchEnd> {
  const reader = new Reader(client, request);
  const first = await fetchPage(client, request, request.startAt, Math.min(request.limit, firstPage));
  // What a person waits for is read before the others come in.
  const from = await reader.read(first);
  const to = Math.min(request.startAt + request.limit, first.total);
  const next = from > request.startAt && from < to ? await readRest(client, request, reader, { from, to, first }) : from;
  // What came twice was pushed on by an issue that moved to pages already read, and is not seen itself.
  if (reader.twice > 0) reader.warnings.add(`The list changed while it was read: ${reader.twice === 1 ? 'an issue' : `up to ${reader.twice} issues`} may be missing. Ask again to see all.`);
  return { total: first.total, next: next > request.startAt && next < first.total ? next : undefined, warnings: [...reader.warnings] };
}

/** Fetches what follows the first page, several pages at a time, and reads them in order. @returns where it ended */
async function readRest(client: JiraClient, request: SearchRequest, reader: Reader, range: { from: number; to: number; first: Page }): Promise<number> {
  const { from, to, first } = range;
  const abort = new AbortController();
  const signal = AbortSignal.any([request.signal, abort.signal]);
  setMaxListeners(0, signal); // Each page listens; Node warns of more than ten.
  const fetch = (start: number, end: number) => fetchRange(client, { ...request, signal }, start, end);
  let next = from;
  try {
    const ahead = new PagesAhead(fetch, {
      from,
      to,
      size: client.isCounted ? largestPage : firstPage, // Where Jira counts requests, as few as may be are better.
      largest: first.size < first.asked ? Math.max(1, first.size) : largestPage,
    });
    for (let pages = await ahead.next(); pages !== undefined; pages = await ahead.next()) {
      for (const page of pages) {
        const end = page.startAt + page.size;
        next = await reader.read(page);
        for (let start = page.startAt; next > start && next < end; ) {
          start = next;
          next = await reader.read(await fetchPage(client, { ...request, signal }, start, end - start));
        }
        if (page.size === 0 || next < end) return next;
      }
    }
  } catch (error) {
    if (!(error instanceof JiraError) || !isWindowLimit(error)) throw error;
    reader.warnings.add(`Jira gives no more than the first ${next} issues of a query. Narrow the query down to see the others.`);
  } finally {
    abort.abort();
  }
  return next;
}

/** One page of a known size, asked for again from where it stopped while the server gives less than that. */
async function fetchRange(client: JiraClient, request: SearchRequest, from: number, to: number): Promise<Page[]> {
  const pages: Page[] = [];
  for (let start = from; start < to; ) {
    const page = await fetchPage(client, request, start, to - start);
    pages.push(page);
    if (page.size === 0) break;
    start += page.size;
  }
  return pages;
}

async function fetchPage(client: JiraClient, request: SearchRequest, startAt: number, asked: number): Promise<Page> {
  const { jql, extraFields, signal } = request;
  const priority = request.priority ?? (startAt === request.startAt ? 'person' : 'list');
  const fields = request.fields ?? [...new Set([...listFields, ...extraFields])];
  const path = '/rest/api/2/search';
  const list = await client.requestList(
    encodeURIComponent(jql).length > longestQuery
      ? { method: 'POST', path, json: { jql, startAt, maxResults: asked, fields }, purpose: 'search', priority, signal }
      : {
          path,
          query: [['jql', jql], ['startAt', String(startAt)], ['maxResults', String(asked)], ['fields', fields.join(',')]],
          purpose: 'search',
          priority,
          signal,
        },
    'issues',
  );
  const { issues, total, maxResults } = list.members;
  if (!Array.isArray(issues) || !isCount(total)) throw new JiraError('server', 'The answer of Jira is no list of issues.');
  if (list.userName === undefined && startAt === request.startAt) await client.confirmIdentity(signal);
  const most = isCount(maxResults) && maxResults > 0 ? Math.min(asked, maxResults) : asked;
  return { startAt, asked, size: Math.max(0, Math.min(most, total - startAt)), total, list };
}

/** Reads pages, and hands their issues on. */
class Reader {
  readonly warnings = new Set<string>();
  /** How many issues came again. */
  twice = 0;
  readonly #client: JiraClient;
  readonly #request: SearchRequest;
  readonly #seen = new Set<string>();

  constructor(client: JiraClient, request: SearchRequest) {
    this.#client = client;
    this.#request = request;
  }

  /** @returns where the page ended */
  async read({ startAt, asked, total, list: { members, pieces } }: Page): Promise<number> {
    const { provider, extraFields, onPage, signal } = this.#request;
    list(members['warningMessages']).slice(0, mostWarnings).forEach((each) => this.#warn(text(each)));
    let count = 0;
    let batch: Issue[] = [];
    for (const piece of pieces()) {
      const issues = piece.slice(0, asked - count).map((issue) => toIssue(issue, provider, this.#client.baseUrl, extraFields));
      count += issues.length;
      const fresh = issues.filter(({ id }) => !this.#seen.has(id) && this.#seen.add(id));
      this.twice += issues.length - fresh.length;
      batch.push(...fresh);
      if (batch.length < batchSize) continue;
      await onPage(batch, total);
      signal.throwIfAborted();
      batch = [];
    }
    if (batch.length > 0 || count === 0) await onPage(batch, total);
    return startAt + count;
  }

  #warn(message: string | undefined): void {
    if (message !== undefined) this.warnings.add(message);
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Search platforms refuse to read beyond a window of some 10,000 results (facts, section 6). */
function isWindowLimit({ kind, details }: JiraError): boolean {
  return kind === 'server' && details.httpStatus === 500 && (details.jira?.errorMessages ?? []).some((message) => /limit|10[.,]?000/i.test(message));
}
