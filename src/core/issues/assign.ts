/** Assigns issues. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Access } from './access.ts';
import { changeIssue, memberOf, sendChange, type Change } from './change.ts';
import type { Done } from './unanswered.ts';

/**
 * Assigns an issue and reads it again.
 *
 * @param assignee a login name; `me` for the user of the provider; `null` for nobody
 * @throws {JiraError} `validation` where Jira does not let this user have the issue
 */
export async function assignIssue(access: Access, key: string, assignee: string | null): Promise<Done<Issue>> {
  return changeIssue(access, change(key, assignee === 'me' ? (await access.me()).name : assignee));
}

/** Assigns an issue. @param name a login name, or `null` for nobody @returns what the user must know of how it went */
export async function sendAssignee(access: Access, key: string, name: string | null): Promise<string[]> {
  return sendChange(access, change(key, name));
}

function change(key: string, name: string | null): Change {
  return {
    key,
    part: '/assignee',
    json: { name },
    done: name === null ? 'The issue is assigned to nobody' : `The issue is assigned to ${name}`,
    notDone: 'The issue is assigned as it was',
    isDone: (value) => (memberOf(value, 'assignee', 'name') ?? null) === name,
  };
}
