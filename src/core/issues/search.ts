/** Searches: one page after another for the reader, several at a time on the wire. */
import { setMaxListeners } from 'node:events';
import type { Issue } from '../../../protocol/issues.ts';
import { JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import { list, record, text } from '../jira/json.ts';
import { listFields, toIssue } from './issue.ts';

/** What to search, and how much of it. */
export interface SearchRequest {
  readonly provider: string;
  readonly jql: string;
  /** How many issues at the most, from `startAt` on. */
  readonly limit: number;
  readonly startAt: number;
  readonly extraFields: readonly string[];
  /** Gets the issues of each page in order, none twice. `total` is how many the query has on the server. */
  readonly onPage: (issues: Issue[], total: number) => void;
  readonly signal: AbortSignal;
}

/** How a search ended. */
export interface SearchEnd {
  readonly total: number;
  /** Where the list goes on; `undefined` at its end. */
  readonly next: number | undefined;
  readonly warnings: string[];
}

interface Page {
  readonly startAt: number;
  readonly size: number;
  readonly total: number;
  readonly issues: Issue[];
  readonly warnings: string[];
}

/** Small pages show soon and take little memory; where Jira counts requests, as few as may be are better. */
const usualPage = 250;
/** Jira's own cap (`jira.search.views.default.max`): more is cut down to it without a word. */
const largestPage = 1000;
/** Pages under way at once. */
const parallelPages = 8;
/** A longer address is not sure to pass every proxy; the query then travels in a body. */
const longestQuery = 2000;

/**
 * Searches. The pages are cut by what came back, not by what was asked for, since servers cap them.
 *
 * @throws {JiraError} for the first page that fails
 */
export async function search(client: JiraClient, request: SearchRequest): Promise<SearchEnd> {
  const warnings = new Set<string>();
  const seen = new Set<string>();
  const deliver = (page: Page) => {
    page.warnings.forEach((warning) => warnings.add(warning));
    const fresh = page.issues.filter(({ id }) => !seen.has(id) && seen.add(id));
    request.onPage(fresh, page.total);
  };

  const first = await fetchPage(client, request, request.startAt, Math.min(request.limit, usualPage));
  deliver(first);
  const end = Math.min(request.startAt + request.limit, first.total);
  let next = first.startAt + first.size;
  if (first.size > 0 && next < end) {
    const pageSize = first.size === usualPage && client.isCounted ? largestPage : first.size;
    next = await fetchRest(client, request, { from: next, to: end, pageSize }, deliver, warnings);
  }
  return { total: first.total, next: next > request.startAt && next < first.total ? next : undefined, warnings: [...warnings] };
}

/** Fetches what follows the first page, several pages at a time, and delivers them in order. */
async function fetchRest(
  client: JiraClient,
  request: SearchRequest,
  range: { from: number; to: number; pageSize: number },
  deliver: (page: Page) => void,
  warnings: Set<string>,
): Promise<number> {
  const abort = new AbortController();
  const signal = AbortSignal.any([request.signal, abort.signal]);
  setMaxListeners(0, signal); // Each page listens; Node warns of more than ten.
  const starts = Array.from({ length: Math.ceil((range.to - range.from) / range.pageSize) }, (_, index) => range.from + index * range.pageSize);
  const underWay: Promise<Page[]>[] = [];
  const begin = () => {
    const start = starts.shift();
    if (start === undefined) return;
    const pages = fetchRange(client, { ...request, signal }, start, Math.min(start + range.pageSize, range.to));
    pages.catch(() => undefined);
    underWay.push(pages);
  };
  for (let count = 0; count < parallelPages; count += 1) begin();
  let next = range.from;
  try {
    for (let pages = underWay.shift(); pages !== undefined; pages = underWay.shift()) {
      const arrived = await pages;
      begin();
      arrived.forEach(deliver);
      const last = arrived.at(-1);
      if (last === undefined || last.size === 0) break;
      next = last.startAt + last.size;
    }
  } catch (error) {
    if (!(error instanceof JiraError) || !isWindowLimit(error)) throw error;
    warnings.add(`Jira gives no more than the first ${next} issues of a query. Narrow the query down to see the others.`);
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

async function fetchPage(client: JiraClient, request: SearchRequest, startAt: number, maxResults: number): Promise<Page> {
  const { jql, provider, extraFields, signal } = request;
  const priority = startAt === request.startAt ? 'person' : 'list';
  const fields = [...new Set([...listFields, ...extraFields])];
  const path = '/rest/api/2/search';
  const { value, userName } = await client.request(
    encodeURIComponent(jql).length > longestQuery
      ? { method: 'POST', path, json: { jql, startAt, maxResults, fields }, purpose: 'search', priority, signal }
      : {
          path,
          query: [['jql', jql], ['startAt', String(startAt)], ['maxResults', String(maxResults)], ['fields', fields.join(',')]],
          purpose: 'search',
          priority,
          signal,
        },
  );
  const { issues, total, warningMessages } = record(value);
  if (!Array.isArray(issues) || !isCount(total)) throw new JiraError('server', 'The answer of Jira is no list of issues.');
  if (userName === undefined && startAt === request.startAt) await client.confirmIdentity(signal);
  const wanted = issues.slice(0, maxResults);
  return {
    startAt,
    size: wanted.length,
    total,
    issues: wanted.map((issue) => toIssue(issue, provider, client.baseUrl, extraFields)),
    warnings: list(warningMessages).slice(0, mostWarnings).flatMap((each) => text(each) ?? []),
  };
}

/** As many warnings as a person may read. */
const mostWarnings = 20;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Search platforms refuse to read beyond a window of some 10,000 results (facts, section 6). */
function isWindowLimit({ kind, details }: JiraError): boolean {
  return kind === 'server' && details.httpStatus === 500 && (details.jira?.errorMessages ?? []).some((message) => /limit|10[.,]?000/i.test(message));
}
