import type { Finding } from '../../../protocol/doctor.ts';
import { failed, ok, warning } from './findings.ts';
import { JiraError } from '../errors.ts';

/** Asked with no project, Jira tells what the user may do in any project at all. */
export const permissionsPath = '/rest/api/2/mypermissions';

/** What people do with the agent, and the keys of the permission for it: today's, then the deprecated one. */
const rights: readonly (readonly [action: string, ...keys: string[]])[] = [
  ['browse projects', 'BROWSE_PROJECTS', 'BROWSE'],
  ['create issues', 'CREATE_ISSUES', 'CREATE_ISSUE'],
  ['edit issues', 'EDIT_ISSUES', 'EDIT_ISSUE'],
  ['transition issues', 'TRANSITION_ISSUES'],
  ['assign issues', 'ASSIGN_ISSUES', 'ASSIGN_ISSUE'],
  ['comment', 'ADD_COMMENTS', 'COMMENT_ISSUE'],
  ['log work', 'WORK_ON_ISSUES', 'WORK_ISSUE'],
];

const askFor = 'Ask the administrator of the project for the permissions where you need them.';

/**
 * `rights`: what the user may do in some project at least.
 *
 * @param value Jira's answer
 */
export function checkRights(value: unknown): Finding {
  const { permissions } = (value ?? {}) as { permissions?: Record<string, { havePermission?: unknown } | undefined> };
  if (typeof permissions !== 'object' || permissions === null) {
    return failed('rights', new JiraError('notJira', 'The answer of Jira lists no permissions.'), 'Look whether something between here and Jira changes its answers.');
  }
  const may = (keys: readonly string[]): boolean | undefined => keys.map((key) => permissions[key]?.havePermission).find((each) => typeof each === 'boolean');
  const granted = rights.filter(([, ...keys]) => may(keys) === true).map(([action]) => action);
  const missing = rights.filter(([, ...keys]) => may(keys) === false).map(([action]) => action);
  const detail = granted.length === 0 ? 'You may do nothing in any project.' : `You may ${list(granted, 'and')} in some project at least.`;
  if (missing.length === 0) return ok('rights', detail);
  const lacks = `You may not ${list(missing, 'or')} in any.`;
  if (!granted.includes('browse projects')) return failed('rights', new JiraError('forbidden', `${detail} ${lacks}`), askFor);
  return warning('rights', `${detail} ${lacks}`, askFor);
}

function list(words: readonly string[], conjunction: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
