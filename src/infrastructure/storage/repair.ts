/** What is done about a damaged file: nothing of it is lost, and nothing is done in silence. */
import { constants } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { codeOf } from './failure.ts';
import { decode, encode, type DamagedFile, type Format } from './format.ts';
import { backupOf, replaceFile } from './replace.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { StorageFailure } from './storage.ts';

/**
 * Keeps the damaged file aside, as `<file>.damaged-<time>`, and puts its backup in its place. Without a whole backup
 * the file is missing afterwards, so that a next try starts with an empty one. Either is told. When somebody else changes it meanwhile,
 * that stays.
 *
 * @param file the path of the file, locked by the caller
 * @param snapshot the damaged content
 * @param damage what is wrong with it
 * @param options its format, and `onRepair`, which is told what was done
 * @throws {StorageFailure} when there is no whole backup; it tells where the damaged file is kept
 * @throws the error of the operating system
 */
export async function repair<T extends object>(
  file: string,
  snapshot: Snapshot,
  damage: DamagedFile,
  options: Format<T> & { readonly onRepair: (message: string) => void },
): Promise<void> {
  const kept = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
  const state = await readBackup(file, options);
  if (state === undefined) {
    await moveAway(backupOf(file), `${kept}.bak`);
    await moveAway(file, kept);
    const message =
      `${damage.message} It has no whole backup. It is kept as ${kept}, and the next try starts with an empty one: ` +
      `set up again what was in it, or put a whole file back as ${file}.`;
    options.onRepair(message); // Whoever reads it first may be nobody who is asked for an answer.
    throw new StorageFailure(message);
  }
  await copyFile(file, kept, constants.COPYFILE_EXCL);
  if (!(await replaceFile(file, encode(state, options), snapshot))) return;
  options.onRepair(`${damage.message} It was restored from its backup; the damaged file is kept as ${kept}.`);
}

async function readBackup<T extends object>(file: string, format: Format<T>): Promise<T | undefined> {
  const backup = await readSnapshot(backupOf(file));
  if (backup === undefined) return undefined;
  try {
    return decode(backupOf(file), backup.bytes, format);
  } catch (error) {
    if (error instanceof StorageFailure) return undefined;
    throw error;
  }
}

async function moveAway(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
