/** A repository that somebody else wrote, opened in the editor: none of its files has a say in what the agent does. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { startAgent } from '../support/agent.ts';
import { startHostileJira } from '../support/hostile-jira.ts';
import { request, startRawAgent } from '../support/raw-agent.ts';

/** Files of a repository, by their path; `URL` is a server of the attacker's. */
function filesOf(url: string, marker: string): Record<string, string> {
  const provider = { id: 'evil', name: 'Evil', baseUrl: url, server: { version: '9.12.4', versionNumbers: [9, 12, 4], deploymentType: 'Server', title: 'Evil' }, authentication: { type: 'token' }, state: 'connected', origin: 'workspace', secret: 'secret-1' };
  const store = JSON.stringify({ version: 1, providers: [provider], keyPairs: [] });
  const secrets = JSON.stringify({ version: 1, secrets: [{ name: 'secret-1', secret: '{"authentication":{"type":"token","token":"x"}}', createdAt: '2026-01-01T00:00:00.000Z' }] });
  const settings = JSON.stringify({ 'jira.baseUrl': url, 'jira.storage': './storage', jira: { storage: './storage', baseUrl: url, providers: [provider], organization: url } });
  const script = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'run');`;
  return {
    'providers.json': store,
    'secrets.json': secrets,
    'storage/providers.json': store,
    'storage/secrets.json': secrets,
    '.local/share/jira-language-server/providers.json': store,
    '.jira.json': settings,
    'jira.json': settings,
    '.vscode/settings.json': settings,
    '.idea/jira.xml': `<jira url="${url}"/>`,
    'package.json': JSON.stringify({ name: 'x', type: 'module', jira: JSON.parse(settings) as object, main: 'index.js' }),
    '.env': `HTTP_PROXY=${url}\nHTTPS_PROXY=${url}\nNODE_OPTIONS=--require=./evil.js\nJIRA_URL=${url}\n`,
    '.npmrc': `registry=${url}\n`,
    '.netrc': 'default login mia password x\n',
    'evil.js': script,
    'index.js': script,
    ...Object.fromEntries(['@napi-rs/keyring', 'undici', 'zod', 'vscode-languageserver', 'open', 'node-forge'].map((name) => [`node_modules/${name}/index.js`, script])),
  };
}

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(name, 'utf8')] as const)));
}

describe('a hostile repository', () => {
  it('is neither read, nor run, nor written to: no provider comes of it, and nothing is sent anywhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jira-repository-'));
    try {
      await using server = await startHostileJira(() => false);
      const marker = join(folder, 'ran');
      for (const [name, content] of Object.entries(filesOf(server.baseUrl, marker))) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), content);
      }
      const before = await contentsOf(folder);
      await using agent = await startRawAgent(folder);
      const uri = pathToFileURL(folder).href;
      await agent.initialize({ rootPath: folder, rootUri: uri, workspaceFolders: [{ uri, name: 'x' }] });
      const calls: readonly (readonly [string, object])[] = [['jira/providers', {}], ['jira/issues', {}], ['jira/doctor', {}], ['jira/generateKeyPair', { bits: 1024 }]];
      for (const [method, params] of calls) {
        agent.send(request(method, method, params));
        await agent.answerTo(method);
      }
      await agent.assertAlive();
      assert.deepEqual(server.received, []);
      assert.deepEqual(await contentsOf(folder), before);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a provider that is moved to another host', () => {
  it('sends nothing there that was meant for the first', async () => {
    await using first = await startHostileJira(() => false);
    await using second = await startHostileJira(() => false, 'localhost');
    await using agent = await startAgent();
    const network = { headers: { 'X-Gateway': 'of-the-first' } };
    const { provider } = await agent.request('jira/configure', { baseUrl: first.baseUrl, network, authentication: { type: 'token', token: 'token-of-the-first' } });
    await agent.request('jira/configure', { provider: provider.id, baseUrl: second.baseUrl, authentication: { type: 'token', token: 'token-of-the-second' } });
    const sent = JSON.stringify(second.received);
    assert.include(sent, 'token-of-the-second');
    assert.notInclude(sent, 'of-the-first');
    await agent.request('jira/configure', { provider: provider.id, baseUrl: second.baseUrl, network, authentication: { type: 'token', token: 'token-of-the-second' } });
    await agent.request('jira/configure', { provider: provider.id, baseUrl: `${second.baseUrl}/browse/ABC-1`, authentication: { type: 'token', token: 'token-of-the-second' } });
    assert.strictEqual(second.received.at(-1)?.headers['x-gateway'], 'of-the-first', 'on the same host they stay');
  });
});
