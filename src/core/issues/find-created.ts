/** Finds an issue that Jira may have created without having said so. */
import type { JiraRequest } from '../jira/client.ts';
import { JiraError } from '../errors.ts';
import { identifier, list, record, text } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';
import type { Access } from './access.ts';
import { projectOfKey } from './project-owners.ts';
import { quote } from '../jql/words.ts';
import { issuePath } from './read-issue.ts';

/** What is known of the issue. */
export interface Wanted {
  /** Key or id of its project. */
  readonly project: string;
  /** The id of its type. */
  readonly type: string;
  readonly summary: string;
  /** It was not created before: milliseconds since the epoch, by Jira's clock. */
  readonly since: number;
}

/** How many numbers beyond the newest issue of the index are looked at directly. */
const beyondIndex = 10;
/** So many numbers without an issue in a row are the end: single ones are issues that were deleted, moved or hidden. */
const gap = 3;

/**
 * Looks for an issue of this user. The search comes first; its index lags behind by a second or more (measured on
 * 10.3), so the numbers after the newest issue that it knows are looked at directly.
 *
 * @returns the key; `undefined` where there is none
 * @throws {JiraError} where Jira cannot be asked, or several issues fit
 */
export async function findCreated(access: Access, wanted: Wanted): Promise<string | undefined> {
  const { name } = await access.me();
  const minutes = Math.max(1, Math.ceil(((await access.now()) - wanted.since) / 60_000)) + 1;
  const recent = await search(access, `project = ${quote(wanted.project)} AND creator = currentUser() AND created >= "-${minutes}m" ORDER BY created DESC`, 50);
  const fitting = new Set(recent.filter((issue) => fits(issue, wanted, name)).map(keyOf));
  if (fitting.size === 0) {
    for (const issue of await beyond(access, wanted.project)) if (fits(issue, wanted, name)) fitting.add(keyOf(issue));
  }
  const [key, ...others] = fitting;
  if (others.length === 0) return key;
  throw new JiraError('server', `Several new issues look like it: ${[...fitting].join(', ')}.`);
}

const fields = 'summary,creator,created,issuetype';

/** The issues of a project that the index does not know yet. */
async function beyond(access: Access, project: string): Promise<unknown[]> {
  const [newest] = await search(access, `project = ${quote(project)} ORDER BY key DESC`, 1);
  const last = keyOf(newest);
  const prefix = last === '' ? await keyOfProject(access, project) : projectOfKey(last);
  const first = last === '' ? 1 : Number(last.slice(prefix.length + 1)) + 1;
  const found: unknown[] = [];
  for (let number = first, missing = 0; number < first + beyondIndex && missing < gap; number += 1) {
    const issue = await readIfThere(access, `${prefix}-${number}`);
    missing = issue === undefined ? missing + 1 : 0;
    if (issue !== undefined) found.push(issue);
  }
  return found;
}

async function keyOfProject(access: Access, project: string): Promise<string> {
  return text(record(await access.read(`/rest/api/2/project/${encodeURIComponent(project)}`))['key']) ?? project;
}

async function readIfThere(access: Access, key: string): Promise<unknown> {
  try {
    return await access.read(issuePath(key), [['fields', fields]]);
  } catch (error) {
    if (error instanceof JiraError && (error.kind === 'notFound' || error.kind === 'forbidden')) return undefined;
    throw error;
  }
}

async function search(access: Access, jql: string, maxResults: number): Promise<readonly unknown[]> {
  const query: JiraRequest['query'] = [['jql', jql], ['maxResults', String(maxResults)], ['fields', fields]];
  return list(record(await access.read('/rest/api/2/search', query, { purpose: 'search' }))['issues']);
}

/** Jira trims summaries. It always says who created an issue, what stands before it may not. */
function fits(value: unknown, { type, summary, since }: Wanted, creator: string): boolean {
  const issue = record(record(value)['fields']);
  // The search gives whole seconds.
  const created = Date.parse(toTime(issue['created']) ?? '') + 999;
  return (
    text(issue['summary'])?.trim() === summary.trim() &&
    (toUser(issue['creator'])?.name ?? creator) === creator &&
    identifier(record(issue['issuetype'])['id']) === type &&
    created >= since
  );
}

function keyOf(value: unknown): string {
  return text(record(value)['key']) ?? '';
}
