/** Extensions to compare with, made here. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** An extension that VS Code can load. */
export interface BuiltExtension {
  /** As VS Code shows it. */
  readonly name: string;
  readonly folder: string;
}

const root = join(import.meta.dirname, '..', '..');

/** One that does nothing: the floor. @param where the folder that its own is made in */
export function emptyExtension(where: string): Promise<BuiltExtension> {
  return make(where, 'Empty extension', 'exports.activate = () => {};');
}

/** One that loads the library of language clients at once, and starts none. @param where the folder that its own is made in */
export function eagerExtension(where: string): Promise<BuiltExtension> {
  return make(where, 'vscode-languageclient loaded at once', "exports.client = require('vscode-languageclient/node'); exports.activate = () => {};");
}

async function make(where: string, displayName: string, contents: string): Promise<BuiltExtension> {
  const name = displayName.toLowerCase().replaceAll(' ', '-');
  const folder = join(where, name);
  await mkdir(folder, { recursive: true });
  const manifest = { name, displayName, publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.100.0' }, main: './extension.js', activationEvents: ['onStartupFinished'] };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  // As the extension itself is bundled.
  await build({ stdin: { contents, resolveDir: root }, outfile: join(folder, 'extension.js'), bundle: true, platform: 'node', format: 'cjs', target: 'node20.19', external: ['vscode'], minify: true, keepNames: true, legalComments: 'none' });
  return { name: displayName, folder };
}
