/** Lists that Jira gives page by page: `startAt`, `maxResults`, `isLast`, `values`. */
import { JiraError } from '../errors.ts';
import type { Access } from '../issues/access.ts';
import { record } from '../jira/json.ts';

/** No server needs so many for anything that a person chooses from: one that goes on has a fault. */
const mostPages = 1000;

/**
 * Every value of such a list, or the first `limit` of them. The next page begins where the last one ended: servers cut
 * the size down without a word, and some do not say how many there are.
 *
 * @throws {JiraError} `server` for what is no such list
 */
export async function readPages(
  access: Access,
  path: string,
  query: readonly (readonly [string, string])[] = [],
  limit = Number.POSITIVE_INFINITY,
): Promise<unknown[]> {
  const values: unknown[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = record(await access.read(path, [...query, ['startAt', String(values.length)]]));
    if (!Array.isArray(page['values'])) throw new JiraError('server', 'The answer of Jira is no list.');
    values.push(...(page['values'] as unknown[]));
    const { total } = page;
    const complete = typeof total === 'number' && values.length >= total;
    if (page['isLast'] === true || complete || page['values'].length === 0 || values.length >= limit) break;
  }
  return values.slice(0, limit);
}
