/** Secrets with the editor, and on their way from one store to another. */
import { EventEmitter, once } from 'node:events';
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { type Agent, expectCode, expectError, startAgent } from '../support/agent.ts';
import { askingUser, connectByOAuth, connectByToken, openJira } from '../support/jira.ts';
import { storedText, untilStored } from '../support/stored-files.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

describe('the secrets of an agent', () => {
  it('are kept by an editor that wants to: in no file, for its next window too, and deleted with the provider', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    const options = { storage: folder.path, secrets: new Map<string, string>(), initializationOptions: { credentialStore: 'client' } };
    const token = jira.createToken('alice');
    {
      await using agent = await startAgent(options);
      await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      await connectByOAuth(agent, jira, 'carol');
      assert.lengthOf([...agent.editor.secrets.values()].filter((secret) => secret.includes(token)), 1);
      assert.notInclude(agent.everythingWritten.replaceAll(/"secret":"(?:[^"\\]|\\.)*"/g, ''), token);
      for (const secret of [token, 'PRIVATE KEY', ...accessTokensOf(options.secrets)]) assert.notInclude(storedText(folder.path), secret);
    }
    await using agent = await startAgent(options);
    const { providers } = await agent.request('jira/providers', {});
    for (const { id, user } of providers) assert.strictEqual(await askingUser(agent, jira, id), user?.name);
    assert.lengthOf(providers, 2);
    for (const { id } of providers) await agent.request('jira/removeProvider', { provider: id });
    assert.strictEqual(options.secrets.size, 0);
  });

  it('are missed in words where the editor does not keep them, fails, or says something else', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    const options = { storage: folder.path, secrets: new Map<string, string>(), initializationOptions: { credentialStore: 'client' } };
    {
      await using agent = await startAgent(options);
      await connectByToken(agent, jira);
    }
    const kept = new Map(options.secrets);
    const authentication = { type: 'token', token: jira.createToken('carol') } as const;
    for (const [editor, message] of [
      [{ capabilities: {} }, /This editor does not keep secrets.*credentialStore/],
      [{ disturbSecrets: () => Promise.reject(new Error('locked')) }, /editor answered with an error/],
      [{ disturbSecrets: () => 'what?' }, /something else than the protocol has/],
    ] as const) {
      await using agent = await startAgent({ ...options, ...editor });
      const { providers } = await agent.request('jira/providers', {});
      assert.strictEqual(providers[0]?.state, 'connected');
      await expectError(agent.request('jira/issues', {}), 'storage', { message });
      await expectError(agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication }), 'storage', { message });
      assert.lengthOf((await agent.request('jira/providers', {})).providers, 1);
    }
    assert.deepEqual(options.secrets, kept);
    await using agent = await startAgent(options);
    assert.strictEqual(await askingUser(agent, jira), 'alice');
  });

  it('hold up nobody who cancels, and no end, while the editor gives no answer', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    const options = { storage: folder.path, secrets: new Map<string, string>(), initializationOptions: { credentialStore: 'client' } };
    let provider: string;
    {
      await using agent = await startAgent(options);
      ({ id: provider } = await connectByToken(agent, jira));
    }
    const authentication = { type: 'token', token: jira.createToken('carol') } as const;
    const asked = new EventEmitter();
    const keepSilent = (): Promise<never> => new Promise(() => void asked.emit('asked'));
    for (const [method, params] of [
      ['jira/issues', {}],
      ['jira/doctor', {}],
      ['jira/signOut', { provider }],
      ['jira/configure', { baseUrl: jira.baseUrl, authentication }],
      ['jira/generateKeyPair', { bits: 1024 }],
    ] as const) {
      await using agent = await startAgent({ ...options, disturbSecrets: keepSilent });
      const cancellation = new CancellationTokenSource();
      const isAsked = once(asked, 'asked');
      const cancelled = expectCode(agent.request(method, params as never, cancellation.token), LSPErrorCodes.RequestCancelled);
      await isAsked;
      cancellation.cancel();
      await cancelled;
      assert.lengthOf((await agent.request('jira/providers', {})).providers, 1, method);
    }
    await using agent = await startAgent(options);
    assert.strictEqual(await askingUser(agent, jira), 'alice');
  });

  it('are moved to where the setting says, with nothing lost and nothing left behind', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    const secrets = new Map<string, string>();
    const token = jira.createToken('alice');
    {
      await using agent = await startWith('file');
      await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      assert.include(storedText(folder.path), token);
    }
    {
      await using agent = await startWith('client');
      assert.strictEqual(await askingUser(agent, jira), 'alice');
      await untilStored(folder.path, (text) => !text.includes(token));
      assert.include([...secrets.values()].join(), token);
      assert.strictEqual(await askingUser(agent, jira), 'alice');
    }
    await using agent = await startWith('file');
    assert.strictEqual(await askingUser(agent, jira), 'alice');
    await untilStored(folder.path, (text) => text.includes(token) && !text.includes('"unused"'));
    assert.strictEqual(secrets.size, 0);

    function startWith(credentialStore: string): Promise<Agent> {
      return startAgent({ storage: folder.path, secrets, initializationOptions: { credentialStore } });
    }
  });

  it('are kept by an editor that can, where there is no keyring, and those of other editors stay where they are', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', XDG_RUNTIME_DIR: folder.path };
    const [others, own] = [jira.createToken('alice'), jira.createToken('carol')];
    const configure = (agent: Agent, token: string) =>
      agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    await using other = await startAgent({ storage: folder.path, env });
    await configure(other, others);
    const secrets = new Map<string, string>();
    await using agent = await startAgent({ storage: folder.path, secrets, env });
    await configure(agent, own);
    assert.include([...secrets.values()].join(), own);
    assert.notInclude(storedText(folder.path), own);
    assert.include(storedText(folder.path), others);
    assert.notInclude([...secrets.values()].join(), others);
  });

  it('stay where they are, and are told of once, while they cannot be moved', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    {
      await using agent = await startAgent({ storage: folder.path, initializationOptions: { credentialStore: 'file' } });
      await connectByToken(agent, jira);
    }
    await using agent = await startAgent({ storage: folder.path, initializationOptions: { credentialStore: 'client' }, capabilities: {} });
    for (let time = 0; time < 3; time += 1) assert.strictEqual(await askingUser(agent, jira), 'alice');
    assert.lengthOf(agent.editor.logMessages.filter(({ message }) => message.includes('does not keep secrets')), 1);
  });
});

function accessTokensOf(secrets: Map<string, string>): string[] {
  return [...secrets.values()].flatMap((secret) => /"accessToken":"([^"]*)"/.exec(secret)?.[1] ?? []);
}
