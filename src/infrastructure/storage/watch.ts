/** Tells when the content of a file changes, without asking for it again and again. */
import { existsSync, readFileSync, unwatchFile, watch, watchFile, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { codeOf } from './failure.ts';

/** Milliseconds between two looks where the system cannot watch folders. */
const pollInterval = 2_000;

/**
 * Watches one file through its folder, so that it sees the file replaced. Where the folder is missing, the nearest
 * one above is watched until it comes. Nothing of it keeps the process alive.
 */
export class FileWatcher {
  private readonly file: string;
  private readonly folder: string;
  private readonly changed: () => void;
  private content: Buffer | undefined;
  private watcher: FSWatcher | undefined;
  private closed = false;

  /**
   * @param file the path of the file, with links resolved; it need not exist
   * @param changed called after each change of the content that follows this call
   */
  constructor(file: string, changed: () => void) {
    this.file = file;
    this.folder = dirname(file);
    this.changed = changed;
    this.arm();
    this.content = this.readContent();
  }

  /** Looks at the file now. */
  check(): void {
    const content = this.readContent();
    if (this.closed || (content === undefined ? this.content === undefined : this.content?.equals(content))) return;
    this.content = content;
    this.changed();
  }

  /** Ends it. */
  close(): void {
    this.closed = true;
    this.disarm();
  }

  private readContent(): Buffer | undefined {
    try {
      return readFileSync(this.file);
    } catch {
      return undefined;
    }
  }

  private arm(): void {
    this.disarm();
    let missing: string | undefined;
    for (let place = this.folder; ; place = dirname(place)) {
      try {
        this.watch(place, missing);
        break;
      } catch (error) {
        const code = codeOf(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR') return this.poll();
        missing = place;
      }
    }
    if (missing !== undefined && existsSync(missing)) this.arm();
  }

  private watch(place: string, missing: string | undefined): void {
    const onEvent = missing === undefined ? this.onFolderEvent : (name: string | null) => this.onEventAbove(name, place, missing);
    this.watcher = watch(place, { persistent: false }, (_, name) => onEvent(name));
    this.watcher.on('error', () => this.rearm());
  }

  private readonly onFolderEvent = (name: string | null): void => {
    if (name === null || name === basename(this.file)) this.check();
    // The folder itself went away, and another one may have taken its place: one with the same inode, even.
    else if (name === basename(this.folder)) this.rearm();
  };

  private onEventAbove(name: string | null, place: string, missing: string): void {
    if (name === basename(place) || existsSync(missing)) this.rearm();
  }

  private rearm(): void {
    if (this.closed) return;
    this.arm();
    this.check();
  }

  /** The system's limit on watched folders is used up, for instance. */
  private poll(): void {
    watchFile(this.file, { persistent: false, interval: pollInterval }, this.onPoll);
  }

  private readonly onPoll = (): void => this.check();

  private disarm(): void {
    this.watcher?.close();
    this.watcher = undefined;
    unwatchFile(this.file, this.onPoll);
  }
}
