/** Files that were downloaded for an editor to open: below one folder, under names that no file system takes amiss. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { toStorageFailure } from './failure.ts';
import { ensureFolder } from './folder.ts';

/** Where a file belongs. */
export interface FilePlace {
  readonly provider: string;
  /** The id of the attachment. */
  readonly id: string;
  /** Whatever somebody called it. */
  readonly name: string;
}

/** Downloaded files. */
export interface AttachmentFiles {
  /** The `file:` URI of a file that is there already, whole. @param size in bytes */
  find(place: FilePlace, size: number): Promise<string | undefined>;
  /** Keeps a file for its owner alone. @returns its `file:` URI @throws {StorageFailure} */
  save(place: FilePlace, content: Uint8Array): Promise<string>;
  /** Deletes the files of a provider. @throws {StorageFailure} */
  forget(provider: string): Promise<void>;
}

/** Bytes that all files together may take; beyond it the oldest ones go. */
const mostBytes = 500 * 1024 * 1024;

/**
 * @param folder absolute path; made when the first file is saved
 * @param onRepair told, in words for people, when others could write to it
 */
export function createAttachmentFiles(folder: string, onRepair: (message: string) => void): AttachmentFiles {
  const folderOf = ({ provider, id }: FilePlace) => join(folder, safeFileName(provider), safeFileName(id));
  const fileOf = (place: FilePlace) => join(folderOf(place), safeFileName(place.name));
  return {
    async find(place, size) {
      const file = fileOf(place);
      const found = await stat(file).catch(() => undefined);
      return found?.isFile() === true && found.size === size ? pathToFileURL(file).href : undefined;
    },

    async save(place, content) {
      const file = fileOf(place);
      await ensureFolder(folder, onRepair);
      await ensureFolder(folderOf(place), onRepair);
      try {
        await writeFileAtomic(file, Buffer.from(content), { mode: 0o600, fsync: false });
      } catch (error) {
        throw toStorageFailure(error, file, 'written');
      }
      await prune(folder, file);
      return pathToFileURL(file).href;
    },

    async forget(provider) {
      const own = join(folder, safeFileName(provider));
      await rm(own, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
        throw toStorageFailure(error, own, 'written');
      });
    },
  };
}

/** Characters that a name may not have on Windows, or that act on a screen; the separators of paths are among them. */
const unsafe = /[\p{C}\u2028\u2029<>:"/\\|?*]/gu;
/** Names of devices on Windows, with any extension. */
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;
/** Bytes in UTF-8: less than the 255 of most file systems, for the suffix of a temporary file. */
const longestName = 150;

/**
 * A name under which a file can be kept in a folder everywhere: one segment of a path, visible, of no device, and
 * with the extension that it had.
 */
export function safeFileName(name: string): string {
  const clean = name
    .replace(unsafe, '_')
    .trim()
    .replace(/^\.+/, (dots) => '_'.repeat(dots.length))
    .replace(/[. ]+$/, '')
    .replace(reserved, '_$&');
  const extension = /\.[^.]{1,20}$/.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - extension.length);
  return shorten(stem, longestName - Buffer.byteLength(extension)).replace(/[. ]+$/, '') + extension || 'attachment';
}

function shorten(text: string, bytes: number): string {
  let length = 0;
  let short = '';
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    short += character;
  }
  return short;
}

/** Deletes the oldest files until the rest is small enough. What cannot be deleted, since it is open, stays. */
async function prune(folder: string, newest: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const known = await Promise.all(files.map(async (file) => ({ file, stats: await stat(file).catch(() => undefined) })));
  const sorted = known.flatMap(({ file, stats }) => (stats === undefined ? [] : [{ file, size: stats.size, time: stats.mtimeMs }])).sort((left, right) => left.time - right.time);
  let total = sorted.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of sorted) {
    if (total <= mostBytes) return;
    if (file === newest) continue;
    await rm(file, { force: true }).catch(() => undefined);
    total -= size;
  }
}
