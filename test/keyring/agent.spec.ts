/** The built agent in a session with a real keyring, and in one without. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from 'chai';
import { type Agent, agentFile, expectError, startAgent } from '../support/agent.ts';
import { askingUser, openJira } from '../support/jira.ts';
import { storedText, untilStored } from '../support/stored-files.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { Home, Session } from './session.ts';

describe('The agent with the keyring of the session', () => {
  for (const credentialStore of ['keyring', 'auto', undefined]) {
    it(`keeps secrets in it with ${credentialStore === undefined ? 'no setting' : `\`credentialStore: "${credentialStore}"\``}`, async () => {
      using place = new Installation({ withKeyring: true });
      using home = new Home();
      await using session = await Session.startUnlocked(home);
      await using jira = await openJira({ issues: 1 });
      const token = jira.createToken('alice');
      const options = { ...place, env: variablesOf(session), initializationOptions: { credentialStore } };
      {
        await using agent = await startAgent(options);
        await configure(agent, jira.baseUrl, token);
        assert.strictEqual(await askingUser(agent, jira), 'alice');
      }
      assert.lengthOf(session.secrets().filter((secret) => secret.includes(token)), 1, 'libsecret finds it');
      assert.notInclude(storedText(place.storage), token);
      await using next = await startAgent(options);
      assert.strictEqual(await askingUser(next, jira), 'alice');
      assert.deepEqual(next.editor.logMessages, []);
      const { providers } = await next.request('jira/providers', {});
      await next.request('jira/removeProvider', { provider: providers[0]?.id ?? '' });
      assert.deepEqual(session.secrets(), [], 'nothing is left behind');
    });
  }

  it('moves secrets from the file to the editor, to the keyring and back, and works all the while', async () => {
    using place = new Installation({ withKeyring: true });
    using home = new Home();
    await using session = await Session.startUnlocked(home);
    await using jira = await openJira({ issues: 1 });
    const token = jira.createToken('alice');
    const secrets = new Map<string, string>();
    const holders: Record<string, () => string> = {
      file: () => storedText(place.storage),
      client: () => [...secrets.values()].join(),
      keyring: () => session.secrets().join(),
    };
    {
      await using agent = await startWith('file');
      await configure(agent, jira.baseUrl, token);
    }
    for (const credentialStore of ['client', 'keyring', 'file', 'keyring', 'client', 'file']) {
      await using agent = await startWith(credentialStore);
      assert.strictEqual(await askingUser(agent, jira), 'alice', credentialStore);
      await untilStored(place.storage, (text) => !text.includes('"unused"') && isAt(text, credentialStore));
      for (const [holder, content] of Object.entries(holders)) assert.strictEqual(content().includes(token), holder === credentialStore, `${holder}, ${credentialStore}`);
      assert.strictEqual(await askingUser(agent, jira), 'alice', credentialStore);
    }

    function startWith(credentialStore: string): Promise<Agent> {
      return startAgent({ ...place, secrets, env: variablesOf(session), initializationOptions: { credentialStore } });
    }

    function isAt(text: string, credentialStore: string): boolean {
      return credentialStore === 'file' ? text.includes(token) : text.includes(`"place": "${credentialStore}"`) && !text.includes(token);
    }
  });
});

describe('The agent without a keyring', () => {
  for (const [why, withKeyring, words] of [
    ['there is no session', true, /The system keyring cannot be used/],
    ['the native package is not installed', false, /package @napi-rs\/keyring is not installed/],
  ] as const) {
    it(`keeps secrets in the file, and says so once, where ${why}`, async () => {
      using place = new Installation({ withKeyring });
      await using jira = await openJira({ issues: 1 });
      const token = jira.createToken('alice');
      await using agent = await startAgent({ ...place, initializationOptions: { credentialStore: 'auto' } });
      await configure(agent, jira.baseUrl, token);
      await configure(agent, jira.baseUrl, jira.createToken('carol'));
      assert.include(storedText(place.storage), token);
      const [told, ...more] = agent.editor.logMessages.map(({ message }) => message);
      assert.match(told ?? '', words);
      assert.include(told, 'secrets.json');
      assert.deepEqual(more, []);
    });

    it(`says that it cannot keep secrets as it should, where ${why}`, async () => {
      using place = new Installation({ withKeyring });
      await using jira = await openJira({ issues: 1 });
      await using agent = await startAgent({ ...place, initializationOptions: { credentialStore: 'keyring' } });
      const token = jira.createToken('alice');
      await expectError(configure(agent, jira.baseUrl, token), 'storage', { message: words });
      assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
      assert.notInclude(storedText(place.storage), token);
    });
  }
});

/** The built agent as a package manager installs it: with the optional package beside it, or without. */
class Installation implements Disposable {
  readonly program: string;
  readonly storage: string;
  readonly #folder = new TemporaryFolder();

  constructor({ withKeyring }: { withKeyring: boolean }) {
    const { path } = this.#folder;
    const scope = join(import.meta.dirname, '..', '..', 'node_modules', '@napi-rs');
    cpSync(dirname(agentFile), join(path, 'dist'), { recursive: true, filter: (file) => !file.endsWith('.map') });
    mkdirSync(join(path, 'node_modules'));
    if (withKeyring) symlinkSync(scope, join(path, 'node_modules', '@napi-rs'), 'junction');
    this.program = join(path, 'dist', 'main.js');
    this.storage = join(path, 'storage');
    mkdirSync(this.storage, { mode: 0o700 });
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

/** What tells a process which session it is in. */
function variablesOf({ environment }: Session): Record<string, string | undefined> {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR, XDG_DATA_HOME } = environment;
  return { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR, XDG_DATA_HOME };
}

async function configure(agent: Agent, baseUrl: string, token: string): Promise<void> {
  await agent.request('jira/configure', { baseUrl, authentication: { type: 'token', token } });
}
