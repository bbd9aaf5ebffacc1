/** Disks that are small or read-only. Mounting takes root; everything else is there for everybody. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync } from 'node:fs';
import { TemporaryFolder } from './tally.ts';

/** Whether this process may mount file systems: root outside of most containers. */
export function canMount(): boolean {
  using folder = new TemporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder.path]).status !== 0) return false;
  unmount(folder.path);
  return true;
}

/** A file system in memory, of some size. */
export class SmallDisk implements Disposable {
  private readonly folder = new TemporaryFolder();
  readonly path: string = this.folder.path;

  constructor(size: string) {
    mount('-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', this.path);
  }

  file(name = 'tally.json'): string {
    return this.folder.file(name);
  }

  makeReadOnly(): void {
    mount('-o', 'remount,ro', this.path);
  }

  [Symbol.dispose](): void {
    unmount(this.path);
    this.folder[Symbol.dispose]();
  }
}

/** A folder of an ordinary user, which root is made to be for as long as it is there: rights mean nothing to root. */
export class OrdinaryUsersFolder implements Disposable {
  private readonly folder = new TemporaryFolder();
  private readonly wasRoot = process.geteuid!() === 0;
  readonly path: string = this.folder.path;

  constructor() {
    if (!this.wasRoot) return;
    chownSync(this.path, nobody, nobody);
    process.seteuid!(nobody);
  }

  file(name = 'tally.json'): string {
    return this.folder.file(name);
  }

  makeReadOnly(): void {
    chmodSync(this.path, 0o500);
  }

  [Symbol.dispose](): void {
    if (this.wasRoot) process.seteuid!(0);
    chmodSync(this.path, 0o700);
    this.folder[Symbol.dispose]();
  }
}

/** The user id of `nobody` on Debian and most others. */
const nobody = 65_534;

function mount(...args: string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function unmount(path: string): void {
  spawnSync('umount', [path]);
}
