/** The folder of the agent's code cache, seen from outside. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { agentFile, startAgent, type Agent } from './agent.ts';
import { bundledFiles, bundleFolder } from './bundle.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const node = process.env['JIRA_TEST_NODE'] ?? process.execPath;

/** A script for `node -e`: what V8 compiled of an empty program that takes as many characters as a file of the bundle. */
const poison = `
  const [file, target] = process.argv.slice(1);
  const { length } = require('node:module').wrap(require('node:fs').readFileSync(file, 'utf8'));
  const script = new (require('node:vm').Script)('(function () {})'.padEnd(length), { filename: file });
  script.runInThisContext()();
  require('node:fs').writeFileSync(target, script.createCachedData());
`;

/** A cache folder of its own, with agents that use it. */
export class CodeCache implements Disposable {
  readonly #root = new TemporaryFolder();
  /** The folder of all versions. */
  readonly versions: string = join(this.#root.path, 'jira-language-server', 'code');
  /** The folder of this build on this Node.js. */
  readonly folder: string = join(this.versions, versionName());

  /** An agent that uses it, without the requests that load the core. */
  start(env: Record<string, string> = {}): Promise<Agent> {
    return startAgent({ capabilities: {}, env: { XDG_CACHE_HOME: this.#root.path, ...env } });
  }

  /** Has an agent write it. */
  async fill(): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    await using _agent = await this.start();
    await this.hold(...startFiles());
  }

  /** Until files are there. The folder must be. */
  async hold(...names: string[]): Promise<void> {
    await this.until(this.folder, (present) => names.every((name) => present.includes(name)));
  }

  /** Until what is in a folder fits. */
  async until(folder: string, fits: (names: string[]) => boolean): Promise<void> {
    const watcher = watch(folder);
    try {
      await new Promise<void>((resolve, reject) => {
        const look = (): void => (fits(readdirSync(folder)) ? resolve() : undefined);
        watcher.on('change', look).on('error', reject);
        look();
      });
    } finally {
      watcher.close();
    }
  }

  /** Which file is behind each name: another one after it was written again. */
  inodes(): Record<string, number> {
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.js'));
    return Object.fromEntries(names.map((name) => [name, statSync(this.path(name)).ino]));
  }

  /** The path of a cached file. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Replaces each file by one that V8 takes for it, and that does nothing: an agent that runs it cannot start. */
  poison(): void {
    for (const name of startFiles()) execFileSync(node, ['-e', poison, join(bundleFolder, name), this.path(name)]);
  }

  [Symbol.dispose](): void {
    this.#root[Symbol.dispose]();
  }
}

/** The files that every start loads from the cache. */
export function startFiles(): string[] {
  const files = new Set(['agent.js']);
  for (const name of files) {
    for (const needed of bundledFiles.find((file) => file.name === name)?.needs ?? []) files.add(needed);
  }
  return [...files];
}

function versionName(): string {
  const [, buildId] = /([0-9a-f]{16})-\$\{process\.version\}/.exec(readFileSync(agentFile, 'utf8')) ?? [];
  return `${buildId}-${execFileSync(node, ['-p', 'process.version + "-" + process.arch'], { encoding: 'utf8' }).trim()}`;
}
