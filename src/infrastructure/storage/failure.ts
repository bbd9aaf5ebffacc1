/** What went wrong with a file, in plain words. */
import { StorageFailure } from './storage.ts';

/** What could not be done. */
export type FileAction = 'read' | 'written' | 'repaired' | 'used as the storage folder';

/**
 * Makes a failure of what Node.js throws.
 *
 * @param error what was thrown
 * @param file the path of the file or folder
 * @param action what could not be done
 * @returns the failure, or the error itself when it is no error of the operating system
 */
export function toStorageFailure(error: unknown, file: string, action: FileAction): Error {
  const code = codeOf(error);
  if (error instanceof StorageFailure || code === undefined) return error as Error;
  return new StorageFailure(`${file} cannot be ${action}: ${reason(code)}`, { cause: error });
}

/** The code of an error of the operating system, for instance `ENOENT`; `undefined` for every other error. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return error instanceof Error && typeof code === 'string' && 'syscall' in error ? code : undefined;
}

function reason(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `access was denied (${code}). Check the owner and the permissions of it and of its folder.`;
    case 'EROFS':
      return 'its file system is read-only. Make it writable, or choose another storage folder.';
    case 'ENOSPC':
      return 'the disk is full. Free some space and try again; what was stored before is unchanged.';
    case 'EDQUOT':
      return 'the disk quota is used up. Free some space and try again; what was stored before is unchanged.';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'there is a file where a folder is due. Move it away, or choose another storage folder.';
    case 'EFBIG':
      return 'the system refuses files of that size (ulimit). What was stored before is unchanged.';
    case 'EISDIR':
      return 'it is a folder. Move it away.';
    case 'ELOOP':
      return 'its symbolic links lead in a circle.';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open. Close some programs and try again.';
    default:
      return `the operating system reports ${code}.`;
  }
}
