/** The folder of the agent's files. */
import { chmod, mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { toStorageFailure } from './failure.ts';
import { StorageFailure } from './storage.ts';

/**
 * The absolute path of the agent's folder.
 *
 * @param override the folder that the user named; a leading `~` is the home folder, as in a shell. Absent: the
 *   platform's place for data, `~/.local/share/jira-language-server` on Linux (`XDG_DATA_HOME` is heeded),
 *   `~/Library/Application Support/jira-language-server` on macOS,
 *   `%LOCALAPPDATA%\jira-language-server\Data` on Windows
 * @param base what a relative path is relative to: the working directory for one from the command line. Absent: a
 *   relative path is refused, since a client's working directory means nothing to its user
 * @throws {StorageFailure} when the path is relative and there is no base
 */
export function dataFolder(override?: string, base?: string): string {
  if (override === undefined || override.trim() === '') return resolve(envPaths('jira-language-server', { suffix: '' }).data);
  const path = expandHome(override);
  if (isAbsolute(path)) return resolve(path);
  if (base !== undefined) return resolve(base, path);
  throw new StorageFailure(`The storage folder “${override}” is a relative path. Give an absolute one, or one that begins with “~/”.`);
}

/**
 * Makes the folder where it is missing, for its owner alone. One that is there is left as it is, except that nobody
 * else may write to it: who can, can replace the files in it. (Where the sticky bit is set, as in `/tmp`, others cannot.)
 *
 * @param folder absolute path; it may lead through links
 * @param onRepair told, in words for people, when others could write to it
 * @throws {StorageFailure} when it cannot be made, or when it belongs to another user, root excepted
 */
export async function ensureFolder(folder: string, onRepair: (message: string) => void): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32') await keepOthersOut(folder, onRepair);
  } catch (error) {
    throw toStorageFailure(error, folder, 'used as the storage folder');
  }
}

async function keepOthersOut(folder: string, onRepair: (message: string) => void): Promise<void> {
  const { mode, uid } = await stat(folder);
  const user = process.geteuid!();
  if (user !== root && uid !== user && uid !== root) {
    throw new StorageFailure(`The storage folder ${folder} belongs to another user. Choose one of your own.`);
  }
  if ((mode & othersMayWrite) === 0 || (mode & sticky) !== 0 || uid !== user) return;
  await chmod(folder, mode & 0o7777 & ~othersMayWrite);
  onRepair(`Other users of this machine could write to the storage folder ${folder}. Now its owner alone can.`);
}

const root = 0;
const othersMayWrite = 0o022;
const sticky = 0o1000;

function expandHome(path: string): string {
  if (path === '~') return homedir();
  return /^~[\\/]/.test(path) ? join(homedir(), path.slice(2)) : path;
}
