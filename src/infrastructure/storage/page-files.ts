/** Issues as files, for editors that show no documents but files: for their owner to read, and never to write. */
import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { safeFileName } from './attachment-files.ts';
import { toStorageFailure } from './failure.ts';
import { ensureFolder } from './folder.ts';

/** Which page it is. */
export interface PagePlace {
  readonly provider: string;
  /** The name of the file without its extension: the key of an issue, for instance. */
  readonly name: string;
}

/** A page on disk. */
export interface PageFile {
  readonly path: string;
  readonly uri: string;
}

/** The pages of all agents that share the storage. */
export interface PageFiles {
  /** A page that is there. */
  find(place: PagePlace): Promise<PageFile | undefined>;
  /** Writes a page. @throws {StorageFailure} */
  write(place: PagePlace, markdown: string): Promise<PageFile>;
  /** Deletes the pages of a provider. @throws {StorageFailure} */
  forget(provider: string): Promise<void>;
}

/** Milliseconds after which a page goes: it says nothing any more that Jira would not say better. */
const longestLife = 7 * 24 * 3_600_000;

/**
 * @param folder absolute path; made when the first page is written
 * @param now milliseconds since the epoch
 * @param onRepair told, in words for people, when others could write to it
 */
export function createPageFiles(folder: string, now: () => number, onRepair: (message: string) => void): PageFiles {
  let swept = false;
  const folderOf = (provider: string): string => join(folder, safeFileName(provider));
  const pathOf = ({ provider, name }: PagePlace): string => join(folderOf(provider), `${safeFileName(name)}.md`);
  return {
    async find(place) {
      const path = pathOf(place);
      return (await stat(path).catch(() => undefined))?.isFile() === true ? fileAt(path) : undefined;
    },

    async write(place, markdown) {
      const own = folderOf(place.provider);
      const path = pathOf(place);
      await ensureFolder(folder, onRepair);
      await ensureFolder(own, onRepair);
      if (!swept) {
        swept = true;
        await sweep(folder, now() - longestLife);
      }
      try {
        // Windows replaces no file that is read-only.
        if (process.platform === 'win32') await chmod(path, 0o600).catch(() => undefined);
        await writeFileAtomic(path, markdown, { mode: 0o400, fsync: false });
      } catch (error) {
        throw toStorageFailure(error, path, 'written');
      }
      return fileAt(path);
    },

    async forget(provider) {
      const own = folderOf(provider);
      await rm(own, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
        throw toStorageFailure(error, own, 'written');
      });
    },
  };
}

function fileAt(path: string): PageFile {
  return { path, uri: pathToFileURL(path).href };
}

/** Deletes what was written before a moment. What cannot be deleted, since it is open, stays. */
async function sweep(folder: string, before: number): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const stats = entry.isFile() ? await stat(file).catch(() => undefined) : undefined;
      if (stats !== undefined && stats.mtimeMs < before) await rm(file, { force: true }).catch(() => undefined);
    }),
  );
}
