import type { Issue } from '../data/issue.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { JqlContext } from '../jql/context.ts';
import { understand } from '../jql/evaluate.ts';
import { JqlParseError } from '../jql/texts.ts';
import { rawJson, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { PageCache } from '../shapes/page-cache.ts';
import { selectFields } from '../shapes/selection.ts';
import type { Site } from '../site.ts';
import { readJsonObject, wholeNumber } from './body.ts';

/** The search, by GET and by POST. */
export const searchRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/search', access: 'everybody', handle: (exchange) => search(exchange, fromQuery(exchange)) },
  { method: 'POST', pattern: '/rest/api/2/search', access: 'everybody', handle: (exchange) => search(exchange, fromBody(exchange)) },
];

/** What a search asks for. */
export interface SearchRequest {
  readonly jql: string;
  readonly startAt: number;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  /** Whether problems are refused, become warnings, or are passed over. */
  readonly validation: 'strict' | 'warn' | 'none';
}

/** What a search found: a page of the issues, and how many there are in all. */
export interface Found {
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly startAt: number;
  readonly maxResults: number;
  readonly warnings: readonly string[];
}

const caches = new WeakMap<Site, PageCache>();

/** Answers a search: in the shape, with the cap, and with the words of Jira. */
export function search(exchange: Exchange, request: SearchRequest): Reply {
  const found = find(exchange, request);
  const cache = caches.get(exchange.site) ?? new PageCache();
  caches.set(exchange.site, cache);
  const rendering = { site: exchange.site, user: exchange.identity.user, indexed: true };
  const fields = selectFields(request.fields, '*navigable');
  const warnings = request.validation === 'strict' ? undefined : found.warnings;
  return rawJson(200, cache.page({ ...found, fields, expand: request.expand, warnings }, rendering));
}

/** Finds a page of issues. @throws {Refusal} 400 for what is wrong with the query */
export function find(exchange: Exchange, { jql, startAt, maxResults, validation }: SearchRequest): Found {
  const { site, identity } = exchange;
  const limit = Math.min(maxResults < 0 ? site.settings.pageCap : maxResults, site.settings.pageCap);
  if (startAt < 0) throw jiraError(400, ['The value specified for startAt must be 0 or greater.']);
  const { issues, problems } = matching(exchange, jql);
  if (validation === 'strict' && problems.length > 0) throw jiraError(400, problems);
  const window = site.settings.searchWindow;
  if (window !== undefined && startAt + limit > window) throw jiraError(500, [beyondWindow(startAt + limit, window)]);
  return {
    issues: identity.user === undefined && !site.settings.publicSite ? [] : issues.slice(startAt, startAt + limit),
    total: issues.length,
    startAt,
    maxResults: limit,
    warnings: validation === 'warn' ? problems : [],
  };
}

interface Outcome {
  readonly index: readonly Issue[];
  readonly issues: readonly Issue[];
  readonly problems: readonly string[];
}

const outcomes = new WeakMap<Site, Map<string, Outcome>>();

function matching({ site, identity: { user } }: Exchange, jql: string): Outcome {
  const index = site.issues.searchable();
  const remembered = outcomes.get(site) ?? new Map<string, Outcome>();
  outcomes.set(site, remembered);
  const name = JSON.stringify([user?.name, jql]);
  const known = remembered.get(name);
  if (known?.index === index) return known;
  const context = new JqlContext(site, user);
  try {
    const { fits, order } = understand(context.parse(jql), context);
    const visible = new Set(site.visibleProjects(user));
    const issues = index.filter((issue) => visible.has(issue.project) && fits(issue)).sort(order);
    const outcome = { index, issues, problems: context.problems };
    if (!context.timeDependent) remembered.set(name, outcome);
    return outcome;
  } catch (error) {
    if (error instanceof JqlParseError) throw jiraError(400, [error.message]);
    throw error;
  }
}

function fromQuery(exchange: Exchange): SearchRequest {
  const all = (name: string): string[] => exchange.query.filter(([key]) => key === name).map(([, value]) => value);
  return {
    jql: exchange.parameter('jql') ?? '',
    startAt: wholeNumber(exchange, 'startAt', 0),
    maxResults: wholeNumber(exchange, 'maxResults', 50),
    fields: all('fields'),
    expand: all('expand').flatMap((list) => list.split(',')),
    validation: validationOf(exchange.parameter('validateQuery')),
  };
}

function fromBody(exchange: Exchange): SearchRequest {
  const body = readJsonObject(exchange);
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]);
  return {
    jql: String(body['jql'] ?? ''),
    startAt: Number(body['startAt'] ?? 0),
    maxResults: Number(body['maxResults'] ?? 50),
    fields: texts(body['fields']),
    expand: texts(body['expand']),
    validation: validationOf(body['validateQuery']),
  };
}

function validationOf(value: unknown): SearchRequest['validation'] {
  const text = String(value ?? 'strict').toLowerCase();
  if (text === 'warn' || text === 'false') return 'warn';
  return text === 'none' ? 'none' : 'strict';
}

function beyondWindow(requested: number, window: number): string {
  const [asked, limit] = [requested, window].map((count) => count.toLocaleString('en-US'));
  return (
    `Search limit exceeded. We couldn't complete your search because it requests ${asked} results ` +
    `which exceeded the search platform limit of ${limit}. Narrow your search and try again.`
  );
}
