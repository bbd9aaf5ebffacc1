/**
 * Files that the user fills in with an editor. They may come to hold a secret: each has a folder of its own for its
 * owner alone, where the backups that editors make stay too, and goes with the agent that made it. What an agent that
 * was killed left behind, the next one deletes.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { safeFileName } from './attachment-files.ts';
import { codeOf, toStorageFailure } from './failure.ts';
import { ensureFolder } from './folder.ts';
import { FileWatcher } from './watch.ts';

/** A file that the user fills in. */
export interface FormFile {
  readonly path: string;
  readonly uri: string;
  /** Whether a `file:` URI means this file, however an editor writes it. */
  is(uri: string): boolean;
  /** What it holds now; `undefined` where that is what the agent wrote, or nothing. */
  read(): Promise<string | undefined>;
  /** Writes it anew. @throws {StorageFailure} */
  write(text: string): Promise<void>;
  /** Calls `listener` when somebody else has changed it. @returns a function that ends it */
  watch(listener: () => void): () => void;
  /** Deletes it, with what an editor put beside it. */
  remove(): Promise<void>;
}

/** The files of one agent. */
export interface FormFiles {
  /**
   * Makes a file for its owner alone.
   *
   * @param name for people; the editor tells the language by its extension
   * @throws {StorageFailure}
   */
  create(name: string, text: string): Promise<FormFile>;
  /** Deletes what agents that are gone left behind. */
  sweep(): Promise<void>;
  /** Deletes every file of this agent. */
  removeAll(): Promise<void>;
}

/** The most bytes that are read of a file. */
const longest = 1024 * 1024;

/**
 * @param folder absolute path; made when the first file is
 * @param onRepair told, in words for people, when others could write to it
 */
export function createFormFiles(folder: string, onRepair: (message: string) => void): FormFiles {
  const own = join(folder, `${process.pid}-${randomBytes(6).toString('hex')}`);
  const removeOwn = (): void => rmSync(own, { recursive: true, force: true });
  let used = false;
  return {
    async create(name, text) {
      await ensureFolder(folder, onRepair);
      // However the process ends, unless it is killed.
      if (!used) process.on('exit', removeOwn);
      used = true;
      const id = randomBytes(6).toString('hex');
      const place = join(own, id);
      await ensureFolder(place, onRepair);
      const file = new OwnedFile(place, safeFileName(name), `/${id}/`);
      await file.write(text);
      return file;
    },

    async sweep() {
      const entries = await readdir(folder).catch(() => []);
      const left = entries.filter((entry) => join(folder, entry) !== own && !isRunning(Number.parseInt(entry, 10)));
      await Promise.all(left.map((entry) => rm(join(folder, entry), { recursive: true, force: true }).catch(() => undefined)));
    },

    async removeAll() {
      await rm(own, { recursive: true, force: true }).catch(() => undefined);
      process.off('exit', removeOwn);
      used = false;
    },
  };
}

class OwnedFile implements FormFile {
  readonly path: string;
  readonly uri: string;
  readonly #folder: string;
  readonly #tail: string;
  #written = '';

  constructor(folder: string, name: string, tail: string) {
    this.#folder = folder;
    this.path = join(folder, name);
    this.uri = pathToFileURL(this.path).href;
    this.#tail = `${tail}${name}`;
  }

  /** By the end that no other file has: editors write drives, links and escapes in their own ways. */
  is(uri: string): boolean {
    try {
      return uri.startsWith('file:') && decodeURIComponent(uri).endsWith(this.#tail);
    } catch {
      return false;
    }
  }

  async read(): Promise<string | undefined> {
    const bytes = await readFile(this.path).catch(() => undefined);
    if (bytes === undefined || bytes.length > longest) return undefined;
    const text = bytes.toString('utf8').replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    return text.trim() === '' || text.trim() === this.#written.trim() ? undefined : text;
  }

  async write(text: string): Promise<void> {
    this.#written = text;
    try {
      await overwrite(this.path, text);
    } catch (error) {
      throw toStorageFailure(error, this.path, 'written');
    }
  }

  watch(listener: () => void): () => void {
    const watcher = new FileWatcher(this.path, listener);
    return () => watcher.close();
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** In place, so that the bytes of a secret that were saved do not stay on the disk in a file without a name. */
async function overwrite(path: string, text: string): Promise<void> {
  const handle = await open(path, 'r+').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return writeFile(path, text, { mode: 0o600, flag: 'wx' });
  try {
    await handle.chmod(0o600);
    const { size } = await handle.stat();
    const bytes = Buffer.from(text);
    await handle.write(Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length))]), 0, undefined, 0);
    await handle.truncate(bytes.length);
  } finally {
    await handle.close();
  }
}

/** Whether a process is there; signal 0 reaches none. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
