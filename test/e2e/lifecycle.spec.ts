/** The life of the agent: LSP 3.18, "Server lifecycle", and what the contract adds to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { ErrorCodes } from 'vscode-languageserver/node';
import { notificationMethods, protocolVersion, requestMethods } from '../../protocol/methods.ts';
import { agentFile, agentNode, expectCode, expectError, startAgent } from '../support/agent.ts';

describe('the life of the agent', () => {
  it('announces the protocol in the answer to initialize', async () => {
    await using agent = await startAgent();
    assert.deepEqual(agent.initializeResult?.capabilities.experimental, {
      jira: { protocolVersion, requests: Object.values(requestMethods), notifications: Object.values(notificationMethods) },
    });
  });

  it('refuses every request before initialize, its own, standard ones and unknown ones', async () => {
    await using agent = await startAgent({ initialize: false });
    for (const method of ['jira/providers', 'textDocument/hover', 'no/such']) {
      await expectCode(agent.send(method, {}), ErrorCodes.ServerNotInitialized);
    }
  });

  it('refuses a second initialize', async () => {
    await using agent = await startAgent();
    await expectCode(agent.send('initialize', { processId: null, rootUri: null, capabilities: {} }), ErrorCodes.InvalidRequest);
  });

  it('answers an unknown method with MethodNotFound, and lives on', async () => {
    await using agent = await startAgent();
    await expectCode(agent.send('no/such', {}), ErrorCodes.MethodNotFound);
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
  });

  it('refuses requests after shutdown, and ends with code 0 on exit', async () => {
    await using agent = await startAgent();
    await agent.send('shutdown');
    await expectCode(agent.send('jira/providers', {}), ErrorCodes.InvalidRequest);
    await agent.notify('exit');
    assert.strictEqual((await agent.ended()).code, 0);
  });

  it('ends with code 1 on exit without shutdown', async () => {
    await using agent = await startAgent();
    await agent.notify('exit');
    assert.strictEqual((await agent.ended()).code, 1);
  });

  it('ends when its standard input closes', async () => {
    await using agent = await startAgent();
    agent.process.stdin.end();
    assert.strictEqual((await agent.ended()).code, 1);
  });

  it('ends when the process of initialize is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await using agent = await startAgent({ processId: parent.pid ?? null });
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    assert.strictEqual((await agent.ended()).code, 1);
  });

  it('initializes with settings that are wrong, says which, and works', async () => {
    await using agent = await startAgent({ initializationOptions: { authorizationTimeout: 'soon', credentialStore: 'nowhere' } });
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
    const [warning] = agent.editor.logMessages;
    assert.match(warning?.message ?? '', /credentialStore, authorizationTimeout/);
  });

  it('initializes with a storage that cannot be one, and tells the request that needs it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jira-file-'));
    await writeFile(join(folder, 'file'), 'this is no folder');
    try {
      await using agent = await startAgent({ storage: join(folder, 'file', 'storage') });
      await expectError(agent.request('jira/generateKeyPair', {}), 'storage', { message: /file/ });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('serves an editor that declares nothing', async () => {
    await using agent = await startAgent({ capabilities: {} });
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
  });

  for (const [arguments_, code, output] of [
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['--help'], 0, /--stdio[^]*--storage/],
    [['--no-such-option'], 2, /no-such-option/],
  ] as const) {
    it(`answers ${arguments_.join(' ')} at once`, async () => {
      const child = spawn(agentNode, [agentFile, ...arguments_], { stdio: ['ignore', 'pipe', 'pipe'] });
      const chunks: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      const [exitCode] = (await once(child, 'close')) as [number];
      assert.strictEqual(exitCode, code);
      assert.match(Buffer.concat(chunks).toString(), output);
    });
  }
});

describe('params', () => {
  for (const [method, params, path] of [
    ['jira/probe', {}, 'baseUrl'],
    ['jira/probe', { baseUrl: 7 }, 'baseUrl'],
    ['jira/probe', { baseUrl: 'ftp://jira.example.com' }, 'baseUrl'],
    ['jira/probe', { baseUrl: 'https://mia:secret@jira.example.com' }, 'baseUrl'],
    ['jira/configure', { baseUrl: 'https://jira.example.com' }, 'authentication'],
    ['jira/configure', { baseUrl: 'https://jira.example.com', authentication: { type: 'magic' } }, 'authentication.type'],
    ['jira/configure', { baseUrl: 'https://jira.example.com', authentication: { type: 'token', token: '' } }, 'authentication.token'],
    ['jira/configure', { baseUrl: 'https://jira.example.com', authentication: { type: 'token', token: 'a b' } }, 'authentication.token'],
    ['jira/configure', { baseUrl: 'https://jira.example.com', authentication: { type: 'oauth1', consumerKey: 'k' } }, 'authentication.keyPair'],
    ['jira/configure', { baseUrl: 'https://jira.example.com', authentication: { type: 'oauth1', consumerKey: 'a b', keyPair: 'k' } }, 'authentication.consumerKey'],
    ['jira/configure', { baseUrl: 'https://jira.example.com', authentication: { type: 'basic', username: 'a:b', password: 'p' } }, 'authentication.username'],
    ['jira/generateKeyPair', { bits: 512 }, 'bits'],
    ['jira/generateKeyPair', { validDays: 0 }, 'validDays'],
    ['jira/completeAuthorization', { authorization: 'never-begun' }, 'authorization'],
    ['jira/issues', { limit: 0 }, 'limit'],
    ['jira/issues', { fields: ['ok', 7] }, 'fields[1]'],
    ['jira/removeProvider', {}, 'provider'],
  ] as const) {
    it(`of ${method} ${JSON.stringify(params)} are refused at ${path}`, async () => {
      await using agent = await startAgent();
      const { code, message } = await expectError(agent.send(method, params), 'invalidParams', { path });
      assert.strictEqual(code, ErrorCodes.InvalidParams);
      assert.notMatch(message, /secret/);
    });
  }

  it('may be null where they are optional, and missing where all are', async () => {
    await using agent = await startAgent();
    assert.deepEqual(await agent.send('jira/providers'), { providers: [] });
    const keyPair = await agent.request('jira/generateKeyPair', { bits: 1024, validDays: null, commonName: null, baseUrl: null, exportPrivateKey: null });
    assert.strictEqual(keyPair.bits, 1024);
    assert.match(keyPair.warnings[0] ?? '', /1024/);
  });
});
