/** Logs work, and reads the work log. */
import type { WorkLogEntry } from '../../../protocol/issue-work.ts';
import { JiraError } from '../errors.ts';
import { identifier, list, present, record } from '../jira/json.ts';
import { toJiraTime } from '../jira/time.ts';
import { toUser } from '../jira/user.ts';
import type { Access } from './access.ts';
import { isMine } from './comment.ts';
import { toWorkLogEntry } from './discussion.ts';
import { markdownReader } from './markdown.ts';
import { issuePath } from './read-issue.ts';
import { type Done, writeOnce } from './unanswered.ts';
import { wikiWriter } from './wiki.ts';

/** Work to be logged. */
export interface Work {
  /** Seconds; Jira counts whole minutes. */
  readonly timeSpent: number;
  /** RFC 3339. */
  readonly started?: string | undefined;
  /** Markdown. */
  readonly comment?: string | undefined;
}

/** Logs work. @returns the id of the entry */
export async function logWork(access: Access, key: string, { timeSpent, started, comment }: Work): Promise<Done<string>> {
  const path = issuePath(key, '/worklog');
  const json = {
    timeSpentSeconds: timeSpent,
    ...present({
      started: started === undefined ? undefined : toJiraTime(started),
      comment: comment === undefined || comment.trim() === '' ? undefined : (await wikiWriter(access))(comment),
    }),
  };
  const minutes = Math.floor(timeSpent / 60);
  const { value, warnings } = await writeOnce(access, {
    send: () => access.write('POST', path, json),
    find: async (since) => {
      const me = await access.me();
      const logged = (entry: unknown) => Math.floor(Number(record(entry)['timeSpentSeconds']) / 60);
      return (await readEntries(access, key)).find((entry) => isMine(entry, me.name, since) && logged(entry) === minutes);
    },
    done: 'The work was logged',
    notDone: 'The work is not in the log',
  });
  return { value: identifier(record(value)['id']) ?? '', warnings };
}

/** The work log of an issue. */
export async function readWorkLog(access: Access, key: string): Promise<WorkLogEntry[]> {
  const entries = await readEntries(access, key);
  const toMarkdown = markdownReader(access, { key, users: entries.map((entry) => toUser(record(entry)['author'])) });
  return entries.map((entry) => toWorkLogEntry(entry, toMarkdown));
}

/** Jira gives all of it at once, whatever page is asked for. */
async function readEntries(access: Access, key: string): Promise<readonly unknown[]> {
  const { worklogs } = record(await access.read(issuePath(key, '/worklog')));
  if (!Array.isArray(worklogs)) throw new JiraError('server', 'The answer of Jira is no work log.');
  return list(worklogs);
}
