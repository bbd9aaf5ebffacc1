/** From an issue as Jira gives it to one as the protocol has it. */
import type { Issue } from '../../../protocol/issues.ts';
import { JiraError } from '../errors.ts';
import { identifier, isShallow, list, record, text } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';
import { webAddress } from '../text/plain-text.ts';

/** The fields that a list shows: nothing else is asked for, since a whole issue is ten times as large. */
export const listFields = [
  'summary', 'issuetype', 'status', 'priority', 'assignee', 'reporter', 'project', 'labels', 'created', 'updated', 'duedate', 'parent',
] as const;

/** For an issue whose times are hidden by the field configuration. */
export const epoch = new Date(0).toISOString();

const categories = new Set(['new', 'indeterminate', 'done']);

/**
 * An issue of `/search` or `/issue`.
 *
 * @param extraFields ids of the fields to hand through as they are
 * @throws {JiraError} `server`, where it lacks what every issue has
 */
export function toIssue(value: unknown, provider: string, baseUrl: string, extraFields: readonly string[]): Issue {
  const { fields: given, ...names } = record(value);
  const [key, id] = [text(names['key']), identifier(names['id'])];
  if (key === undefined || id === undefined) throw new JiraError('server', 'The answer of Jira holds an issue without a key.');
  const fields = record(given);
  const project = record(fields['project']);
  const priority = text(record(fields['priority'])['name']);
  const assignee = toUser(fields['assignee']);
  const reporter = toUser(fields['reporter']);
  const due = text(fields['duedate']);
  const parent = text(record(fields['parent'])['key']);
  return {
    provider,
    key,
    id,
    url: `${baseUrl}/browse/${encodeURIComponent(key)}`,
    summary: text(fields['summary']) ?? '',
    type: toType(fields['issuetype']),
    status: toStatus(fields['status']),
    ...(priority === undefined ? {} : { priority: { name: priority } }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(reporter === undefined ? {} : { reporter }),
    project: { key: text(project['key']) ?? key.slice(0, key.lastIndexOf('-')), name: text(project['name']) ?? '' },
    labels: list(fields['labels']).flatMap((label) => text(label) ?? []),
    created: toTime(fields['created']) ?? epoch,
    updated: toTime(fields['updated']) ?? epoch,
    ...(due === undefined ? {} : { due }),
    ...(parent === undefined ? {} : { parent }),
    ...(extraFields.length === 0 ? {} : { fields: rawFields(fields, extraFields) }),
  };
}

/** Fields as Jira gave them: data of any kind, which nobody has looked into. */
function rawFields(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(fields, name))
      .map((name) => {
        if (!isShallow(fields[name])) throw new JiraError('server', `The field ${name} is nested deeper than it can be sent.`);
        return [name, fields[name]];
      }),
  );
}

/** A type of issue, as an issue shows it. */
export function toType(value: unknown): Issue['type'] {
  const { name, subtask, iconUrl } = record(value);
  const icon = webAddress(iconUrl);
  return { name: text(name) ?? '', subtask: subtask === true, ...(icon === undefined ? {} : { iconUrl: icon }) };
}

/** A status. The key of its category alone is the same in every language and version; names and colours are not. */
export function toStatus(value: unknown): Issue['status'] {
  const { name, statusCategory } = record(value);
  const key = record(statusCategory)['key'];
  return { name: text(name) ?? '', category: typeof key === 'string' && categories.has(key) ? (key as Issue['status']['category']) : 'undefined' };
}
