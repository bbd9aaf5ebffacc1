/** Other language servers from npm, to compare with. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A program of Node.js that is a language server over stdio. */
export interface LanguageServer {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
}

const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench');

/** Package, program in it, arguments. */
const servers = [
  ['typescript-language-server@5', 'typescript-language-server/lib/cli.mjs', '--stdio'],
  ['vscode-langservers-extracted@4', 'vscode-langservers-extracted/bin/vscode-json-language-server', '--stdio'],
  ['dockerfile-language-server-nodejs@0.15', 'dockerfile-language-server-nodejs/bin/docker-langserver', '--stdio'],
  ['bash-language-server@5', 'bash-language-server/out/cli.js', 'start'],
  ['yaml-language-server@1', 'yaml-language-server/bin/yaml-language-server', '--stdio'],
] as const;

/** The servers; those that are missing are installed below `.cache`, and are no dependency of anything. */
export function otherLanguageServers(): LanguageServer[] {
  const packages = [...servers.map(([name]) => name), 'typescript@5'];
  const installed = servers.map(([, program, ...args]) => ({ name: program.split('/').at(-1)!.replace(/^cli\..*/, program.split('/')[0]!), file: join(folder, 'node_modules', program), args }));
  if (installed.some(({ file }) => !existsSync(file))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-package-lock', '--silent', ...packages], { stdio: 'inherit' });
  }
  return installed;
}
