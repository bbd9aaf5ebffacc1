/** Changes of an issue that end in the issue as it is then. */
import type { Issue } from '../../../protocol/issues.ts';
import { list, record, text } from '../jira/json.ts';
import { toTime } from '../jira/time.ts';
import type { Access } from './access.ts';
import { isMine } from './comment.ts';
import { listFields } from './issue.ts';
import { issuePath, readFields, readIssue } from './read-issue.ts';
import { afterwards, type Done, writeOnce } from './unanswered.ts';

/** A change. */
export interface Change {
  readonly key: string;
  readonly method?: 'POST' | 'PUT';
  /** Of the issue's path: for instance `/assignee`. */
  readonly part?: string;
  readonly json: unknown;
  /** For instance `The issue was assigned`. */
  readonly done: string;
  /** For instance `The issue is not assigned so`. */
  readonly notDone: string;
  /**
   * Whether an issue looks as if the change had been done; by default the change log tells.
   *
   * @param value the issue as Jira gives it, with the fields of a list
   * @param since milliseconds since the epoch: the change was not done before
   */
  readonly isDone?: (value: Record<string, unknown>, since: number) => boolean;
}

/**
 * Changes an issue and reads it again.
 *
 * @throws {JiraError}
 */
export async function changeIssue(access: Access, change: Change): Promise<Done<Issue>> {
  const warnings = await sendChange(access, change);
  return { value: await readAfter(access, change.key, change.done), warnings };
}

/**
 * Changes an issue.
 *
 * @returns what the user must know of how it went
 * @throws {JiraError}
 */
export async function sendChange(access: Access, { key, method = 'PUT', part = '', json, done, notDone, isDone }: Change): Promise<string[]> {
  const { warnings } = await writeOnce(access, {
    send: async () => {
      await access.write(method, issuePath(key, part), json);
      return true;
    },
    find: async (since) => {
      const value = await readFields(access, key, listFields, 'changelog');
      const found = isDone === undefined ? wasEdited(value, (await access.me()).name, since) : isDone(value, since);
      return found ? true : undefined;
    },
    done,
    notDone,
  });
  return warnings;
}

/** Reads an issue after a change. @throws {JiraError} that does not let the change be taken for failed */
export async function readAfter(access: Access, key: string, done: string): Promise<Issue> {
  try {
    return await readIssue(access, key);
  } catch (error) {
    throw afterwards(done, error);
  }
}

/** The change log tells who changed something; a change that changed nothing is not in it. */
function wasEdited(value: Record<string, unknown>, user: string, since: number): boolean {
  return list(record(value['changelog'])['histories']).some((history) => isMine(history, user, since));
}

/** Whether an issue of Jira's was changed by anybody since. @param since milliseconds since the epoch */
export function changedSince(value: Record<string, unknown>, since: number): boolean {
  return Date.parse(toTime(record(value['fields'])['updated']) ?? '') >= since;
}

/** A member of a field, for instance the name of the assignee. */
export function memberOf(value: Record<string, unknown>, field: string, member: string): string | undefined {
  return text(record(record(value['fields'])[field])[member]);
}
