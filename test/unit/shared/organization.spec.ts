/** Following a database that comes and goes: the times between two tries, and what is known meanwhile. */
import { expect } from 'chai';
import type { Database, DatabaseSession, PublishedOrganization } from '../../../src/infrastructure/database/database.ts';
import { DatabaseFailure } from '../../../src/infrastructure/database/database.ts';
import type { Document } from '../../../src/infrastructure/storage/storage.ts';
import { Organization } from '../../../src/core/organization/organization.ts';
import type { RememberedOrganizations } from '../../../src/core/organization/remembered.ts';

const published: PublishedOrganization = {
  id: '1', name: 'Example', administrator: false, recipients: [],
  providers: [{ id: '1', name: 'Jira', baseUrl: 'https://jira.example.com', type: 'token', consumerKey: '', withdrawn: false, keys: [] }],
};

describe('following the database of an organization', () => {
  it('tries again after one second, then after twice as long each time, up to a minute, whatever happens meanwhile', async () => {
    const world = new World();
    world.isThere = false;
    expect(await world.organization.list()).to.deep.equal([]);
    for (let times = 0; times < 9; times += 1) {
      world.recordsChange();
      await world.pass();
    }
    expect(world.waits).to.deep.equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000));
    expect(world.tries).to.equal(10);
    world.isThere = true;
    await world.pass();
    expect(await world.organization.list()).to.have.length(1);
    expect((await world.organization.state()).problem).to.equal(undefined);
    await world.organization.close();
  });

  it('begins with one second again after it was there, and keeps what it knew', async () => {
    const world = new World();
    expect(await world.organization.list()).to.have.length(1);
    world.isThere = false;
    await world.lose();
    expect(await world.organization.list()).to.have.length(1);
    expect((await world.organization.state()).problem).to.match(/ended/);
    await world.pass();
    await world.pass();
    expect(world.waits.slice(-3)).to.deep.equal([1000, 2000, 4000]);
    await world.organization.close();
  });

  it('tells of changes also where nothing can be written', async () => {
    const world = new World();
    world.isWritable = false;
    let told = 0;
    world.organization.watch(() => (told += 1));
    expect(await world.organization.list()).to.have.length(1);
    expect(told).to.equal(1);
    await world.organization.close();
  });

  it('polls through a pooler, and listens without one', async () => {
    for (const isPooled of [true, false]) {
      const world = new World();
      world.isPooled = isPooled;
      await world.organization.list();
      await world.settle();
      expect(world.waits.at(-1)).to.equal(isPooled ? 5000 : 60_000);
      expect(world.listeners).to.equal(isPooled ? 0 : 1);
      await world.organization.close();
    }
  });
});

/** A database, a clock and a storage. */
class World {
  isThere = true;
  isWritable = true;
  isPooled = false;
  tries = 0;
  listeners = 0;
  /** Milliseconds of the waits, but for the patience of the first request. */
  readonly waits: number[] = [];
  #timers = new Set<() => void>();
  #end: () => void = () => undefined;
  #changed: () => void = () => undefined;
  #state: RememberedOrganizations = { databases: {}, told: {} };

  readonly organization = new Organization({
    open: () => Promise.resolve(this.#database),
    document: this.#document,
    clock: {
      now: () => 0,
      after: (delay, callback) => {
        if (this.#timers.size === 0 && this.waits.length === 0 && this.tries === 0) return () => undefined;
        this.waits.push(delay);
        this.#timers.add(callback);
        return () => void this.#timers.delete(callback);
      },
    },
    log: { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined },
    random: () => 0.5,
    newId: (prefix) => `${prefix}-1`,
    label: undefined,
    keepPassword: () => Promise.resolve(),
    records: {
      list: () => Promise.resolve([]),
      watch: (listener) => {
        this.#changed = listener;
        return () => undefined;
      },
    },
    onWithdrawn: () => Promise.resolve(),
  });

  /** Lets everything that is ready happen. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  }

  /** The time passes that is waited for. */
  async pass(): Promise<void> {
    await this.settle();
    for (const callback of [...this.#timers]) callback();
    await this.settle();
  }

  async lose(): Promise<void> {
    this.#end();
    await this.settle();
  }

  recordsChange(): void {
    this.#changed();
  }

  get #document(): Document<RememberedOrganizations> {
    return {
      read: () => Promise.resolve(this.#state),
      update: (change) => (this.isWritable ? Promise.resolve(change(this.#state)) : Promise.reject(new Error('The disk is full.'))),
      watch: () => () => undefined,
    };
  }

  get #database(): Database {
    return {
      name: 'db/jira',
      key: 'key',
      connect: () => {
        this.tries += 1;
        return this.isThere ? Promise.resolve(this.#session()) : Promise.reject(new DatabaseFailure('offline', 'The database db/jira cannot be reached.'));
      },
    };
  }

  #session(): DatabaseSession {
    const session: Partial<DatabaseSession> = {
      pooled: this.isPooled,
      ended: new Promise((resolve) => (this.#end = resolve)),
      read: () => Promise.resolve([published]),
      revision: () => Promise.resolve('1.1'),
      listen: () => {
        this.listeners += 1;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
    return session as DatabaseSession;
  }
}
