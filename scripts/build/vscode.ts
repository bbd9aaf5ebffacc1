/**
 * Builds the extension for VS Code: `dist/vscode/extension/`, a folder that VS Code loads, and from it the package,
 * `dist/vscode/jira-VERSION.vsix`. The agent is inside; it has to be built before.
 *
 *     npm run vscode
 *     npm run vscode -- --images https://HOST/PATH/clients/vscode   for a release: where the pictures of the read-me file are
 */
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = join(import.meta.dirname, '..', '..');
const client = join(root, 'clients', 'vscode');
const built = process.env['JIRA_DIST'] ?? join(root, 'dist');

/**
 * Builds the folder that VS Code loads.
 *
 * @param dist where the agent was built
 * @returns the folder
 * @throws {Error} where the agent is missing, or the code has errors
 */
export async function buildExtension(dist = built): Promise<string> {
  const folder = join(dist, 'vscode', 'extension');
  await rm(join(dist, 'vscode'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundle(folder);
  for (const name of await readdir(client)) if (name !== 'src') await cp(join(client, name), join(folder, name), { recursive: true });
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  for (const name of await agentFiles(dist)) await cp(join(dist, name), join(folder, 'agent', name));
  return folder;
}

/**
 * Makes the package of a folder that was built.
 *
 * @param published where the folder `clients/vscode` can be read by everybody: the marketplace shows no picture of the
 *   package itself. Absent, links stay relative, which an editor that has the package needs nothing else for
 * @returns the file
 * @throws {Error} where the marketplace would not take it
 */
export async function packExtension(folder: string, published?: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  const vsix = join(folder, '..', `${name}-${version}.vsix`);
  const links = published === undefined ? { rewriteRelativeLinks: false } : { baseImagesUrl: published, baseContentUrl: published };
  await createVSIX({ cwd: folder, packagePath: vsix, dependencies: false, allowMissingRepository: true, ...links });
  return vsix;
}

/** All that the agent needs to run. */
async function agentFiles(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && entry.name !== 'metafile.json').map(({ name }) => name);
}

async function bundle(folder: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [join(client, 'src', 'extension.ts')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19', // That of the oldest VS Code that is supported, 1.100.
    external: ['vscode'],
    minify: true,
    keepNames: true, // A stack trace from a user's machine can be read.
    legalComments: 'none', // They are in THIRD-PARTY-NOTICES.txt.
    lineLimit: 200,
  });
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices(Object.keys(metafile.inputs)));
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { images: { type: 'string' } } });
  const vsix = await packExtension(await buildExtension(), values.images);
  console.log(`${vsix}: ${Math.ceil((await stat(vsix)).size / 1024)} kB`);
}
