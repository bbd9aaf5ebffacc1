/** Agents that are killed in the middle of a change: what was answered is stored, nothing is lost, and nothing is left behind. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Provider } from '../../protocol/provider.ts';
import type { Configuration } from '../../src/core/providers/records.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { askingUser, connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { spin } from '../support/spin.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

/** How often an agent is killed during each request. */
const rounds = 8;

const initializationOptions = { credentialStore: 'file' };

describe('an agent that is killed', function () {
  this.timeout(300_000);
  let jira: DisposableJira;
  let folder: TemporaryFolder;

  beforeEach(async () => {
    jira = await openJira({ issues: 1 });
    folder = new TemporaryFolder();
  });

  afterEach(async () => {
    folder[Symbol.dispose]();
    await jira[Symbol.asyncDispose]();
  });

  it('has signed out or not, at any moment of jira/signOut', () =>
    killAgain(
      (agent) => connectByToken(agent, jira),
      (agent, { id }) => agent.request('jira/signOut', { provider: id }),
      async (survivor, { id }, answered) => {
        const state = (await providersOf(survivor)).find((provider) => provider.id === id)?.state;
        if (answered !== undefined) assert.strictEqual(state, 'needsAuthorization', 'what was answered is stored');
        if (state === 'connected') assert.strictEqual(await askingUser(survivor, jira, id), 'alice');
        else assert.strictEqual(state, 'needsAuthorization');
      },
    ));

  it('has removed a provider with its key or not, at any moment of jira/removeProvider', () =>
    killAgain(
      (agent) => connectByOAuth(agent, jira),
      (agent, { id }) => agent.request('jira/removeProvider', { provider: id }),
      async (survivor, { id }, answered) => {
        const isThere = (await providersOf(survivor)).some((provider) => provider.id === id);
        if (answered !== undefined) assert.isFalse(isThere, 'what was answered is stored');
        if (isThere) assert.strictEqual(await askingUser(survivor, jira, id), 'alice');
        assert.strictEqual(readConfiguration().keyPairs.length, (await providersOf(survivor)).length, 'a key goes with its provider');
      },
    ));

  it('has stored a key or not, at any moment of jira/generateKeyPair', () =>
    killAgain(
      (agent) => connectByToken(agent, jira),
      (agent) => agent.request('jira/generateKeyPair', { bits: 1024 }),
      async (survivor, { id }, answered) => {
        assert.strictEqual(await askingUser(survivor, jira, id), 'alice');
        const keyPair = readConfiguration().keyPairs.at(-1)?.id;
        if (answered !== undefined) assert.strictEqual(keyPair, answered.result.id, 'what was answered is stored');
        if (keyPair === undefined) return;
        await survivor.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey: 'consumer', keyPair } });
      },
    ));

  /**
   * Kills agents during a request, at random moments of the time that it takes. Each round's agent is judged by the next one.
   *
   * @param judge gets what the dead agent answered, and `undefined` where it did not
   */
  async function killAgain<R>(
    prepare: (agent: Agent) => Promise<Provider>,
    change: (agent: Agent, provider: Provider) => Promise<R>,
    judge: (survivor: Agent, provider: Provider, answered: { result: R } | undefined) => Promise<void>,
  ): Promise<void> {
    let duration = 0;
    for (let round = 0; round <= rounds; round += 1) {
      await using agent = await startHere();
      const provider = await prepare(agent);
      const begun = performance.now();
      const answer = change(agent, provider).then((result) => ({ result }), () => undefined);
      if (round === 0) {
        await answer;
        duration = performance.now() - begun;
      } else {
        await spin(duration * Math.random());
        await agent.kill();
      }
      const answered = await answer;
      await using survivor = await startHere();
      await judge(survivor, provider, answered);
      assertNothingLost();
    }
    letAnHourPass();
    await using last = await startHere();
    const { id } = await last.request('jira/generateKeyPair', { bits: 1024 });
    assert.include(readConfiguration().keyPairs.map((keyPair) => keyPair.id), id);
    assert.deepEqual(storedSecrets().sort(), referredSecrets().sort(), 'nothing is left behind');
    assert.deepEqual(readConfiguration().unusedSecrets, []);
  }

  function startHere(): Promise<Agent> {
    return startAgent({ storage: folder.path, initializationOptions });
  }

  function assertNothingLost(): void {
    assert.includeMembers(storedSecrets(), referredSecrets());
  }

  function referredSecrets(): string[] {
    const { providers, keyPairs } = readConfiguration();
    return [...providers, ...keyPairs].map(({ secret }) => secret);
  }

  function storedSecrets(): string[] {
    const { secrets } = JSON.parse(readFileSync(join(folder.path, 'secrets.json'), 'utf8')) as { secrets: { name: string }[] };
    return secrets.map(({ name }) => name);
  }

  function readConfiguration(): Configuration {
    return JSON.parse(readFileSync(join(folder.path, 'providers.json'), 'utf8')) as Configuration;
  }

  /** What is noted as unused becomes old enough to be cleared up. */
  function letAnHourPass(): void {
    const file = join(folder.path, 'providers.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/("since": )"[^"]*"/g, '$1"2026-01-01T00:00:00.000Z"'));
  }
});

async function providersOf(agent: Agent): Promise<Provider[]> {
  return (await agent.request('jira/providers', {})).providers;
}
