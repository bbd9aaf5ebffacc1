/** From what a person types or pastes into a search box to a query. */
import { invalidParams } from '../errors.ts';
import { quote, written } from '../jql/words.ts';

/** A query, and what to ask where Jira does not know what it names. */
export interface Query {
  readonly jql: string;
  /** For words that look like a key, as `UTF-8` does. */
  readonly otherwise?: string;
}

/** What an address of Jira, or words, stand for. */
export type TextWish = Query | { readonly filter: string };

/**
 * What a person typed: a key, or several, finds those issues; the address of an issue, a filter, a search or a project
 * finds what that page shows, on whatever host and below whatever context path; anything else is searched as words.
 *
 * @throws {JiraError} invalidParams where there is no word in it
 */
export function textWish(text: string): TextWish {
  const trimmed = withoutSurroundings(text.trim());
  const address = readAddress(trimmed);
  if (address !== undefined) return addressWish(address, text);
  const keys = trimmed.split(/[\s,;]+/);
  return keys.every((each) => issueKey.test(each)) && keys.length <= mostKeys ? keysQuery(keys, text) : wordsQuery(text);
}

/** Without the punctuation of a text from which something was copied; a parenthesis that belongs to it stays. */
function withoutSurroundings(text: string): string {
  const inner = text.replace(/^[<("'[]+/, '').replace(/[>"'.,;:!?]+$/, '');
  const closing = /[)\]]+$/.exec(inner)?.[0];
  return closing === undefined || /[([]/.test(inner) ? inner : inner.slice(0, -closing.length);
}

/** The address of a page that a person pasted; `undefined` for anything else. */
export function readAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  const hasScheme = /^https?:\/\//i.test(trimmed);
  if (/\s/.test(trimmed) || !(hasScheme || /^[\w.-]+(?::\d+)?\/(?:\S*\/)?(?:browse|issues|projects|secure)\//i.test(trimmed))) return undefined;
  const address = hasScheme ? trimmed : `https://${trimmed}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

const issueKey = /^[A-Za-z][A-Za-z0-9_]+-[1-9]\d*$/;
const mostKeys = 50;

/** Jira's own filters, which have no row in its database; the numbers are those of `?filter=` (Jira 7 and later). */
const systemFilters: Readonly<Record<string, string>> = {
  '-1': 'assignee = currentUser() AND resolution = Unresolved ORDER BY updated DESC',
  '-2': 'reporter = currentUser() ORDER BY created DESC',
  '-3': 'issuekey in issueHistory() ORDER BY lastViewed DESC',
  '-4': 'ORDER BY created DESC',
  '-5': 'resolution = Unresolved ORDER BY priority DESC, updated DESC',
  '-6': 'created >= -1w ORDER BY created DESC',
  '-7': 'resolutiondate >= -1w ORDER BY updated DESC',
  '-8': 'updated >= -1w ORDER BY updated DESC',
  '-9': 'statusCategory = Done ORDER BY updated DESC',
};

/** The same ones, as the pages of a project call them. */
const projectFilters: Readonly<Record<string, string>> = {
  allissues: '-4', allopenissues: '-5', doneissues: '-9', viewedrecently: '-3', createdrecently: '-6', resolvedrecently: '-7', updatedrecently: '-8', myopenissues: '-1', reportedbyme: '-2',
};

function addressWish({ pathname, searchParams }: URL, text: string): TextWish {
  const segments = pathname.split('/').map(decoded);
  const selected = searchParams.get('selectedIssue') ?? '';
  const key = [selected, ...segments.toReversed()].find((each) => issueKey.test(each));
  if (key !== undefined) return keysQuery([key], text);
  const jql = searchParams.get('jql') ?? searchParams.get('jqlQuery') ?? '';
  if (jql.trim() !== '') return { jql };
  const filter = searchParams.get('filter') ?? searchParams.get('requestId') ?? '';
  const project = segments[segments.findIndex((each) => each === 'projects' || each === 'browse') + 1];
  const inProject = project !== undefined && /^[A-Za-z][A-Za-z0-9_]+$/.test(project) && pathname.match(/\/(?:projects|browse)\//) !== null ? project : undefined;
  const system = systemFilters[filter] ?? systemFilters[projectFilters[filter.toLowerCase()] ?? ''];
  if (system !== undefined) return { jql: narrowed(system, inProject) };
  if (/^\d+$/.test(filter)) return { filter };
  return inProject === undefined ? wordsQuery(text) : { jql: narrowed('ORDER BY updated DESC', inProject), otherwise: wordsQuery(text).jql };
}

function narrowed(jql: string, project: string | undefined): string {
  if (project === undefined) return jql;
  return `project = ${written(project.toUpperCase())} ${jql.startsWith('ORDER') ? '' : 'AND '}${jql}`;
}

/** Words that look like a key, as `UTF-8` does, are searched as words where Jira knows no such issue. */
function keysQuery(keys: readonly string[], text: string): Query {
  const quoted = keys.map((key) => quote(key.toUpperCase()));
  const jql = quoted.length === 1 ? `key = ${quoted[0]}` : `key in (${quoted.join(', ')})`;
  return { jql, otherwise: wordsQuery(text).jql };
}

function wordsQuery(text: string): Query {
  return { jql: `text ~ ${quote(searchWords(text))} ORDER BY updated DESC` };
}

/** Lucene's own signs and words mean something in a text search, and half of such an expression is an error: the signs are left out. */
function searchWords(text: string): string {
  const words = text.replace(/[+\-&|!(){}[\]^"~*?\\:/]/g, ' ').replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) throw invalidParams('text', 'There is no word to search for in this text.');
  return words.replace(/\b(?:AND|OR|NOT|TO)\b/g, (word) => word.toLowerCase());
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
