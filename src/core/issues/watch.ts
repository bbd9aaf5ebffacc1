/** Watches issues. */
import { record } from '../jira/json.ts';
import type { Access } from './access.ts';
import { issuePath, readFields } from './read-issue.ts';
import { afterwards, type Done, writeOnce } from './unanswered.ts';

/** Who watches an issue. */
export interface Watching {
  /** Whether the user does. */
  readonly watching: boolean;
  /** How many do. */
  readonly watchers: number;
}

/** Watches an issue, or stops it. */
export async function watchIssue(access: Access, key: string, watching: boolean): Promise<Done<Watching>> {
  const { name } = await access.me();
  const path = issuePath(key, '/watchers');
  const done = watching ? 'You watch the issue' : 'You do not watch the issue any more';
  const { warnings } = await writeOnce(access, {
    send: async () => {
      await (watching ? access.write('POST', path, name) : access.write('DELETE', path, undefined, [['username', name]]));
      return true;
    },
    find: async () => ((await readWatching(access, key)).watching === watching ? true : undefined),
    done,
    notDone: watching ? 'You do not watch the issue' : 'You still watch the issue',
  });
  try {
    return { value: await readWatching(access, key), warnings };
  } catch (error) {
    throw afterwards(done, error);
  }
}

async function readWatching(access: Access, key: string): Promise<Watching> {
  const { fields } = await readFields(access, key, ['watches']);
  const { isWatching, watchCount } = record(record(fields)['watches']);
  return { watching: isWatching === true, watchers: Number.isInteger(watchCount) ? (watchCount as number) : 0 };
}
