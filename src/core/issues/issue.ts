/** From an issue as Jira gives it to one as the protocol has it. */
import type { Issue } from '../../../protocol/issues.ts';
import { JiraError } from '../errors.ts';
import { toTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';

/** The fields that a list shows: nothing else is asked for, since a whole issue is ten times as large. */
export const listFields = [
  'summary', 'issuetype', 'status', 'priority', 'assignee', 'reporter', 'project', 'labels', 'created', 'updated', 'duedate', 'parent',
] as const;

/** For an issue whose times are hidden by the field configuration. */
const epoch = new Date(0).toISOString();

const categories = new Set(['new', 'indeterminate', 'done']);

/**
 * An issue of `/search` or `/issue`.
 *
 * @param extraFields ids of the fields to hand through as they are
 * @throws {JiraError} `server`, where it lacks what every issue has
 */
export function toIssue(value: unknown, provider: string, baseUrl: string, extraFields: readonly string[]): Issue {
  const { key, id, fields: given } = record(value);
  if (typeof key !== 'string' || typeof id !== 'string') throw new JiraError('server', 'The answer of Jira holds an issue without a key.');
  const fields = record(given);
  const type = record(fields['issuetype']);
  const status = record(fields['status']);
  const project = record(fields['project']);
  const priority = text(record(fields['priority'])['name']);
  const assignee = toUser(fields['assignee']);
  const reporter = toUser(fields['reporter']);
  const due = text(fields['duedate']);
  const parent = text(record(fields['parent'])['key']);
  const iconUrl = text(type['iconUrl']);
  return {
    provider,
    key,
    id,
    url: `${baseUrl}/browse/${encodeURIComponent(key)}`,
    summary: text(fields['summary']) ?? '',
    type: { name: text(type['name']) ?? '', subtask: type['subtask'] === true, ...(iconUrl === undefined ? {} : { iconUrl }) },
    status: { name: text(status['name']) ?? '', category: categoryOf(status) },
    ...(priority === undefined ? {} : { priority: { name: priority } }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(reporter === undefined ? {} : { reporter }),
    project: { key: text(project['key']) ?? key.slice(0, key.lastIndexOf('-')), name: text(project['name']) ?? '' },
    labels: Array.isArray(fields['labels']) ? fields['labels'].filter((label): label is string => typeof label === 'string') : [],
    created: toTime(fields['created']) ?? epoch,
    updated: toTime(fields['updated']) ?? epoch,
    ...(due === undefined ? {} : { due }),
    ...(parent === undefined ? {} : { parent }),
    ...(extraFields.length === 0 ? {} : { fields: Object.fromEntries(extraFields.filter((field) => Object.hasOwn(fields, field)).map((field) => [field, fields[field]])) }),
  };
}

/** The category's key alone is the same in every language and version; names and colours are not. */
function categoryOf(status: Record<string, unknown>): Issue['status']['category'] {
  const key = record(status['statusCategory'])['key'];
  return typeof key === 'string' && categories.has(key) ? (key as Issue['status']['category']) : 'undefined';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
