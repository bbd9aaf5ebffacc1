/** The content of a file at one moment. */
import { chmod, open, stat } from 'node:fs/promises';
import { statSync, type BigIntStats } from 'node:fs';
import { codeOf } from './failure.ts';

/** What tells one content of a file from another without reading it. `undefined` stands for a missing file. */
export type Identity = { readonly inode: bigint; readonly modified: bigint; readonly size: bigint } | undefined;

/** The whole content of a file, and which one it is. */
export interface Snapshot {
  readonly identity: NonNullable<Identity>;
  readonly bytes: Buffer;
  /** The permission bits, the owner and the group; they mean nothing on Windows. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /**
   * Whether the same identity means the same content from now on. Within the resolution of a file's time, an inode
   * may be used again for a second change.
   */
  readonly settled: boolean;
}

/**
 * Reads a file whole. Since it is only ever replaced, never written to, it is never torn.
 *
 * @returns `undefined` when there is no such file
 * @throws the error of the operating system
 */
export async function readSnapshot(file: string): Promise<Snapshot | undefined> {
  try {
    await using handle = await open(file, 'r');
    const readAt = Date.now();
    const stats = await handle.stat({ bigint: true });
    const bytes = await handle.readFile();
    return {
      identity: identityOf(stats),
      bytes,
      mode: Number(stats.mode) & 0o777,
      uid: Number(stats.uid),
      gid: Number(stats.gid),
      settled: readAt - Number(stats.mtimeMs) > coarsestFileTime,
    };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Milliseconds: the resolution of file times on FAT, the coarsest there is. */
const coarsestFileTime = 2_000;

/** Which content the file has now. @throws the error of the operating system */
export async function readIdentity(file: string): Promise<Identity> {
  try {
    return identityOf(await stat(file, { bigint: true }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same at once, for a check with nothing between it and what follows. */
export function readIdentitySync(file: string): Identity {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? undefined : identityOf(stats);
}

/** Whether two identities are of the same content. */
export function isSame(one: Identity, other: Identity): boolean {
  return one?.inode === other?.inode && one?.modified === other?.modified && one?.size === other?.size;
}

/** The most permissions that a file of the agent has. */
export const ownerOnly = 0o600;

/**
 * Takes from a file the permissions that others have.
 *
 * @returns whether there were any, and are no longer; never on Windows, and not where they cannot be changed
 */
export async function tighten(file: string, snapshot: Snapshot): Promise<boolean> {
  if (process.platform === 'win32' || (snapshot.mode & ~ownerOnly) === 0) return false;
  try {
    await chmod(file, snapshot.mode & ownerOnly);
    return true;
  } catch {
    return false;
  }
}

function identityOf(stats: BigIntStats): NonNullable<Identity> {
  return { inode: stats.ino, modified: stats.mtimeNs, size: stats.size };
}
