/**
 * Builds the extension for VS Code: `dist/vscode/extension/`, a folder that VS Code loads, and from it the package,
 * `dist/vscode/jira-VERSION.vsix`. The agent is inside; it has to be built before.
 *
 *     npm run vscode
 *     npm run vscode -- --target linux-x64     for one platform, with the keyring of the system
 *     npm run vscode -- --images https://HOST/PATH/clients/vscode     for a marketplace: where the read-me file's pictures are
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { vsCodeMessages } from './vscode-messages.ts';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = join(import.meta.dirname, '..', '..');
const client = join(root, 'clients', 'vscode');
/** For the file `.jira.json`. */
const workspaceSchema = 'jira-workspace.schema.json';
const built = process.env['JIRA_DIST'] ?? join(root, 'dist');

/**
 * Builds the folder that VS Code loads.
 *
 * @param target a platform as VS Code names it; absent, it runs on all of them, and secrets are kept by VS Code alone
 * @param dist where the agent was built
 * @returns the folder
 * @throws {Error} where the agent or the platform's keyring is missing, or the code has errors
 */
export async function buildExtension(target?: string, dist = built): Promise<string> {
  const folder = join(dist, 'vscode', 'extension');
  await rm(join(dist, 'vscode'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await bundle(folder);
  for (const name of await readdir(client)) if (name !== 'src') await cp(join(client, name), join(folder, name), { recursive: true });
  await mkdir(join(folder, 'l10n'));
  await writeFile(join(folder, 'l10n', 'bundle.l10n.json'), `${JSON.stringify(await vsCodeMessages(join(client, 'src')), undefined, 2)}\n`);
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  await cp(join(root, 'docs', 'schema', workspaceSchema), join(folder, 'schema', workspaceSchema));
  for (const name of await agentFiles(dist)) await cp(join(dist, name), join(folder, 'agent', name));
  for (const name of keyringPackages(target)) await cp(join(root, 'node_modules', name), join(folder, 'agent', 'node_modules', name), { recursive: true });
  return folder;
}

/** The packages of the keyring, which is native code. */
function keyringPackages(target: string | undefined): string[] {
  if (target === undefined) return [];
  const platform = { 'linux-x64': 'linux-x64-gnu', 'linux-arm64': 'linux-arm64-gnu', 'alpine-x64': 'linux-x64-musl', 'alpine-arm64': 'linux-arm64-musl', 'win32-x64': 'win32-x64-msvc', 'win32-arm64': 'win32-arm64-msvc' }[target] ?? target;
  const names = ['@napi-rs/keyring', `@napi-rs/keyring-${platform}`];
  const [missing] = names.filter((name) => !existsSync(join(root, 'node_modules', name)));
  if (missing !== undefined) throw new Error(`The keyring of ${target} is missing: npm install --no-save --force ${missing}`);
  return names;
}

/**
 * Makes the package of a folder that was built.
 *
 * @param target as the folder was built for
 * @param published where the folder `clients/vscode` can be read by everybody: the marketplace shows no picture of the
 *   package itself. Absent, links stay relative, which an editor that has the package needs nothing else for
 * @returns the file
 * @throws {Error} where the marketplace would not take it
 */
export async function packExtension(folder: string, { target, published }: { readonly target?: string | undefined; readonly published?: string | undefined } = {}): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  const vsix = join(folder, '..', `${[name, target, version].filter((part) => part !== undefined).join('-')}.vsix`);
  const links = published === undefined ? { rewriteRelativeLinks: false } : { baseImagesUrl: published, baseContentUrl: published };
  await createVSIX({ cwd: folder, packagePath: vsix, dependencies: false, allowMissingRepository: true, ...links, ...(target === undefined ? {} : { target }) });
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
  const { values } = parseArgs({ options: { images: { type: 'string' }, target: { type: 'string' } } });
  const vsix = await packExtension(await buildExtension(values.target), { target: values.target, published: values.images });
  console.log(`${vsix}: ${Math.ceil((await stat(vsix)).size / 1024)} kB`);
}
