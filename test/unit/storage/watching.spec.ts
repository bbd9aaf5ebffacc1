import { once } from 'node:events';
import fs, { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { expect } from 'chai';
import sinon from 'sinon';
import type { Document } from '../../../src/infrastructure/storage/storage.ts';
import type { Answer } from './support/contender.ts';
import { kill, nextMessage, startProgram } from './support/processes.ts';
import { openTally, TemporaryFolder, type Tally } from './support/tally.ts';

describe('Watching a JSON document', () => {
  it('tells of a change that another process makes', async () => {
    using folder = new TemporaryFolder();
    const contender = startProgram('contender', folder.file());
    try {
      await nextMessage<Answer>(contender);
      using changes = new Changes(openTally(folder.file()));
      contender.send('one');
      await changes.reach(1);
      contender.send('two');
      await changes.reach(2);
    } finally {
      await kill(contender);
    }
  });

  it('tells of its own changes, once of each', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    using changes = new Changes(document);
    for (let count = 1; count <= 10; count++) {
      await document.update((tally) => tally.entries.push('one'));
      expect(changes.count).to.equal(count);
    }
    await settle(folder);
    expect(changes.count).to.equal(10);
  });

  it('tells nothing when the same content is written again', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('one'));
    using changes = new Changes(document);
    writeFileSync(folder.file('copy'), readFileSync(folder.file()));
    renameSync(folder.file('copy'), folder.file());
    await settle(folder);
    expect(changes.count).to.equal(0);
  });

  it('tells of a file put in its place, and of its end', async () => {
    using folder = new TemporaryFolder();
    using changes = new Changes(openTally(folder.file()));
    writeFileSync(folder.file('restored'), '{"version":1,"entries":["restored"]}');
    renameSync(folder.file('restored'), folder.file());
    await changes.reach(1);
    rmSync(folder.file());
    await changes.reach(2);
  });

  it('waits for a folder that is not there yet', async () => {
    using folder = new TemporaryFolder();
    const file = folder.file('not/yet/there/tally.json');
    using changes = new Changes(openTally(file));
    await openTally(file).update((tally) => tally.entries.push('one'));
    await changes.reach(1);
    await openTally(file).update((tally) => tally.entries.push('two'));
    await changes.reach(2);
  });

  it('waits though the folders above go as well', async () => {
    using folder = new TemporaryFolder();
    const file = folder.file('above/data/tally.json');
    mkdirSync(folder.file('above'));
    using changes = new Changes(openTally(file), file);
    for (let round = 1; round <= 20; round++) {
      rmSync(folder.file('above'), { recursive: true });
      await openTally(file).update((tally) => tally.entries.push(`${round}`));
      await changes.reachState(file);
    }
  });

  it('survives that the folder is deleted', async () => {
    using folder = new TemporaryFolder();
    const file = folder.file('data/tally.json');
    const document = openTally(file);
    await document.update((tally) => tally.entries.push('one'));
    using changes = new Changes(document);
    rmSync(folder.file('data'), { recursive: true });
    await changes.reach(1);
    await openTally(file).update((tally) => tally.entries.push('anew'));
    await changes.reach(2);
    await openTally(file).update((tally) => tally.entries.push('again'));
    await changes.reach(3);
  });

  it('survives that another folder takes its place', async () => {
    using folder = new TemporaryFolder();
    const file = folder.file('data/tally.json');
    await openTally(file).update((tally) => tally.entries.push('one'));
    using changes = new Changes(openTally(file));
    renameSync(folder.file('data'), folder.file('old'));
    mkdirSync(folder.file('data'));
    await changes.reach(1);
    await openTally(file).update((tally) => tally.entries.push('two'));
    await changes.reach(2);
  });

  it('falls back to looking now and then where the system cannot watch any more', async () => {
    using folder = new TemporaryFolder();
    const watch = sinon.stub(fs, 'watch').throws(Object.assign(new Error('no more'), { code: 'ENOSPC', syscall: 'watch' }));
    syncBuiltinESMExports();
    try {
      using changes = new Changes(openTally(folder.file()));
      await openTally(folder.file()).update((tally) => tally.entries.push('one'));
      await changes.reach(1);
      expect(watch.called).to.equal(true);
    } finally {
      watch.restore();
      syncBuiltinESMExports();
    }
  });

  it('ends when it is told to, for that listener alone', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    using first = new Changes(document);
    using second = new Changes(document);
    first[Symbol.dispose]();
    await document.update((tally) => tally.entries.push('one'));
    second[Symbol.dispose]();
    await document.update((tally) => tally.entries.push('two'));
    await settle(folder);
    expect([first.count, second.count]).to.deep.equal([0, 1]);
  });

  it('does not keep a process alive that has nothing else to do', async () => {
    using folder = new TemporaryFolder();
    const watcher = startProgram('idle-watcher', folder.file());
    watcher.channel!.unref();
    const [code] = (await once(watcher, 'exit')) as [number];
    expect(code).to.equal(0);
  });
});

/** What a document tells. */
class Changes implements Disposable {
  count = 0;
  private last: string | undefined;
  private told = (): void => {};
  private readonly stop: () => void;

  constructor(document: Document<Tally>, file?: string) {
    this.stop = document.watch(() => {
      this.count++;
      if (file !== undefined) this.last = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      this.told();
    });
  }

  /** Waits until it was told so many times. */
  async reach(count: number): Promise<void> {
    while (this.count < count) await new Promise<void>((resolve) => (this.told = resolve));
    expect(this.count).to.equal(count);
  }

  /** Waits until it was told so after the file got the content that it has now. */
  async reachState(file: string): Promise<void> {
    const content = readFileSync(file, 'utf8');
    while (this.last !== content) await new Promise<void>((resolve) => (this.told = resolve));
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}

/** Waits until all events of the folder so far have come: the system tells them in order. */
async function settle(folder: TemporaryFolder): Promise<void> {
  const last = openTally(folder.file('last.json'));
  using changes = new Changes(openTally(folder.file('last.json')));
  await last.update((tally) => tally.entries.push('last'));
  await changes.reach(1);
}
