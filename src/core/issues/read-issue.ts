/** Reads one issue: as a list shows it, and with everything that its page shows. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Attachment, Comment, IssueDetail } from '../../../protocol/issue-detail.ts';
import type { User } from '../../../protocol/provider.ts';
import { JiraError } from '../errors.ts';
import { identifier, list, present, record, text } from '../jira/json.ts';
import { toUser } from '../jira/user.ts';
import type { Access } from './access.ts';
import { toAttachment, toComment, toIssueRef, toLinks } from './discussion.ts';
import { listFields, toIssue } from './issue.ts';
import { markdownReader } from './markdown.ts';
import { readTransitions } from './transitions.ts';

/** The path of an issue in Jira's REST API. */
export function issuePath(key: string, part = ''): string {
  return `/rest/api/2/issue/${encodeURIComponent(key)}${part}`;
}

/** The fields that an issue's page shows beside what a list does. */
export const pageFields = ['description', 'comment', 'issuelinks', 'subtasks', 'attachment', 'resolution', 'components', 'fixVersions', 'versions', 'watches', 'timetracking'];

/** An issue as a list shows it. Not from the search, whose index lags behind. */
export async function readIssue(access: Access, key: string): Promise<Issue> {
  const issue = toIssue(await readFields(access, key, listFields), access.provider.id, access.baseUrl, []);
  access.seen.note([issue], 'looked');
  return issue;
}

/** Just some fields of an issue, as Jira gives them. @param expand what else is wanted of the issue, for instance `changelog` */
export async function readFields(access: Access, key: string, fields: readonly string[], expand?: string): Promise<Record<string, unknown>> {
  const more = expand === undefined ? [] : [['expand', expand] as const];
  return record(await access.read(issuePath(key), [['fields', fields.join(',')], ...more]));
}

/** What a client wants of an issue. */
export interface DetailRequest {
  readonly key: string;
  /** Ids of extra fields. */
  readonly fields: readonly string[];
  /** Whether Jira shall note it in the user's history. */
  readonly opened: boolean;
}

/** An issue with everything that its page shows. @throws {JiraError} `notFound` where it is not there for the user */
export async function readIssueDetail(access: Access, { key, fields: extraFields, opened }: DetailRequest): Promise<IssueDetail> {
  const wanted = [...new Set([...listFields, ...pageFields, ...extraFields])].join(',');
  const query = [['fields', wanted], ...(opened ? [['updateHistory', 'true']] : [])] as [string, string][];
  const [value, transitions] = await Promise.all([access.read(issuePath(key), query), readTransitions(access, key)]).catch(async (error: unknown) => {
    if (error instanceof JiraError && error.kind === 'notFound') await access.seen.forgetIssue(key);
    throw error;
  });
  const issue = toIssue(value, access.provider.id, access.baseUrl, extraFields);
  access.seen.note([issue], 'looked');
  access.memory.projects.note(access.provider.id, issue.project.key);
  access.memory.transitions.note(access.provider.id, issue.key, transitions);
  const comments = await readComments(access, issue.key, record(record(value)['fields'])['comment']);
  const detail = { ...toDetail(access, issue, value, comments), transitions };
  access.seen.keepDetail(detail, key, extraFields);
  return detail;
}

/**
 * What an issue's page shows, of an issue that was read with the fields for it.
 *
 * @param value as Jira gives it
 * @param comments those that are to be shown, as Jira gives them
 */
export function toDetail(access: Access, issue: Issue, value: unknown, comments: readonly unknown[]): Omit<IssueDetail, 'transitions'> {
  const fields = record(record(value)['fields']);
  const attachments = list(fields['attachment']).map((each) => toAttachment(each, access.baseUrl));
  const users = [issue.assignee, issue.reporter, ...comments.map(authorOf)];
  const toMarkdown = markdownReader(access, { key: issue.key, users, attachments });
  return {
    ...issue,
    description: toMarkdown(fields['description']),
    comments: comments.map((each) => toComment(each, toMarkdown)),
    links: toLinks(fields['issuelinks'], access.baseUrl),
    subtasks: list(fields['subtasks']).flatMap((each) => toIssueRef(each, access.baseUrl) ?? []),
    attachments,
    ...present({ resolution: namedOnly(fields['resolution']) }),
    components: named(fields['components']),
    fixVersions: named(fields['fixVersions']),
    versions: named(fields['versions']),
    watching: record(fields['watches'])['isWatching'] === true,
    timeTracking: toTimeTracking(fields['timetracking']),
  };
}

/** The attachments of an issue. */
export async function readAttachments(access: Access, key: string): Promise<Attachment[]> {
  const { fields } = await readFields(access, key, ['attachment']);
  return list(record(fields)['attachment']).map((each) => toAttachment(each, access.baseUrl));
}

/** A comment that was just written, or read alone. */
export function readComment(access: Access, key: string, value: unknown): Comment {
  return toComment(value, markdownReader(access, { key, users: [authorOf(value)] }));
}

/** Versions that give just some of the comments with an issue say how many there are. */
async function readComments(access: Access, key: string, value: unknown): Promise<unknown[]> {
  const { comments, total } = record(value);
  const read = [...list(comments)];
  while (typeof total === 'number' && read.length < total) {
    const page = record(await access.read(issuePath(key, '/comment'), [['startAt', String(read.length)]]));
    const more = page['comments'];
    if (!Array.isArray(more)) throw new JiraError('server', 'The answer of Jira is no list of comments.');
    if (more.length === 0) break;
    read.push(...(more as unknown[]));
  }
  return read;
}

function authorOf(comment: unknown): User | undefined {
  return toUser(record(comment)['author']);
}

function named(value: unknown): { id: string; name: string }[] {
  return list(value).map((each) => ({ id: identifier(record(each)['id']) ?? '', name: text(record(each)['name']) ?? '' }));
}

function namedOnly(value: unknown): { name: string } | undefined {
  const name = text(record(value)['name']);
  return name === undefined ? undefined : { name };
}

function toTimeTracking(value: unknown): IssueDetail['timeTracking'] {
  const { originalEstimateSeconds, remainingEstimateSeconds, timeSpentSeconds } = record(value);
  return present({
    originalEstimate: seconds(originalEstimateSeconds),
    remainingEstimate: seconds(remainingEstimateSeconds),
    timeSpent: seconds(timeSpentSeconds),
  });
}

function seconds(value: unknown): number | undefined {
  return Number.isInteger(value) ? (value as number) : undefined;
}
