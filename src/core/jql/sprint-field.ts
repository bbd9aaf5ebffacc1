/** The field of sprints. */
import { JiraError } from '../errors.ts';
import { list, record, text } from '../jira/json.ts';

/**
 * What the field of sprints is called in queries. It is a custom field, which an administrator or a language may have
 * given another name.
 *
 * @param fields the answer of `/rest/api/2/field`
 * @returns `undefined` where there is no Jira Software
 */
export function readSprintField(fields: unknown): string | undefined {
  const sprint = list(fields).map(record).find(({ schema }) => text(record(schema)['custom'])?.endsWith(':gh-sprint') === true);
  if (sprint === undefined) return undefined;
  const names = list(sprint['clauseNames']).flatMap((name) => text(name) ?? []);
  return names.some((name) => name.toLowerCase() === 'sprint') ? 'sprint' : names.find((name) => name.startsWith('cf['));
}

/** The same where a sprint is needed. @throws {JiraError} `unsupported` where there is no Jira Software */
export function requireSprintField(fields: unknown): string {
  const field = readSprintField(fields);
  if (field === undefined) throw new JiraError('unsupported', 'This Jira has no sprints: Jira Software is not installed, or you may not use it.');
  return field;
}
