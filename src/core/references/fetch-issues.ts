/** Fetches many issues by their keys at once, in as few queries as the server lets. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import { JiraError } from '../errors.ts';
import { listFields, toIssue } from '../issues/issue.ts';
import type { JiraClient } from '../jira/client.ts';
import { record } from '../jira/json.ts';
import type { Priority } from '../jira/pace.ts';

/** What to fetch. */
export interface FetchRequest {
  /** The provider's id. */
  readonly provider: string;
  /** In upper case, each once. */
  readonly keys: readonly string[];
  /** Whether descriptions are wanted too. */
  readonly descriptions: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** An issue, and its description in wiki markup where that was wanted; empty where it has none. */
export interface FetchedIssue {
  readonly issue: Issue;
  readonly description?: string | undefined;
}

/** What came of it. */
export interface Fetched {
  readonly issues: readonly FetchedIssue[];
  /** Keys that were not asked for: the server takes none of the queries, and there would have been too many of them. */
  readonly unasked: readonly string[];
}

/** Keys of one query at the most: its JQL is then some 60 kB long. */
const mostKeys = 5000;
/** Issues that are read before others get their turn. */
const pieceSize = 50;
/** Queries that a server may refuse until it is let alone. */
const mostRefusals = 20;

/**
 * Fetches issues by their keys. Those that are not there are no error; a moved issue comes with its new key.
 *
 * Jira refuses a query that names an issue which is not there, unless it is told not to look (`validateQuery`). Where
 * it refuses all the same, the keys that its words name are left out; where they name none, the query is halved.
 *
 * @throws {JiraError}
 */
export async function fetchIssues(client: JiraClient, request: FetchRequest): Promise<Fetched> {
  const fetching = new Fetching(client, request);
  const parts = partsOf(request.keys, mostKeys);
  for (const keys of parts) await fetching.fetch(keys);
  return fetching;
}

class Fetching implements Fetched {
  readonly issues: FetchedIssue[] = [];
  readonly unasked: string[] = [];
  readonly #client: JiraClient;
  readonly #request: FetchRequest;
  #refusals = 0;

  constructor(client: JiraClient, request: FetchRequest) {
    this.#client = client;
    this.#request = request;
  }

  async fetch(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    if (this.#refusals >= mostRefusals) return void this.unasked.push(...keys);
    let rest: readonly string[][];
    try {
      const { issues, total } = await fetchPage(this.#client, { ...this.#request, jql: `key in (${keys.map((key) => `"${key}"`).join(',')})`, limit: keys.length, priority: 'background' });
      this.issues.push(...issues);
      if (total <= issues.length || issues.length === 0) return;
      // The server gives no more than that many at once.
      const got = new Set(issues.map(({ issue }) => issue.key));
      const missing = keys.filter((key) => !got.has(key));
      if (missing.length === keys.length) return;
      rest = partsOf(missing, issues.length);
    } catch (error) {
      if (!(error instanceof JiraError) || !isRefusal(error)) throw error;
      this.#refusals += 1;
      const refused = keysIn(error);
      const others = keys.filter((key) => !refused.has(key));
      if (others.length === keys.length && keys.length === 1) return;
      rest = others.length < keys.length ? [others] : partsOf(keys, Math.ceil(keys.length / 2));
    }
    await Promise.all(rest.map((part) => this.fetch(part)));
  }
}

function partsOf(keys: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, part) => keys.slice(part * size, (part + 1) * size));
}

/** Issues of one query, and how many it has on the server. */
export interface QueryEnd {
  readonly issues: FetchedIssue[];
  readonly total: number;
}

/** One query, in one page. What it names and is not there makes it no error, where the server lets. */
export interface PageQuery extends Omit<FetchRequest, 'keys'> {
  readonly jql: string;
  readonly limit: number;
  readonly priority: Priority;
}

/** Fetches one page of a query. @throws {JiraError} */
export async function fetchPage(client: JiraClient, { provider, jql, limit, priority, descriptions, clock, signal }: PageQuery): Promise<QueryEnd> {
  const fields = descriptions ? [...listFields, 'description'] : listFields;
  const { members, pieces, userName } = await client.requestList(
    {
      method: 'POST',
      path: '/rest/api/2/search',
      json: { jql, startAt: 0, maxResults: limit, fields, validateQuery: false },
      purpose: 'search',
      priority,
      signal,
    },
    'issues',
  );
  const { issues, total } = members;
  if (!Array.isArray(issues) || typeof total !== 'number') throw new JiraError('server', 'The answer of Jira is no list of issues.');
  // To somebody whom Jira does not know every issue is missing.
  if (userName === undefined) await client.confirmIdentity(signal);
  const found: FetchedIssue[] = [];
  let rested = 0;
  for (const piece of pieces()) {
    found.push(...piece.map((each) => toFetched(each, provider, client.baseUrl)));
    if (found.length < rested + pieceSize) continue;
    rested = found.length;
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    signal.throwIfAborted();
  }
  return { issues: found, total };
}

/** An issue as Jira gives it. */
export function toFetched(value: unknown, provider: string, baseUrl: string): FetchedIssue {
  const fields = record(record(value)['fields']);
  const { description } = fields;
  return { issue: toIssue(value, provider, baseUrl, []), ...('description' in fields ? { description: typeof description === 'string' ? description : '' } : {}) };
}

/** Whether it was the query that the server did not like, or its length. */
function isRefusal({ kind, details }: JiraError): boolean {
  return kind === 'invalidJql' || details.httpStatus === 413 || details.httpStatus === 414;
}

/** The keys that Jira's words name, in whatever language they are. */
function keysIn({ details }: JiraError): Set<string> {
  const words = (details.jira?.errorMessages ?? []).join(' ');
  return new Set(words.toUpperCase().match(/[A-Z][A-Z0-9_]*-\d+/g) ?? []);
}
