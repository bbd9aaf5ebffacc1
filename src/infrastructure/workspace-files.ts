/** Reads files of a workspace, which anybody may have written: nothing but a regular file of a modest size is opened. */
import { constants, unwatchFile, watch, watchFile, type FSWatcher } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { codeOf } from './storage/failure.ts';

/** What became of reading a file. */
export type Reading =
  | { readonly text: string }
  /** There is none. */
  | { readonly text: undefined }
  | { readonly refused: 'link' | 'noFile' | 'tooLarge' | 'unreadable' | 'notUtf8' };

/**
 * Reads a file without following a link, waiting for a pipe, or reading more than it may.
 *
 * @param largest bytes
 */
export async function readWorkspaceFile(path: string, largest: number): Promise<Reading> {
  try {
    const { size, ...kind } = await kindOf(path);
    if (kind.isLink) return { refused: 'link' };
    if (!kind.isFile) return { refused: 'noFile' };
    if (size > largest) return { refused: 'tooLarge' };
    return await readNoFurther(path, largest);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { text: undefined };
    return { refused: code === 'ELOOP' ? 'link' : 'unreadable' };
  }
}

/** Between the look and the opening it may become something else: so it is opened with care, too. */
async function readNoFurther(path: string, largest: number): Promise<Reading> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) return { refused: 'noFile' };
    const bytes = Buffer.alloc(largest + 1);
    let length = 0;
    for (let read = 1; read > 0 && length <= largest; length += read) ({ bytesRead: read } = await file.read(bytes, length, bytes.length - length, length));
    if (length > largest) return { refused: 'tooLarge' };
    return decode(bytes.subarray(0, length));
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer): Reading {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { refused: 'notUtf8' };
  }
}

async function kindOf(path: string): Promise<{ isLink: boolean; isFile: boolean; size: number }> {
  const found = await lstat(path);
  return { isLink: found.isSymbolicLink(), isFile: found.isFile(), size: found.size };
}

/** Milliseconds: editors write a file in several steps. */
const settlingTime = 50;
/** Milliseconds between two looks where folders cannot be watched. */
const pollInterval = 2000;

/**
 * Tells when something happens to a file, without opening it. Nothing of it keeps the process alive.
 *
 * @returns a function that ends it
 */
export function watchWorkspaceFile(path: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settlingTime);
    timer.unref();
  };
  const poll = (): void => {
    watcher?.close();
    watcher = undefined;
    watchFile(path, { persistent: false, interval: pollInterval }, soon);
  };
  try {
    watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(path)) soon();
    });
    watcher.on('error', poll);
  } catch {
    poll();
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
    unwatchFile(path, soon);
  };
}
