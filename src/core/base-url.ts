/** From what a person pastes to the base URLs that it may mean. */
import { invalidParams } from './errors.ts';

/** What a pasted address may mean, the likeliest first. */
export interface BaseUrlCandidates {
  /** Normalised base URLs with no slash at the end; one at least. */
  readonly urls: readonly string[];
  /** Where the scheme had to be guessed: the same addresses by plain http, to be tried when no https server is there. */
  readonly insecureUrls: readonly string[];
}

/** The first path segments of Jira's own pages: what comes before them is the context path. */
const jiraPages = new Set([
  'browse', 'secure', 'projects', 'issues', 'rest', 'plugins', 'login.jsp', 'servicedesk', 'dashboards', 'si', 'images', 's', 'status',
]);

/**
 * Normalises the address of a Jira server: a missing scheme is added, the host is lower-cased, a
 * default port, the query and the fragment go, and the path keeps its case. The address of an issue
 * or a dashboard is cut down to the base. Which candidate is the base is for the server to say,
 * since a context path may be called like a page of Jira.
 *
 * @param text what the person gave
 * @throws {JiraError} invalidParams for `baseUrl`, when it is no address of a web server
 */
export function baseUrlCandidates(text: string): BaseUrlCandidates {
  const trimmed = withoutQuotes(text.trim());
  const hasScheme = /^([a-z][a-z0-9+.-]*:\/\/|https?:)/i.test(trimmed); // A slash that is missing is no new host.
  const url = parse(hasScheme ? trimmed : `https://${trimmed.replace(/^\/+/, '')}`);
  const urls = pathCandidates(url.pathname).map((path) => url.origin + path);
  return { urls, insecureUrls: hasScheme || !mayBeInsecure(url) ? [] : urls.map(insecure) };
}

/** An apostrophe at the end belongs to the address, unless something was quoted by one. */
function withoutQuotes(text: string): string {
  return /^[<"']/.test(text) ? text.replace(/^[<"']+|[>"']+$/g, '') : text.replace(/[>"]+$/, '');
}

/** The default port of http is another one, and goes too. */
function insecure(url: string): string {
  return url.replace(/^https:/, 'http:').replace(/^(http:\/\/[^/]*):80(?=\/|$)/, '$1');
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^(\[[\da-f:.]+\]|[\w.-]*)$/.test(url.hostname)) {
    throw invalidParams('baseUrl', 'The address of Jira is not a URL. It looks like https://jira.example.com or https://example.com/jira.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw invalidParams('baseUrl', 'The address of Jira begins with https:// (or http://).');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalidParams('baseUrl', 'The address of Jira holds a user name or a password. Leave them out and give them as `authentication`.');
  }
  return url;
}

/**
 * Credentials must not go over plain http because somebody in between blocked https. So http is
 * guessed only for this machine and for an address with a port of its own, as test servers have.
 */
function mayBeInsecure(url: URL): boolean {
  return url.port !== '' || /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

function pathCandidates(pathname: string): string[] {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const cuts = segments.flatMap((segment, index) => (jiraPages.has(segment) ? [index] : []));
  const ancestors = Array.from({ length: segments.length + 1 }, (_, index) => segments.length - index);
  const lengths = [...new Set([...cuts, ...ancestors])].slice(0, 6);
  return lengths.map((length) => segments.slice(0, length).map((segment) => `/${segment}`).join(''));
}
