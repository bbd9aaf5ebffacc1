/** The lock of a file, heeded by all agents on the machine. */
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { StorageFailure } from './storage.ts';

// The signal of a write beyond the limit of file sizes. Node.js ignores it, so that the write fails; proper-lockfile's
// signal-exit would end the process, unless somebody else listens.
process.on('SIGXFSZ', () => {});

/**
 * Milliseconds after which the lock of a process that died counts as given up: as short as the library
 * allows, since the next write waits for it. A lock is held for some milliseconds.
 */
const defaultStale = 2_000;

/** Milliseconds between two tries: the first, and the most. */
const firstPause = 1;
const longestPause = 20;

/**
 * Takes the lock of a file: a folder `<file>.lock` beside it. A process that dies leaves it behind; it is taken over
 * once it has not been refreshed for `stale`, and waiting for it ends after twice that. A process that slept may have
 * lost its lock without noticing, so a writer has to check that the file is still the one that it read.
 *
 * @param file the path of the file, with links resolved; its folder exists
 * @param stale milliseconds, at least 2,000
 * @returns a function that gives the lock back; it never throws
 * @throws {StorageFailure} when another agent keeps the lock
 * @throws the error of the operating system, in a read-only folder for instance
 */
export async function acquireLock(file: string, stale: number = defaultStale): Promise<() => Promise<void>> {
  const deadline = performance.now() + 2 * stale;
  for (let wait = firstPause; ; wait = Math.min(wait * 1.5, longestPause)) {
    try {
      const release = await lock(file, { stale, realpath: false, onCompromised: () => {} });
      return () => release().catch(() => {});
    } catch (error) {
      if (!isHeldByAnother(error)) throw error;
      if (performance.now() > deadline) throw stillLocked(file, error);
    }
    await pause(wait * (0.5 + Math.random()));
  }
}

/** On Windows, a lock that is just being removed refuses access. */
function isHeldByAnother(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ELOCKED' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY'));
}

function stillLocked(file: string, cause: unknown): StorageFailure {
  const advice = `Try again; if no other agent runs, delete the folder ${file}.lock.`;
  return new StorageFailure(`${file} is locked by another agent, and has been for many seconds. ${advice}`, { cause });
}
