/** What a query asks for, as JQL. */
import { invalidParams, JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';

/** The open issues of whoever asks, by category, so that it works in every language and workflow. */
export const openIssuesOfMine = 'assignee = currentUser() AND statusCategory != Done ORDER BY updated DESC';

/** The ways to say what is wanted; one of them at the most. */
export interface Wish {
  readonly jql?: string | undefined;
  readonly text?: string | undefined;
  readonly filter?: string | undefined;
}

/** A query, and what to ask where Jira does not know what it names. */
export interface Query {
  readonly jql: string;
  /** For words that look like a key, as `UTF-8` does. */
  readonly otherwise?: string;
}

/**
 * The query of a wish.
 *
 * @throws {JiraError} invalidParams where it says two things at once, `notFound` for a filter that is not there
 */
export async function toQuery({ jql, text, filter }: Wish, client: JiraClient, signal: AbortSignal): Promise<Query> {
  const [first, second] = Object.entries({ jql, text, filter }).filter(([, value]) => value !== undefined);
  if (first !== undefined && second !== undefined) {
    throw invalidParams(second[0], `\`${second[0]}\` is given beside \`${first[0]}\`: give one of \`jql\`, \`text\` and \`filter\`.`);
  }
  if (jql !== undefined) return { jql };
  if (text !== undefined) return textQuery(text);
  if (filter !== undefined) return { jql: await filterJql(filter, client, signal) };
  return { jql: openIssuesOfMine };
}

/**
 * The query of what a person types into a search box: a key or the address of an issue finds that
 * issue, anything else is searched as words.
 */
export function textQuery(text: string): Query {
  const words = `text ~ ${quote(searchWords(text))} ORDER BY updated DESC`;
  const key = /^(?:https?:\/\/\S*\/(?:browse|issues)\/)?([A-Za-z][A-Za-z0-9_]+-[1-9]\d*)(?:[/?#]\S*)?$/.exec(text.trim())?.[1];
  return key === undefined ? { jql: words } : { jql: `key = ${quote(key.toUpperCase())}`, otherwise: words };
}

/** A string in JQL: between quotes, with quotes and backslashes escaped. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\r?\n|\r/g, ' ')}"`;
}

/** Lucene's own signs mean something in a text search, and half of such an expression is an error: they are left out. */
function searchWords(text: string): string {
  const words = text.replace(/[+\-&|!(){}[\]^"~*?\\:/]/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? text : words;
}

/** Jira answers 400 for a filter that is not there, or is not shared with the user. */
async function filterJql(id: string, client: JiraClient, signal: AbortSignal): Promise<string> {
  try {
    const { value } = await client.request({ path: `/rest/api/2/filter/${encodeURIComponent(id)}`, signal });
    const { jql } = (value ?? {}) as { jql?: unknown };
    return typeof jql === 'string' ? jql : '';
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'validation') throw error;
    throw new JiraError('notFound', `There is no filter ${id}, or you may not see it.`, error.details);
  }
}
