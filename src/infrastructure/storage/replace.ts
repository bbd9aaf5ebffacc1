/** Replaces a file whole, with a backup of the same content. */
import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './failure.ts';
import { isSame, ownerOnly, readIdentitySync, type Snapshot } from './snapshot.ts';

/** The path of the backup of a file. It has the same content, unless the process died between the two. */
export function backupOf(file: string): string {
  return `${file}.bak`;
}

/**
 * Puts new content in the place of the old, at once: a reader, or a crash, finds one or the other. The backup is
 * replaced first, so that what is deleted from the file is never left in the backup; it is not flushed to the disk,
 * since the file is.
 *
 * @param file the path of the file, locked by the caller
 * @param text the new content
 * @param old what it replaces; `undefined` for no file
 * @returns whether it was replaced; `false` when somebody changed the file, or cleared up the folder, meanwhile
 * @throws the error of the operating system; the file is then as it was
 */
export async function replaceFile(file: string, text: string, old: Snapshot | undefined): Promise<boolean> {
  const unique = `${file}.${process.pid}-${randomBytes(6).toString('hex')}`;
  const temporary = `${unique}${temporarySuffix}`;
  const temporaryBackup = `${unique}.bak${temporarySuffix}`;
  try {
    await writeNew(temporary, text, old, true);
    await writeNew(temporaryBackup, text, old, false);
    await whenFree(() => {
      if (!isSame(readIdentitySync(file), old?.identity)) throw new Overtaken();
      renameSync(temporaryBackup, backupOf(file));
      renameSync(temporary, file);
    });
    return true;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    await rm(temporaryBackup, { force: true }).catch(() => {});
    if (error instanceof Overtaken || codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Deletes what writers that were killed left behind.
 *
 * @param file the path of the file, locked by the caller: nobody else is writing
 */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file);
  const prefix = `${basename(file)}.`;
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix) && name.endsWith(temporarySuffix)) await rm(join(folder, name), { force: true });
  }
}

const temporarySuffix = '.tmp';

/** The file is not the one that was expected. */
class Overtaken extends Error {}

async function writeNew(file: string, text: string, old: Snapshot | undefined, flush: boolean): Promise<void> {
  await using handle = await open(file, 'wx', ownerOnly);
  // An editor run by sudo once must not take the file away from its owner.
  if (old !== undefined && old.uid !== 0 && process.geteuid?.() === 0) await handle.chown(old.uid, old.gid).catch(() => {});
  await handle.writeFile(text);
  if (flush) await handle.datasync();
}

/** On Windows, a file that a virus scanner or an indexer has just opened cannot be replaced until it is closed. */
async function whenFree(attempt: () => void): Promise<void> {
  const deadline = performance.now() + busyPatience;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(codeOf(error)) || performance.now() > deadline) throw error;
    }
    await pause(10 + 20 * Math.random());
  }
}

/** Milliseconds. */
const busyPatience = 2_000;

function isBusy(code: string | undefined): boolean {
  return code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
}
