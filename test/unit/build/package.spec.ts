import { expect } from 'chai';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { agentEnvironment } from '../../support/environment.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe('the package', () => {
  let folder: TemporaryFolder;
  let packed: { filename: string; files: { path: string; mode: number }[] };
  const npm = (cwd: string, ...args: string[]): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', env: { ...process.env, npm_config_cache: join(folder.path, 'cache') } });

  before(() => {
    folder = new TemporaryFolder();
    // What is built is tested as it is: `prepack` would build again.
    [packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder.path));
  });
  after(() => folder[Symbol.dispose]());

  it('holds the program and what people read, and no more', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).to.include.members([
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'docs/PROTOCOL.md',
      'docs/schema/jira-protocol.schema.json',
      'dist/main.js',
      'dist/package.json',
      'dist/THIRD-PARTY-NOTICES.txt',
    ]);
    const others = paths.filter((path) => !/^(dist\/[\w-]+\.js|dist\/(package\.json|THIRD-PARTY-NOTICES\.txt)|docs\/.*|package\.json|[A-Z]+(\.md)?)$/.test(path));
    expect(others).to.deep.equal([]);
  });

  it('starts where it is installed with no registry and nothing beside it', async () => {
    const target = join(folder.path, 'installed');
    npm(folder.path, 'install', '--offline', '--prefix', target, join(folder.path, packed.filename));
    expect(readdirSync(join(target, 'node_modules')).filter((name) => !name.startsWith('.'))).to.deep.equal(['jira-language-server']);

    const bin = join(target, 'node_modules', '.bin', 'jira-language-server');
    const child = spawn(bin, ['--stdio'], { cwd: target, env: agentEnvironment(folder.path), stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    const answer = await connection.sendRequest<{ serverInfo: unknown }>('initialize', { processId: null, rootUri: null, capabilities: {} });
    const version = execFileSync(bin, ['--version'], { encoding: 'utf8' }).trim();
    expect(answer.serverInfo).to.deep.equal({ name: 'jira-language-server', version });

    // The core is loaded too: it answers from an empty store.
    expect(await connection.sendRequest('jira/providers', {})).to.deep.equal({ providers: [] });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).to.equal(0);
  });
});
