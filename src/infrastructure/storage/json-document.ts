/** A JSON document on disk that many agents read and change at once. */
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Low } from 'lowdb';
import { toStorageFailure } from './failure.ts';
import { ensureFolder } from './folder.ts';
import { DamagedFile, decode, encode, type Format } from './format.ts';
import { acquireLock } from './lock.ts';
import { repair } from './repair.ts';
import { removeLeftovers, replaceFile } from './replace.ts';
import { isSame, readIdentity, readSnapshot, tighten, type Snapshot } from './snapshot.ts';
import { StorageFailure, type Document } from './storage.ts';
import { FileWatcher } from './watch.ts';

/** Where a document is, and what it holds. */
export interface JsonDocumentOptions<T extends object> extends Format<T> {
  /** The path of the file. A link is followed; the folder is made when it is first written to. */
  readonly file: string;
  /** Told, in words for people, of what was done about a damaged file or about permissions that were too wide. */
  readonly onRepair: (message: string) => void;
  /** Milliseconds after which the lock of an agent that died is taken over, at least 2,000. */
  readonly stale?: number;
}

/**
 * Opens a document on lowdb. Nothing is read before the first call. The file can be read by its owner alone.
 *
 * - A missing file is the initial state: deleting the file starts anew.
 * - A damaged file is kept aside and restored from its backup, `<file>.bak`; `onRepair` is told. Without a whole
 *   backup the call fails once, telling `onRepair` too where the damaged file is kept, and the next one starts with the initial state.
 * - A file of a newer version fails every call and is not touched.
 * - In a read-only folder reading works, and changing fails.
 */
export function createJsonDocument<T extends object>(options: JsonDocumentOptions<T>): Document<T> {
  return new JsonDocument(options);
}

/** Milliseconds for which a damaged file must be left alone: an editor may be writing to it at the moment. */
const editorTime = 500;

/** How often a change is tried when the file changes in spite of the lock. */
const mostAttempts = 20;

interface Loaded<T> {
  /** `undefined` when there is no file. */
  readonly snapshot: Snapshot | undefined;
  readonly state: T | undefined;
}

class JsonDocument<T extends object> implements Document<T> {
  private readonly options: JsonDocumentOptions<T>;
  private readonly file: string;
  private readonly listeners = new Set<() => void>();
  private cached: Loaded<T> | undefined;
  private watcher: FileWatcher | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: JsonDocumentOptions<T>) {
    this.options = options;
    this.file = followLink(resolve(options.file));
  }

  async read(): Promise<T> {
    return this.reporting('read', async () => {
      if (this.cached?.snapshot?.settled === true) {
        if (isSame(this.cached.snapshot.identity, await readIdentity(this.file))) return this.cached.state!;
      }
      this.cached = await this.loadUnlocked();
      return deepFreeze(this.cached.state ?? this.options.initial());
    });
  }

  async update<R>(change: (state: T) => R): Promise<R> {
    return this.locked('written', async () => {
      await removeLeftovers(this.file);
      for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        const outcome = await this.changeOnce(change);
        if (outcome !== undefined) return outcome.result;
      }
      throw new StorageFailure(`${this.file} cannot be written: another program keeps changing it. Try again.`);
    });
  }

  watch(listener: () => void): () => void {
    const tell = (): void => listener();
    this.listeners.add(tell);
    this.watcher ??= new FileWatcher(this.file, () => [...this.listeners].forEach((each) => each()));
    return () => {
      this.listeners.delete(tell);
      if (this.listeners.size > 0) return;
      this.watcher?.close();
      this.watcher = undefined;
    };
  }

  /** @returns `undefined` when the file was changed meanwhile, in spite of the lock */
  private async changeOnce<R>(change: (state: T) => R): Promise<{ readonly result: R } | undefined> {
    const { snapshot, state } = await this.loadOrRepair();
    let written = false;
    const database = new Low<T>(
      {
        read: () => Promise.resolve(state ?? null),
        write: async (data) => {
          written = await replaceFile(this.file, encode(data, this.options), snapshot);
        },
      },
      this.options.initial(),
    );
    await database.read();
    const before = encode(database.data, this.options);
    const result = change(database.data);
    if (encode(database.data, this.options) === before) return { result };
    this.options.parse(database.data); // What could not be read again is never written.
    await database.write();
    if (!written) return undefined;
    this.watcher?.check();
    return { result };
  }

  private async loadUnlocked(): Promise<Loaded<T>> {
    try {
      return await this.load();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      return this.locked('repaired', () => this.loadOrRepair());
    }
  }

  /** Under the lock. */
  private async loadOrRepair(): Promise<Loaded<T>> {
    const patience = performance.now() + 2 * editorTime;
    for (;;) {
      const snapshot = await readSnapshot(this.file);
      try {
        return await this.decode(snapshot);
      } catch (error) {
        if (!(error instanceof DamagedFile) || snapshot === undefined) throw error;
        if (performance.now() < patience && Date.now() - Number(snapshot.identity.modified / 1_000_000n) < editorTime) {
          await pause(editorTime / 5);
        } else {
          await repair(this.file, snapshot, error, this.options);
        }
      }
    }
  }

  private async load(): Promise<Loaded<T>> {
    return this.decode(await readSnapshot(this.file));
  }

  private async decode(snapshot: Snapshot | undefined): Promise<Loaded<T>> {
    if (snapshot === undefined) return { snapshot, state: undefined };
    if (await tighten(this.file, snapshot)) {
      this.options.onRepair(`Other users of this machine had rights to ${this.file}. Now its owner alone has.`);
    }
    return { snapshot, state: decode(this.file, snapshot.bytes, this.options) };
  }

  /** One after another in this process, and alone on this machine. */
  private locked<R>(action: 'written' | 'repaired', work: () => Promise<R>): Promise<R> {
    const turn = this.queue.then(() =>
      this.reporting(action, async () => {
        await ensureFolder(dirname(this.file), this.options.onRepair);
        const release = await acquireLock(this.file, this.options.stale);
        try {
          return await work();
        } finally {
          await release();
        }
      }),
    );
    this.queue = turn.catch(() => {});
    return turn;
  }

  private async reporting<R>(action: 'read' | 'written' | 'repaired', work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      throw toStorageFailure(error, this.file, action);
    }
  }
}

/** Where the file really is, so that a link stays a link, and all agents lock the same file. */
function followLink(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}

function deepFreeze<V>(value: V): V {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
