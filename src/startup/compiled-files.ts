/** What was compiled in this process, on its way into the code cache. */
import type { Script } from 'node:vm';
import type { CompiledFile } from './code-cache-writer.ts';

/** Milliseconds without a newly compiled file, after which the cache is written. The first answers are out by then. */
const quietTime = 1000;

/** Gathers scripts until nothing new comes, and writes what V8 made of them. */
export class CompiledFiles {
  readonly #folder: string;
  readonly #scripts = new Map<string, Script>();
  readonly #files: CompiledFile[] = [];
  #quiet: NodeJS.Timeout | undefined;
  #watching = false;

  /** @param folder where they are written */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Adds a script. Its functions that are called before it is written come with it. */
  add(name: string, script: Script): void {
    this.#scripts.set(name, script);
    if (!this.#watching) void this.#watchFlags();
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#write(), quietTime).unref();
  }

  /**
   * V8 refuses code that was taken under other flags than those under which it is loaded. The agent sets some on
   * its way: what was loaded before is then taken at once.
   */
  async #watchFlags(): Promise<void> {
    this.#watching = true;
    const { default: v8 } = await import('node:v8');
    const set = v8.setFlagsFromString;
    v8.setFlagsFromString = (flags) => {
      this.#take();
      set(flags);
    };
  }

  #take(): void {
    const taken = Array.from(this.#scripts, ([name, script]) => ({ name, data: script.createCachedData() }));
    this.#scripts.clear();
    this.#files.push(...taken);
  }

  /** The cache is a convenience: nobody is told when writing it fails. */
  async #write(): Promise<void> {
    try {
      this.#take();
      const files = this.#files.splice(0);
      const { writeCodeCache } = await import('./code-cache-writer.ts');
      await writeCodeCache(this.#folder, files);
    } catch {
      return;
    }
  }
}
