/**
 * Builds the extension for VS Code: `dist/vscode/extension/`, a folder that VS Code loads, and from it the package,
 * `dist/vscode/jira-VERSION.vsix`. The agent is inside; it has to be built before.
 *
 *     npm run vscode
 */
import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const client = join(root, 'clients', 'vscode');

/** What was built. */
export interface BuiltExtension {
  /** A folder that VS Code loads as it is. */
  readonly folder: string;
  readonly vsix: string;
}

/**
 * Builds it.
 *
 * @param dist where the agent was built
 * @throws {Error} where the agent is missing, or the code has errors
 */
export async function buildExtension(dist = process.env['JIRA_DIST'] ?? join(root, 'dist')): Promise<BuiltExtension> {
  const folder = join(dist, 'vscode', 'extension');
  await rm(join(dist, 'vscode'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundle(folder);
  for (const name of ['package.json', 'package.nls.json', 'media', 'README.md', 'CHANGELOG.md']) await cp(join(client, name), join(folder, name), { recursive: true });
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  for (const name of await agentFiles(dist)) await cp(join(dist, name), join(folder, 'agent', name));
  const { version } = JSON.parse(await readFile(join(client, 'package.json'), 'utf8')) as { version: string };
  const vsix = join(dist, 'vscode', `jira-${version}.vsix`);
  await createVSIX({ cwd: folder, packagePath: vsix, dependencies: false, rewriteRelativeLinks: false, skipLicense: false });
  return { folder, vsix };
}

/** All that it needs to run. */
async function agentFiles(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && entry.name !== 'metafile.json').map(({ name }) => name);
}

async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: [join(client, 'src', 'extension.ts')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19', // That of the oldest VS Code that is supported, 1.100.
    external: ['vscode'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    lineLimit: 200,
  });
}

if (import.meta.filename === process.argv[1]) {
  const { vsix } = await buildExtension();
  console.log(`${vsix}: ${Math.ceil((await stat(vsix)).size / 1024)} kB`);
}
