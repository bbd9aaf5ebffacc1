/** What survives: `kill -9` at any time, and many agents on one storage folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Jira, SeenRequest } from '../jira/index.ts';
import { expectError, startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { spin } from '../support/spin.ts';

const rounds = 15;

describe('the storage', () => {
  let storage: string;

  beforeEach(async () => {
    storage = await mkdtemp(join(tmpdir(), 'jira-storage-'));
  });

  afterEach(() => rm(storage, { recursive: true, force: true }));

  it('has the old state or the new one after kill -9 at any time during jira/configure', async function () {
    this.timeout(300_000);
    await using jira = await openJira({ issues: 1 });
    await using first = await startAgent({ storage });
    const { id } = await connectByToken(first, jira, 'alice');
    const users = new Map(['alice', 'carol'].map((user) => [user, jira.createToken(user)]));
    let current = 'alice';
    let [killedBefore, killedAfter] = [0, 0];
    let moment = 0;

    for (let round = 0; round <= rounds; round += 1) {
      const next = current === 'alice' ? 'carol' : 'alice';
      await using agent = await startAgent({ storage });
      await agent.request('jira/providers', {});
      const authentication = { type: 'token', token: users.get(next) ?? '' } as const;
      const answer = agent.request('jira/configure', { provider: id, baseUrl: jira.baseUrl, authentication }).then(() => true, () => false);
      // The storing follows Jira's last answer. The first round measures how long it takes; the kills
      // of the others close in on the moment of the change, from both sides.
      await lastAnswer(jira);
      const begun = performance.now();
      if (round === 0) {
        assert.isTrue(await answer);
        moment = performance.now() - begun;
        current = next;
        continue;
      }
      await spin(moment);
      await agent.kill();
      const answered = await answer;

      await using survivor = await startAgent({ storage });
      const { providers } = await survivor.request('jira/providers', {});
      assert.lengthOf(providers, 1);
      const user = providers[0]?.user?.name ?? '';
      if (answered) assert.strictEqual(user, next, 'what was answered is stored');
      assert.include([current, next], user);
      await survivor.request('jira/issues', { limit: 1 });
      assert.strictEqual(jira.requests.at(-1)?.userName, user, 'the credentials are those of the state');
      if (user === next) killedAfter += 1;
      else killedBefore += 1;
      moment = user === next ? moment * 0.75 : moment * 1.4 + 1;
      current = user;
      // A lock that the dead left behind is waited out by the next write; the next round is to meet none.
      await survivor.request('jira/doctor', {});
    }
    assert.isAbove(killedBefore, 0, 'some kills came before the change');
    assert.isAbove(killedAfter, 0, 'some kills came after the change');
  });

  it('holds a hundred providers after two agents added fifty each', async function () {
    this.timeout(300_000);
    await using jira = await openJira({ issues: 1 });
    await using left = await startAgent({ storage });
    await using right = await startAgent({ storage });
    const token = jira.createToken('alice');
    const order: string[] = [];
    const addFifty = async (agent: typeof left, side: string) => {
      for (let number = 0; number < 50; number += 1) {
        await agent.request('jira/configure', { name: `${side} ${number}`, baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
        order.push(side);
      }
    };
    await Promise.all([addFifty(left, 'left'), addFifty(right, 'right')]);
    const turns = order.filter((side, index) => index > 0 && side !== order[index - 1]).length;
    assert.isAbove(turns, 10, 'the two took turns');
    for (const agent of [left, right]) {
      const { providers } = await agent.request('jira/providers', {});
      assert.lengthOf(providers, 100);
      assert.lengthOf(new Set(providers.map(({ id }) => id)), 100);
      assert.lengthOf(new Set(providers.map(({ name }) => name)), 100);
    }
  });

  it('tells a change of one agent to the other', async () => {
    await using jira = await openJira({ issues: 1 });
    await using left = await startAgent({ storage });
    await using right = await startAgent({ storage });
    await right.request('jira/providers', {});
    const provider = await connectByToken(left, jira);
    const { providers } = await right.waitFor('jira/providersChanged', (params) => params.providers.length === 1);
    assert.deepEqual(providers, [provider]);
    await left.request('jira/signOut', { provider: provider.id });
    await right.waitFor('jira/providersChanged', (params) => params.providers[0]?.state === 'needsAuthorization');
    await right.request('jira/removeProvider', { provider: provider.id });
    await left.waitFor('jira/providersChanged', (params) => params.providers.length === 0);
  });

  it('is not touched by a network failure: the provider is unreachable, and recovers by itself', async () => {
    await using jira = await openJira({ issues: 10 });
    await using agent = await startAgent({ storage });
    await connectByToken(agent, jira);
    jira.faults.always(/./, 'reset');
    await expectError(agent.request('jira/issues', {}), 'offline');
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.state === 'unreachable');
    await using other = await startAgent({ storage });
    assert.strictEqual((await other.request('jira/providers', {})).providers[0]?.state, 'connected', 'the state on disk is not touched');
    jira.faults.clear();
    await agent.request('jira/issues', { limit: 1 });
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.state === 'connected');
  });
});

/** Waits for the last answer of Jira that `jira/configure` needs: the tokens of the user. */
function lastAnswer(jira: Jira): Promise<void> {
  return new Promise((resolve) => {
    const onFinished = ({ path, headers }: SeenRequest) => {
      if (!path.endsWith('/tokens') || headers.authorization === undefined) return;
      jira.journal.off('finished', onFinished);
      resolve();
    };
    jira.journal.on('finished', onFinished);
  });
}
