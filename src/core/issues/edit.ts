/** Edits fields and labels of issues. */
import type { Field } from '../../../protocol/fields.ts';
import type { Issue } from '../../../protocol/issues.ts';
import { invalidParams, JiraError } from '../errors.ts';
import { list, record } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import { toField } from '../metadata/field.ts';
import { toJiraValues } from '../metadata/field-values.ts';
import type { Access } from './access.ts';
import { changeIssue } from './change.ts';
import { issuePath, readFields } from './read-issue.ts';
import type { Done } from './unanswered.ts';
import { wikiWriter } from './wiki.ts';

/** What is to be edited. */
export interface Edit {
  readonly summary?: string | undefined;
  /** Markdown. */
  readonly description?: string | undefined;
  /** Values in the plain form. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** When the issue was changed last, as far as the user knows; RFC 3339. */
  readonly updated?: string | undefined;
}

/** The fields of an issue that the user may edit. */
export async function readEditFields(access: Access, key: string): Promise<Field[]> {
  const { fields } = record(await access.read(issuePath(key, '/editmeta')));
  return Object.entries(record(fields)).map(([id, meta]) => toField(id, meta));
}

/** Edits fields of an issue. @throws {JiraError} `conflict` where the issue was changed since the user saw it */
export async function editIssue(access: Access, key: string, { summary, description, fields, updated }: Edit): Promise<Done<Issue>> {
  if (summary === undefined && description === undefined && Object.keys(fields ?? {}).length === 0) {
    throw invalidParams('fields', 'There is nothing to change: give `summary`, `description` or `fields`.');
  }
  const toWiki = await wikiWriter(access);
  const values = fields === undefined ? {} : toJiraValues(fields, await readEditFields(access, key), toWiki);
  if (updated !== undefined) await assertUnchanged(access, key, updated);
  const json = {
    fields: {
      ...values,
      ...(summary === undefined ? {} : { summary }),
      ...(description === undefined ? {} : { description: description.trim() === '' ? null : toWiki(description) }),
    },
  };
  return changeIssue(access, { key, json, done: 'The issue was changed', notDone: 'The issue is as it was' });
}

/** Adds and removes labels, and leaves alone those that others add and remove at the same time. */
export async function changeLabels(access: Access, key: string, add: readonly string[], remove: readonly string[]): Promise<Done<Issue>> {
  const both = add.find((label) => remove.includes(label));
  if (both !== undefined) throw invalidParams('remove', `The label “${both}” is to be added and to be removed.`);
  const operations = [...add.map((label) => ({ add: label })), ...remove.map((label) => ({ remove: label }))];
  if (operations.length === 0) throw invalidParams('add', 'There is nothing to change: give `add` or `remove`.');
  return changeIssue(access, {
    key,
    json: { update: { labels: operations } },
    done: 'The labels were changed',
    notDone: 'The labels are as they were',
    isDone: (value) => {
      const labels = new Set(list(record(value['fields'])['labels']));
      return add.every((label) => labels.has(label)) && !remove.some((label) => labels.has(label));
    },
  });
}

/** Jira has no conditional writes, so it looks just before. Lists have whole seconds, single issues milliseconds (measured on 8.20). */
async function assertUnchanged(access: Access, key: string, updated: string): Promise<void> {
  const { fields } = await readFields(access, key, ['updated']);
  const now = toTime(record(fields)['updated']);
  const seen = Date.parse(updated);
  const precision = seen % 1000 === 0 ? 1000 : 1;
  if (now === undefined || Math.floor(Date.parse(now) / precision) <= Math.floor(seen / precision)) return;
  throw new JiraError('conflict', `Somebody changed the issue at ${now}, after what you saw (${updated}). Nothing was written: look at it anew.`);
}
