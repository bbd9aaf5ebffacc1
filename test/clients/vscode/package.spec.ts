/** The package: what VS Code installs, and what the marketplace reads. */
import { assert } from 'chai';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stub } from 'sinon';
import { packExtension } from '../../../scripts/build/vscode.ts';
import { codeServer } from '../../../scripts/editors/code-server.ts';
import { agentEnvironment } from '../../support/environment.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { sourceFiles } from '../../unit/architecture/source-files.ts';
import { builtExtension } from './support/extension.ts';

const client = join(import.meta.dirname, '..', '..', '..', 'clients', 'vscode');
const manifest = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8')) as Manifest;
const texts = JSON.parse(readFileSync(join(client, 'package.nls.json'), 'utf8')) as Record<string, string>;

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly scope?: string; readonly markdownDescription?: string }>> }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[];
  };
}

describe('the package for VS Code', function () {
  this.timeout(180_000);

  it('is installed by VS Code, holds the agent, and neither sources nor maps', async () => {
    const log = stub(console, 'log'); // The packer tells every file.
    const vsix = await packExtension(await builtExtension()).finally(() => log.restore());
    assert.isBelow(statSync(vsix).size, 2_000_000);
    using home = new TemporaryFolder();
    const { node, entry } = codeServer();
    const folder = join(home.path, 'extensions');
    const run = (...args: string[]): string => execFileSync(node, [entry, '--user-data-dir', join(home.path, 'data'), '--extensions-dir', folder, ...args], { encoding: 'utf8', env: agentEnvironment(home.path), stdio: ['ignore', 'pipe', 'ignore'] });
    run('--install-extension', vsix);
    const id = `${manifest.publisher}.${manifest.name}`;
    assert.include(run('--list-extensions', '--show-versions'), `${id}@${manifest.version}`);
    const installed = join(folder, readdirSync(folder).find((name) => name.startsWith(id))!);
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(files.filter((name) => /\.(ts|map)$|metafile|node_modules/.test(name)), []);
    for (const name of ['LICENSE.txt', 'readme.md', 'changelog.md', 'THIRD-PARTY-NOTICES.txt', manifest.icon]) assert.include(files, name);
    assert.include(execFileSync(node, [join(installed, 'agent', 'main.js'), '--version'], { encoding: 'utf8' }), manifest.version);
  });

  it('has a text for whatever the manifest shows, and no other text', () => {
    const shown = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name!);
    assert.sameMembers([...new Set(shown)], Object.keys(texts));
    assert.isEmpty(Object.entries(texts).filter(([, text]) => text.trim() === ''));
  });

  it('has every command that it names, and names none of the agent’s as its own', () => {
    const code = sourceFiles(['clients/vscode']).map(({ text }) => text).join('\n');
    const commands = manifest.contributes.commands.map(({ command }) => command);
    assert.isEmpty(commands.filter((command) => !command.startsWith('jiraClient.')));
    assert.isEmpty(commands.filter((command) => !code.includes(`'${command}'`) && !code.includes(`'${command.replace('jiraClient.', '')}'`)));
    assert.notMatch(code, /registerCommand\(['"`]jira\./);
  });

  it('lets no repository say where secrets go, what is run, and whom the agent believes', () => {
    const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<string, { scope?: string; markdownDescription?: string }>;
    const scoped = (scope: string): string[] => Object.keys(settings).filter((name) => settings[name]!.scope === scope);
    assert.includeMembers(scoped('application'), ['jira.organization', 'jira.organizationUser', 'jira.servers']);
    assert.includeMembers(scoped('machine'), ['jira.storage', 'jira.credentialStore', 'jira.ageIdentities', 'jira.node']);
    assert.isEmpty(Object.entries(settings).filter(([, { markdownDescription }]) => markdownDescription === undefined).map(([name]) => name));
  });

  it('has every picture and page that it shows', () => {
    const pages = manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown));
    const pictures = [...readFileSync(join(client, 'README.md'), 'utf8').matchAll(/(?:\]\(|src(?:set)?=")([^)"\s]+\.png)/g)].map(([, path]) => path!);
    assert.isNotEmpty(pictures);
    assert.deepEqual([...pages, ...pictures, manifest.icon].filter((path) => !existsSync(join(client, path))), []);
  });
});
