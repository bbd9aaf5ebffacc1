/** A change of the configuration and a secret is whole or not at all, wherever the agent dies, and leaves nothing behind. */
import { expect } from 'chai';
import sinon from 'sinon';
import type { Clock } from '../../../src/infrastructure/clock.ts';
import type { Document, SecretStore } from '../../../src/infrastructure/storage/storage.ts';
import type { Configuration, ProviderRecord } from '../../../src/core/providers/records.ts';
import { type Changed, SecretChanges } from '../../../src/core/providers/secret-changes.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a change of the configuration with a secret', () => {
  it('stores the secret under a name of its own, and deletes the one that it replaces', async () => {
    const disk = new Disk();
    const agent = disk.agent();
    await agent.store('first', put);
    await agent.store('second', put);
    expect(disk.secretInUse).to.equal('second');
    expect(disk.isTidy).to.equal(true);
    await agent.change(remove);
    expect(disk.secrets.size).to.equal(0);
    expect(disk.configuration.unusedSecrets).to.deep.equal([]);
  });

  for (const [what, make] of [
    ['a secret is replaced', (agent: SecretChanges) => agent.store('second', put)],
    ['a provider is removed', (agent: SecretChanges) => agent.change(remove)],
  ] as const) {
    it(`is whole or not at all wherever the agent dies while ${what}, and the next change an hour later clears up`, async () => {
      const outcomes = new Set<string | undefined>();
      let finished = false;
      for (let moment = 1; !finished; moment += 1) {
        const disk = new Disk();
        await disk.agent().store('first', put);
        finished = await make(disk.agent({ diesAt: moment })).then(() => true, onlyDeath);

        const after = disk.secretInUse;
        outcomes.add(after);
        expect(disk.configuration.providers.every(({ secret }) => disk.secrets.has(secret)), `moment ${moment}: nothing is lost`).to.equal(true);
        disk.time += hour + minute;
        await disk.agent().change(nothing);
        expect(disk.secretInUse, `moment ${moment}`).to.equal(after);
        expect(disk.isTidy, `moment ${moment}: nothing is left behind`).to.equal(true);
      }
      expect([...outcomes]).to.deep.equal(['first', what === 'a secret is replaced' ? 'second' : undefined]);
    });
  }

  it('leaves alone what another agent is storing at the moment, for an hour', async () => {
    const disk = new Disk();
    await disk.agent({ diesAt: 4 }).store('being stored', put).catch(onlyDeath);
    expect([...disk.secrets.values()]).to.deep.equal(['being stored']);
    disk.time += hour - minute;
    await disk.agent().change(nothing);
    expect([...disk.secrets.values()]).to.deep.equal(['being stored']);
    expect(disk.configuration.unusedSecrets).to.have.length(1);
    disk.time += 2 * minute;
    await disk.agent().change(nothing);
    expect(disk.secrets.size).to.equal(0);
    expect(disk.configuration.unusedSecrets).to.have.length(0);
  });

  it('did not fail when what is left cannot be deleted, which a later one does', async () => {
    const disk = new Disk();
    await disk.agent().store('first', put);
    const broken = sinon.stub(disk.store, 'delete').rejects(new Error('The keyring is locked.'));
    expect(await disk.agent().store('second', put)).to.equal('result');
    expect(await disk.agent().change(nothing)).to.equal('result');
    expect(disk.secretInUse).to.equal('second');
    expect([...disk.secrets.values()]).to.deep.equal(['first', 'second']);
    broken.restore();
    disk.time += hour + minute;
    await disk.agent().change(nothing);
    expect(disk.secretInUse).to.equal('second');
    expect(disk.isTidy).to.equal(true);
  });

  it('is not made when it throws, and its secret does not stay', async () => {
    const disk = new Disk();
    await disk.agent().store('first', put);
    const failure = new Error('The provider is gone.');
    const failing = sinon.stub().throws(failure);
    expect(await disk.agent().store('second', failing).catch((error: unknown) => error)).to.equal(failure);
    expect(await disk.agent().change(failing).catch((error: unknown) => error)).to.equal(failure);
    expect(disk.secretInUse).to.equal('first');
    expect(disk.isTidy).to.equal(true);
  });

  it('is not made when the secret cannot be stored', async () => {
    const disk = new Disk();
    const failure = new Error('The keyring is locked.');
    sinon.stub(disk.store, 'set').rejects(failure);
    const change = sinon.spy(put);
    expect(await disk.agent().store('first', change).catch((error: unknown) => error)).to.equal(failure);
    expect(change.callCount).to.equal(0);
    expect(disk.configuration).to.deep.equal(new Disk().configuration);
  });
});

/** What outlives an agent. */
class Disk {
  configuration: Configuration = { providers: [], keyPairs: [], unusedSecrets: [], queries: [] };
  readonly secrets = new Map<string, string>();
  time = Date.parse('2026-03-01T09:30:00.000Z');
  readonly store: SecretStore = {
    get: (name) => Promise.resolve(this.secrets.get(name)),
    set: async (name, secret) => void this.secrets.set(name, secret),
    delete: async (name) => void this.secrets.delete(name),
    list: () => Promise.resolve([]),
  };
  #names = 0;

  /** An agent; it may die, so that nothing that it does from some moment on happens. */
  agent({ diesAt = Infinity }: { diesAt?: number } = {}): SecretChanges {
    let moment = 0;
    const live = (): void => {
      moment += 1;
      if (moment >= diesAt) throw new Death();
    };
    const alive = async <R>(work: () => R | Promise<R>): Promise<R> => {
      live();
      const result = await work();
      live();
      return result;
    };
    const document: Document<Configuration> = {
      read: () => Promise.resolve(this.configuration),
      update: (change) => alive(() => {
        const next = structuredClone(this.configuration);
        const result = change(next);
        this.configuration = next;
        return result;
      }),
      watch: () => () => {},
    };
    const store: SecretStore = {
      ...this.store,
      set: (name, secret) => alive(() => this.store.set(name, secret)),
      delete: (name) => alive(() => this.store.delete(name)),
    };
    const clock = { now: () => this.time } as Clock;
    return new SecretChanges(document, store, (prefix) => `${prefix}-${(this.#names += 1)}`, clock);
  }

  /** The secret that the configuration refers to. */
  get secretInUse(): string | undefined {
    const [provider] = this.configuration.providers;
    return provider === undefined ? undefined : this.secrets.get(provider.secret);
  }

  /** Whether there are just the secrets that the configuration refers to, and nothing is noted. */
  get isTidy(): boolean {
    const names = this.configuration.providers.map(({ secret }) => secret);
    return this.configuration.unusedSecrets.length === 0 && [...this.secrets.keys()].join() === names.join();
  }
}

class Death extends Error {}

/** Makes the one provider refer to the secret. */
function put(configuration: Configuration, secret: string): Changed<string> {
  const obsolete = configuration.providers.map((provider) => provider.secret);
  configuration.providers = [{ id: 'provider-1', secret } as ProviderRecord];
  return { result: 'result', obsolete };
}

function remove(configuration: Configuration): Changed<string> {
  const obsolete = configuration.providers.map(({ secret }) => secret);
  configuration.providers = [];
  return { result: 'result', obsolete };
}

function nothing(): Changed<string> {
  return { result: 'result', obsolete: [] };
}

function onlyDeath(error: unknown): false {
  if (!(error instanceof Death)) throw error;
  return false;
}
