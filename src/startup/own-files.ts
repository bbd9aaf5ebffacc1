/**
 * Files that hold code are believed only where nobody but this user can have written them:
 * a folder and a file of the user's own, closed to everybody else. Where a platform has no owners
 * and modes (Windows), the user's profile is closed to others already.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';

/** Whether a folder is there, belongs to this user and is closed to everybody else. A link is not a folder. */
export function isOwnFolder(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.isDirectory() && isOwn(stats);
}

/** What a file holds; `undefined` where there is none, where it is a link, or where others may write or read it. */
export function readOwnFile(path: string): Buffer | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const stats = fstatSync(file);
      return stats.isFile() && isOwn(stats) ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function isOwn(stats: Stats): boolean {
  const user = process.getuid?.();
  return user === undefined || (stats.uid === user && (stats.mode & 0o077) === 0);
}
