/** Queries issues: from what is wanted to the pages of a list. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Core } from '../core.ts';
import { invalidParams, JiraError } from '../errors.ts';
import type { JiraClient } from '../jira/client.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { toQuery, type Wish } from './query.ts';
import { search, type SearchEnd } from './search.ts';
import type { Query } from './text-query.ts';

/** What `jira/issues` asks for. */
export interface IssuesRequest extends Wish {
  readonly provider?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly fields?: readonly string[] | undefined;
}

/** How a query ended; its issues went to `onPage`. */
export interface IssuesEnd {
  readonly total: number;
  readonly cursor?: string | undefined;
  readonly jql: string;
  readonly warnings: string[];
}

/**
 * Queries issues.
 *
 * @param onPage gets the issues in order, page by page, and how many the query has on the server
 * @throws {JiraError} never an empty list in the place of an error
 */
export async function queryIssues(
  core: Core,
  request: IssuesRequest,
  signal: AbortSignal,
  onPage: (issues: Issue[], total: number) => Promise<void>,
): Promise<IssuesEnd> {
  const cursor = request.cursor === undefined ? undefined : readCursor(request.cursor);
  const provider = request.provider ?? cursor?.provider ?? (request.text === undefined ? undefined : await providerOfAddress(core, request.text));
  if (cursor !== undefined && (cursor.provider !== provider || (request.jql !== undefined && request.jql !== cursor.jql))) {
    throw invalidParams('cursor', 'This cursor belongs to another query. Leave it out for the first page of a new one.');
  }
  const work = async (client: JiraClient, record: { id: string }): Promise<IssuesEnd> => {
    const query = cursor ?? (await toQuery(request, client, signal));
    const noted = (issues: Issue[], total: number) => {
      core.cache.note(record.id, issues);
      return onPage(issues, total);
    };
    const run = (jql: string) =>
      search(client, { provider: record.id, jql, limit: request.limit, startAt: cursor?.startAt ?? 0, extraFields: request.fields ?? [], onPage: noted, signal });
    const [jql, { total, next, warnings }] = await runQuery(query, run);
    return { total, cursor: next === undefined ? undefined : writeCursor({ provider: record.id, jql, startAt: next }), jql, warnings };
  };
  try {
    return await core.connections.use(provider, work, signal);
  } catch (error) {
    if (request.jql === undefined || !(error instanceof JiraError) || error.kind !== 'invalidJql') throw error;
    const { withRange } = await import('../jql/place-error.ts');
    throw withRange(error, request.jql);
  }
}

/** Of several providers, a pasted address says which one it is of. */
async function providerOfAddress({ store }: Core, text: string): Promise<string | undefined> {
  const providers = await store.list();
  if (providers.length < 2) return undefined;
  const { readAddress } = await import('./text-query.ts');
  const href = readAddress(text)?.href;
  const owners = providers.filter(({ baseUrl }) => href?.startsWith(`${baseUrl}/`) === true);
  return owners.toSorted((left, right) => right.baseUrl.length - left.baseUrl.length)[0]?.id;
}

async function runQuery({ jql, otherwise }: Query, run: (jql: string) => Promise<SearchEnd>): Promise<[string, SearchEnd]> {
  try {
    return [jql, await run(jql)];
  } catch (error) {
    if (otherwise === undefined || !(error instanceof JiraError) || error.kind !== 'invalidJql') throw error;
    return [otherwise, await run(otherwise)];
  }
}
