/**
 * The cache on disk, which all agents of a storage folder share: `cache/<provider>/<user>/<entry>`, for their owner
 * alone. Nothing here is worth an error: what cannot be read is not there, and what cannot be written is not kept.
 */
import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { safeFileName } from './attachment-files.ts';
import { type CacheEntry, DamagedEntry, openEntry, writeEntry } from './cache-entry.ts';
import { codeOf, toStorageFailure } from './failure.ts';
import { ensureFolder } from './folder.ts';

export type { CacheEntry } from './cache-entry.ts';
export { DamagedEntry } from './cache-entry.ts';

/** What the folder tells of an entry. */
export interface CacheEntryInfo {
  readonly name: string;
  /** Another one where the entry was written anew. */
  readonly writing: string;
  /** When it was used last: milliseconds since the epoch. */
  readonly used: number;
}

/** The entries of one user at one provider. A name is made of lower-case letters, digits and hyphens. */
export interface CacheFolder {
  /** Opens an entry; `undefined` where there is none. One that is damaged is deleted. */
  open(name: string): Promise<CacheEntry | undefined>;
  /** Writes an entry. @returns whether it is there now */
  write(name: string, head: object, pieces: Iterable<string>): Promise<boolean>;
  /** Deletes an entry. */
  remove(name: string): Promise<void>;
  /** All entries, those that were used last at the beginning. */
  list(): Promise<CacheEntryInfo[]>;
}

/** The cache of all providers. */
export interface CacheFiles {
  /** The folder of a user at a provider, made where it is not there; `undefined` where it cannot be used. */
  open(provider: string, user: string): Promise<CacheFolder | undefined>;
  /** Deletes everything of a provider. @throws {StorageFailure} */
  forget(provider: string): Promise<void>;
}

/** How the cache is kept. */
export interface CacheFilesOptions {
  /** Absolute path; made when the first entry is written. */
  readonly folder: string;
  /** Bytes of all entries together; beyond it those go that were not used for longest. */
  readonly maxSize: number;
  /** Milliseconds after which an entry that nobody used goes. */
  readonly maxAge: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told, in words for people, when others could write to it. */
  readonly onRepair: (message: string) => void;
  /** Told once, in words for people, why nothing is kept. */
  readonly onFailure: (message: string) => void;
}

/** Opens the cache. Nothing is read before the first call. */
export function createCacheFiles(options: CacheFilesOptions): CacheFiles {
  return new DiskCache(options);
}

/** Milliseconds after which the use of an entry is worth noting. */
const usePrecision = 60_000;
/** Milliseconds after which a file that was being written was left behind. */
const longestWriting = 600_000;
const temporarySuffix = '.tmp';
const goneSuffix = '.gone';
/** After as many writings the folder is measured again: other agents write too. */
const writingsBetweenSweeps = 50;

