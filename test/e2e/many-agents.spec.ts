/** Ten windows of an editor: ten agents side by side on one storage folder. */
import { assert } from 'chai';
import type { Provider } from '../../protocol/provider.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { askingUser, connectByToken, openJira } from '../support/jira.ts';
import { storedText } from '../support/stored-files.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const count = 10;

describe('ten agents on one storage folder', function () {
  this.timeout(300_000);

  it('lose no change of each other, and each tells its editor of all of them', async () => {
    using folder = new TemporaryFolder();
    await using jira = await openJira({ issues: 1 });
    await using windows = new Windows();
    const { agents } = windows;
    for (let index = 0; index < count; index += 1) {
      agents.push(await startAgent({ storage: folder.path, initializationOptions: { credentialStore: 'file' } }));
    }

    const added = await Promise.all(agents.flatMap((agent) => [connectByToken(agent, jira, 'alice'), connectByToken(agent, jira, 'carol')]));
    await seenByAll((providers) => providers.length === added.length);

    // Each agent signs out of one and removes one that another agent has added.
    const [signedOut, removed] = [added.filter((_, index) => index % 4 === 0), added.filter((_, index) => index % 4 === 1)];
    await Promise.all([
      ...signedOut.map(({ id }, index) => agents[(index + 3) % count]!.request('jira/signOut', { provider: id })),
      ...removed.map(({ id }, index) => agents[(index + 6) % count]!.request('jira/removeProvider', { provider: id })),
    ]);
    const isOver = (providers: Provider[]) => providers.length === added.length - removed.length
      && providers.filter(({ state }) => state === 'needsAuthorization').length === signedOut.length;
    await seenByAll(isOver);

    const [first, ...others] = await Promise.all(agents.map(async (agent) => (await agent.request('jira/providers', {})).providers));
    assert.deepEqual(new Set(first?.map(({ id }) => id)), new Set(added.filter((provider) => !removed.includes(provider)).map(({ id }) => id)));
    for (const other of others) assert.deepEqual(other, first);
    for (const { id, state, user } of first ?? []) {
      if (state === 'connected') assert.strictEqual(await askingUser(agents[count - 1]!, jira, id), user?.name);
    }
    assert.notInclude(storedText(folder.path), 'damaged');
    for (const agent of agents) assert.deepEqual(agent.editor.logMessages, []);

    async function seenByAll(matches: (providers: Provider[]) => boolean): Promise<void> {
      await Promise.all(agents.map((agent) => agent.waitFor('jira/providersChanged', ({ providers }) => matches(providers))));
    }
  });
});

/** Agents that end together. */
class Windows implements AsyncDisposable {
  readonly agents: Agent[] = [];

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent[Symbol.asyncDispose]()));
  }
}
