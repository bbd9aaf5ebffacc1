/** The branch that is checked out, read from git's own files: no program is run for it. */
import { open, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** Bytes of a file that are read; git's own are shorter. */
const mostBytes = 4096;
/** Folders above that are looked into. */
const mostLevels = 40;

/**
 * The branch of the work tree that a folder is in. While a rebase stops, it is the branch that is rebased.
 *
 * @param folder absolute path within a work tree, or git's own folder, where the message of a commit is edited
 * @returns `undefined` where there is none, or no git
 */
export async function currentBranch(folder: string): Promise<string | undefined> {
  for (let place = folder, level = 0; level < mostLevels; level += 1) {
    const git = (await isGitFolder(place)) ? place : await gitFolderOf(place);
    if (git !== undefined) return branchOf(git);
    const parent = dirname(place);
    if (parent === place) return undefined;
    place = parent;
  }
  return undefined;
}

async function branchOf(git: string): Promise<string | undefined> {
  for (const file of ['HEAD', join('rebase-merge', 'head-name'), join('rebase-apply', 'head-name')]) {
    const name = /^(?:ref: )?refs\/heads\/(\S+)\s*$/.exec((await readBeginning(join(git, file))) ?? '')?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

async function isGitFolder(folder: string): Promise<boolean> {
  return (await readBeginning(join(folder, 'HEAD'))) !== undefined && (await isFolder(join(folder, 'refs'))) || (await readBeginning(join(folder, 'commondir'))) !== undefined;
}

/** In a work tree `.git` is the folder, or a file that tells where it is. Nothing is looked for on another machine. */
async function gitFolderOf(folder: string): Promise<string | undefined> {
  const own = join(folder, '.git');
  if (await isFolder(own)) return own;
  const told = /^gitdir: (.+?)\s*$/.exec((await readBeginning(own)) ?? '')?.[1];
  if (told === undefined || /^[\\/]{2}/.test(told)) return undefined;
  return isAbsolute(told) ? told : resolve(folder, told);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}

/** The beginning of a file; `undefined` where there is none to read. */
async function readBeginning(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isFile()) return undefined;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