class DiskCache implements CacheFiles {
  readonly #options: CacheFilesOptions;
  #told = false;
  #writings = 0;
  /** Bytes of all entries, as far as is known; `undefined` before they were measured. */
  #size: number | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(options: CacheFilesOptions) {
    this.#options = options;
  }

  async open(provider: string, user: string): Promise<CacheFolder | undefined> {
    if (this.#options.maxSize === 0) return undefined;
    const folder = this.#folderOf(provider);
    const own = join(folder, user);
    try {
      for (const each of [this.#options.folder, folder, own]) await ensureFolder(each, this.#options.onRepair);
      return new UserFolder(own, this);
    } catch (error) {
      this.failed(error, own);
      return undefined;
    }
  }

  /** It is moved away first: whoever still writes to it, writes to nothing. */
  async forget(provider: string): Promise<void> {
    const folder = this.#folderOf(provider);
    const gone = join(this.#options.folder, `${randomBytes(6).toString('hex')}${goneSuffix}`);
    try {
      await rename(folder, gone).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT' && process.platform !== 'win32') throw error;
      });
      for (const each of [gone, folder]) await rm(each, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      if (codeOf(error) !== 'ENOTDIR') throw toStorageFailure(error, folder, 'written');
    }
  }

  get now(): number {
    return this.#options.now();
  }

  failed(error: unknown, file: string): void {
    if (this.#told) return;
    this.#told = true;
    this.#options.onFailure(`What is seen of Jira cannot be kept for later: ${toStorageFailure(error, file, 'written').message}`);
  }

  async written(size: number): Promise<void> {
    this.#writings += 1;
    if (this.#size !== undefined) this.#size += size;
    if (this.#size !== undefined && this.#size <= this.#options.maxSize && this.#writings % writingsBetweenSweeps !== 0) return;
    await (this.#sweeping ??= this.#sweep().finally(() => (this.#sweeping = undefined)));
  }

  /** Deletes what is old, what was left behind, and what is too much. What cannot be deleted, since it is open, stays. */
  async #sweep(): Promise<void> {
    const { folder, maxSize, maxAge } = this.#options;
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files: { path: string; size: number; used: number }[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory() && entry.name.endsWith(goneSuffix)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
      const stats = entry.isFile() ? await stat(path).catch(() => undefined) : undefined;
      if (stats !== undefined) files.push({ path, size: stats.size, used: stats.mtimeMs });
    }
    const isOver = ({ path, used }: { path: string; used: number }) => used < this.now - (path.endsWith(temporarySuffix) ? longestWriting : maxAge);
    const kept = files.filter((file) => !isOver(file)).sort((one, other) => other.used - one.used);
    const obsolete = files.filter(isOver);
    let size = kept.reduce((sum, file) => sum + file.size, 0);
    while (size > maxSize) {
      const oldest = kept.pop()!;
      size -= oldest.size;
      obsolete.push(oldest);
    }
    for (const { path } of obsolete) await rm(path, { force: true }).catch(() => undefined);
    this.#size = size;
  }

  #folderOf(provider: string): string {
    return join(this.#options.folder, safeFileName(provider));
  }
}

class UserFolder implements CacheFolder {
  readonly #folder: string;
  readonly #cache: DiskCache;

  constructor(folder: string, cache: DiskCache) {
    this.#folder = folder;
    this.#cache = cache;
  }

  async open(name: string): Promise<CacheEntry | undefined> {
    const file = join(this.#folder, name);
    try {
      const entry = await openEntry(file);
      await this.#noteUse(file).catch(() => undefined);
      return entry;
    } catch (error) {
      if (error instanceof DamagedEntry || error instanceof SyntaxError || codeOf(error) === 'EISDIR') await this.remove(name);
      return undefined;
    }
  }

  async write(name: string, head: object, pieces: Iterable<string>): Promise<boolean> {
    const file = join(this.#folder, name);
    try {
      const size = await writeEntry(file, `${file}.${randomBytes(6).toString('hex')}${temporarySuffix}`, head, pieces);
      await this.#cache.written(size);
      return true;
    } catch (error) {
      // Without its folder, another agent has deleted what belongs to the provider.
      if (codeOf(error) !== 'ENOENT') this.#cache.failed(error, file);
      return false;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { recursive: true, force: true }).catch(() => undefined);
  }

  async list(): Promise<CacheEntryInfo[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const found = await Promise.all(
      names.filter((name) => !name.endsWith(temporarySuffix)).map(async (name) => ({ name, stats: await stat(join(this.#folder, name)).catch(() => undefined) })),
    );
    return found
      .flatMap(({ name, stats }) => (stats === undefined ? [] : [{ name, writing: `${stats.ino} ${stats.size}`, used: stats.mtimeMs }]))
      .sort((one, other) => other.used - one.used);
  }

  /** The time of a file is when it was used last. */
  async #noteUse(file: string): Promise<void> {
    const now = this.#cache.now;
    const { mtimeMs } = await stat(file);
    if (Math.abs(now - mtimeMs) < usePrecision) return;
    await utimes(file, now / 1000, now / 1000);
  }
}
