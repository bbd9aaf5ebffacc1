/** Creates issues: each once, whatever becomes of Jira's answer. */
import type { IssueType } from '../../../protocol/issue-creation.ts';
import type { Issue } from '../../../protocol/issues.ts';
import { JiraError } from '../errors.ts';
import { record, text } from '../jira/json.ts';
import { chooseType, readCreateFields, readIssueTypes } from '../metadata/create-meta.ts';
import { toJiraValues, type ToWiki } from '../metadata/field-values.ts';
import type { Access } from './access.ts';
import { readAfter } from './change.ts';
import { findCreated } from './find-created.ts';
import { type Done, writeOnce } from './unanswered.ts';
import { wikiWriter } from './wiki.ts';

/** An issue to be created. */
export interface NewIssue {
  /** Key or id. */
  readonly project: string;
  /** Id, or name in the user's language. */
  readonly type: string;
  readonly summary: string;
  /** Markdown. */
  readonly description?: string | undefined;
  /** Values in the plain form. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Creates an issue.
 *
 * @throws {JiraError} `validation` that names the fields; or of the kind of a failure, with what is known of the issue
 */
export async function createIssue(access: Access, request: NewIssue): Promise<Done<Issue>> {
  const { project, summary, description } = request;
  const toWiki = await wikiWriter(access);
  const { type, values } = await prepare(access, request, toWiki);
  const json = {
    fields: {
      ...values,
      project: /^\d+$/.test(project) ? { id: project } : { key: project.toUpperCase() },
      issuetype: { id: type.id },
      summary,
      ...(description === undefined || description.trim() === '' ? {} : { description: toWiki(description) }),
    },
  };
  const { value: key, warnings } = await writeOnce(access, {
    send: async () => {
      const created = text(record(await access.write('POST', '/rest/api/2/issue', json))['key']);
      if (created === undefined) throw new JiraError('server', 'Jira does not say which issue it created.');
      return created;
    },
    find: (since) => findCreated(access, { project, type: type.id, summary, since }),
    done: 'The issue was created',
    notDone: 'The issue is not there',
  });
  return { value: await readAfter(access, key, `${key} was created`), warnings };
}

/** The type by its id, and the values as Jira takes them; the screen is asked for only where there are values. */
async function prepare(access: Access, { project, type, fields = {} }: NewIssue, toWiki: ToWiki): Promise<{ type: IssueType; values: Record<string, unknown> }> {
  if (Object.keys(fields).length === 0) return { type: chooseType(await readIssueTypes(access, project), type), values: {} };
  const screen = await readCreateFields(access, project, type);
  return { type: screen.type, values: toJiraValues(fields, screen.fields, toWiki) };
}
