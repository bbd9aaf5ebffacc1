/** A repository whose `.jira.json` was written by an attacker: nothing leaves the machine, and nothing that the user has changes. */
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { askDoctor } from '../support/findings.ts';
import { askingUser, connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

describe('a hostile file of a workspace', () => {
  it('that points at another host, under a name that the user knows, has nothing sent there by any request', async () => {
    await using jira = await openJira({ issues: 5 });
    await using attacker = await startListener();
    using folder = new TemporaryFolder();
    await using agent = await startAgent({ folders: [folder.path] });
    const own = await connectByToken(agent, jira);
    const age = await encryptedKey();
    writeFileSync(join(folder.path, '.jira.json'), file(
      { name: own.name, baseUrl: attacker.baseUrl, authentication: { type: 'token' } },
      { name: `${own.name.toUpperCase()} `, baseUrl: `${attacker.baseUrl}/jira`, authentication: { type: 'oauth1', consumerKey: 'c', keys: [age] } },
      { name: 'Mine', baseUrl: jira.baseUrl, authentication: { type: 'basic' } },
    ));
    const { providers } = await agent.waitFor('jira/providersChanged', (params) => params.providers.length === 3);
    expect(providers[0]).to.deep.equal(own);
    expect(new Set(providers.map(({ name }) => name.toLowerCase().trim())).size, 'no name of theirs is the user’s').to.equal(3);
    for (const { id, baseUrl, origin, approval } of providers.slice(1)) {
      expect([origin, approval]).to.deep.equal(['workspace', 'pending']);
      await expectError(agent.request('jira/authorize', { provider: id, passphrase: 'eleven quiet otters' }), 'notAuthorized');
      await expectError(agent.request('jira/configure', { provider: id, baseUrl, authentication: { type: 'token', token: 'the-token' } }), 'notAuthorized');
      await expectError(agent.request('jira/configure', { provider: id, baseUrl, network: { proxy: 'direct' }, authentication: { type: 'basic', username: 'mia', password: 'the-password' } }), 'notAuthorized');
      await expectError(agent.request('jira/issues', { provider: id }), 'notAuthorized');
      await expectError(agent.request('jira/projects', { provider: id }), 'notAuthorized');
      const { findings } = await agent.request('jira/doctor', { provider: id });
      expect(findings.find(({ check }) => check === 'approval')?.outcome).to.equal('skipped');
    }
    await askDoctor(agent);
    expect(await askingUser(agent, jira)).to.equal('alice');
    expect((await agent.request('jira/issue', { key: jiraKey(await agent.request('jira/issues', { limit: 1 })) })).provider).to.equal(own.id);
    expect(attacker.connections).to.equal(0);
  });

  it('that is a link, a pipe, a folder, enormous, malformed, or says what it may not, is not used, and the log says why', async () => {
    await using attacker = await startListener();
    using folder = new TemporaryFolder();
    const good = { name: 'Jira', baseUrl: attacker.baseUrl, authentication: { type: 'token' } };
    const outside = join(folder.path, 'outside.json');
    writeFileSync(outside, file(good));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
    const oauth = (keys: unknown) => ({ ...good, authentication: { type: 'oauth1', consumerKey: 'c', keys } });
    const cases: Record<string, [make: (path: string) => unknown, words: RegExp]> = {
      link: [(path) => symlinkSync(outside, path), /is a link/],
      device: [(path) => symlinkSync('/dev/zero', path), /is a link/],
      pipe: [(path) => execFileSync('mkfifo', [path]), /no regular file/],
      folder: [(path) => mkdirSync(path), /no regular file/],
      enormous: [(path) => (writeFileSync(path, '{'), truncateSync(path, 2 ** 40)), /larger than 256 kB/],
      binary: [(path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00])), /not UTF-8/],
      malformed: [(path) => writeFileSync(path, file(good).slice(0, -5)), /not JSON/],
      deep: [(path) => writeFileSync(path, '['.repeat(200_000)), /not JSON/],
      list: [(path) => writeFileSync(path, '[]'), /the whole/],
      version: [(path) => writeFileSync(path, JSON.stringify({ version: 2, servers: [good] })), /version/],
      network: [(path) => writeFileSync(path, file({ ...good, network: { ca: '../../outside.json' } })), /servers\.0/],
      path: [(path) => writeFileSync(path, file({ ...good, baseUrl: 'file:///etc/passwd' })), /servers\.0\.baseUrl/],
      user: [(path) => writeFileSync(path, file({ ...good, baseUrl: attacker.baseUrl.replace('//', '//mia:secret@') })), /servers\.0\.baseUrl/],
      pem: [(path) => writeFileSync(path, file(oauth([{ fingerprint: `SHA256:${'A'.repeat(43)}`, privateKey }]))), /holds a private key in the clear/],
      identity: [(path) => writeFileSync(path, file({ ...good, name: `AGE-SECRET-KEY-1${'Q'.repeat(58)}` })), /holds a private key in the clear/],
    };
    const folders = Object.entries(cases).map(([name, [make]]) => {
      const path = join(folder.path, name);
      mkdirSync(path);
      make(join(path, '.jira.json'));
      return path;
    });
    const before = listing(folder.path);
    await using agent = await startAgent({ folders });
    expect((await agent.request('jira/providers', {})).providers).to.deep.equal([]);
    const told = agent.editor.logMessages.map(({ message }) => message);
    for (const [name, [, words]] of Object.entries(cases)) {
      expect(told.filter((message) => message.includes(join(folder.path, name, '.jira.json')))[0], name).to.match(words);
    }
    expect(shownLeaks(agent)).to.have.length(2);
    expect(agent.everythingWritten).to.not.include(privateKey.split('\n')[1]).and.to.not.include('AGE-SECRET');
    expect(listing(folder.path)).to.deep.equal(before);
    expect(attacker.connections).to.equal(0);
  });

  it('that is changed to another address after the approval needs another one', async () => {
    await using jira = await openJira({ issues: 5 });
    await using attacker = await startListener();
    using folder = new TemporaryFolder();
    const path = join(folder.path, '.jira.json');
    writeFileSync(path, file({ name: 'Jira', baseUrl: jira.baseUrl, authentication: { type: 'token' } }));
    await using agent = await startAgent({ folders: [folder.path] });
    const [approved] = (await agent.request('jira/providers', {})).providers;
    await agent.request('jira/trustWorkspaceProvider', { provider: approved!.id, host: new URL(jira.baseUrl).host });
    const token = jira.createToken('alice', { name: 'editor' });
    await agent.request('jira/configure', { provider: approved!.id, baseUrl: jira.baseUrl, authentication: { type: 'token', token } });

    writeFileSync(path, file({ name: 'Jira', baseUrl: attacker.baseUrl, authentication: { type: 'token' } }));
    const { providers } = await agent.waitFor('jira/providersChanged', (params) => params.providers[0]?.baseUrl === attacker.baseUrl);
    expect(providers).to.have.length(1);
    expect(providers[0]).to.include({ approval: 'pending', state: 'needsAuthorization' });
    expect(providers[0]?.id).to.not.equal(approved!.id);
    await expectError(agent.request('jira/issues', {}), 'notAuthorized');
    await expectError(agent.request('jira/issues', { provider: approved!.id }), 'unknownProvider');
    expect(attacker.connections).to.equal(0);
  });
});

function file(...servers: object[]): string {
  return JSON.stringify({ version: 1, servers });
}

/** Anything that connects to it is noted, whatever it says. */
async function startListener(): Promise<AsyncDisposable & { readonly baseUrl: string; readonly connections: number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

async function encryptedKey(): Promise<object> {
  const { Encrypter, armor, generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
  return { fingerprint: `SHA256:${'A'.repeat(43)}`, privateKey: armor.encode(await encrypter.encrypt('a key')) };
}

/** What is in a folder, without opening anything that is no regular file. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().map((name) => {
    const found = lstatSync(join(folder, name));
    return `${name} ${found.mode} ${found.size} ${found.isFile() && found.size < 1e6 ? readFileSync(join(folder, name), 'latin1') : ''}`;
  });
}

function shownLeaks({ editor }: Agent): string[] {
  return editor.shownMessages.map(({ message }) => message).filter((message) => message.includes('private key in the clear'));
}

function jiraKey({ issues }: { issues: { key: string }[] }): string {
  return issues[0]!.key;
}
