import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { StorageFailure } from '../../../src/infrastructure/storage/storage.ts';
import { failureOf } from './support/failure-of.ts';
import { openTally, TemporaryFolder } from './support/tally.ts';

describe('JSON document', () => {
  it('is the initial state where there is no file, and reading makes none', async () => {
    using folder = new TemporaryFolder();
    expect(await openTally(folder.file()).read()).to.deep.equal({ entries: [] });
    expect(readdirSync(folder.path)).to.be.empty;
  });

  it('keeps what was changed, for every other one that opens it', async () => {
    using folder = new TemporaryFolder();
    const result = await openTally(folder.file()).update((tally) => tally.entries.push('one'));
    expect(result).to.equal(1);
    expect(await openTally(folder.file()).read()).to.deep.equal({ entries: ['one'] });
    expect(JSON.parse(readFileSync(folder.file(), 'utf8'))).to.deep.equal({ version: 1, entries: ['one'] });
  });

  it('leaves the file, its backup, and nothing else', async () => {
    using folder = new TemporaryFolder();
    await openTally(folder.file()).update((tally) => tally.entries.push('one'));
    expect(readdirSync(folder.path).sort()).to.deep.equal(['tally.json', 'tally.json.bak']);
    expect(readFileSync(folder.file('tally.json.bak'))).to.deep.equal(readFileSync(folder.file()));
  });

  it('keeps nothing in the backup that was deleted from the file', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('deleted'));
    await document.update((tally) => (tally.entries = []));
    for (const name of readdirSync(folder.path)) expect(readFileSync(folder.file(name), 'utf8')).not.to.contain('deleted');
  });

  it('writes nothing when the change throws, and passes on what it threw', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('one'));
    const before = lastChange(folder.file());
    const thrown = new Error('not like this');
    const caught = await document
      .update((tally) => {
        tally.entries.push('two');
        throw thrown;
      })
      .catch((error: unknown) => error);
    expect(caught).to.equal(thrown);
    expect(lastChange(folder.file())).to.equal(before);
    expect(await document.read()).to.deep.equal({ entries: ['one'] });
    expect(await document.update((tally) => tally.entries.push('two')), 'the lock is free').to.equal(2);
  });

  it('writes nothing when nothing changed', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('one'));
    const before = lastChange(folder.file());
    expect(await document.update((tally) => tally.entries.length)).to.equal(1);
    expect(lastChange(folder.file())).to.equal(before);
  });

  it('makes changes asked for at once one after another, each on the newest state', async () => {
    using folder = new TemporaryFolder();
    const documents = [openTally(folder.file()), openTally(folder.file())];
    const names = Array.from({ length: 40 }, (_, index) => `${index}`);
    await Promise.all(names.map((name, index) => documents[index % 2]!.update((tally) => tally.entries.push(name))));
    expect((await documents[0]!.read()).entries).to.have.members(names).and.to.have.length(40);
  });

  it('makes a change again, on the newest state, when somebody who heeds no lock was quicker', async () => {
    using folder = new TemporaryFolder();
    let times = 0;
    await openTally(folder.file()).update((tally) => {
      if (++times === 1) writeFileSync(folder.file(), '{"version":1,"entries":["by hand"]}', { mode: 0o600 });
      tally.entries.push('one');
    });
    expect(times).to.equal(2);
    expect(await openTally(folder.file()).read()).to.deep.equal({ entries: ['by hand', 'one'] });
  });

  it('gives up when somebody keeps being quicker', async () => {
    using folder = new TemporaryFolder();
    let times = 0;
    const update = openTally(folder.file()).update((tally) => {
      writeFileSync(folder.file(), `{"version":1,"entries":["${'by hand '.repeat(++times)}"]}`, { mode: 0o600 });
      tally.entries.push('one');
    });
    expect((await failureOf(update)).message).to.contain('another program keeps changing it');
  });

  it('gives a state that cannot be changed by accident', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('one'));
    const state = await document.read();
    expect(() => state.entries.push('two')).to.throw(TypeError);
  });

  it('gives the same state without reading again as long as the file is the same, and the new one after that', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('one'));
    utimesSync(folder.file(), new Date(), new Date(Date.now() - 60_000));
    const first = await document.read();
    expect(await document.read()).to.equal(first);
    await openTally(folder.file()).update((tally) => tally.entries.push('two'));
    expect(await document.read()).to.deep.equal({ entries: ['one', 'two'] });
  });

  it('sees a change that left size, time and place of the file as they were', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    const now = new Date();
    await document.update((tally) => tally.entries.push('one'));
    utimesSync(folder.file(), now, now);
    await document.read();
    writeFileSync(folder.file(), readFileSync(folder.file(), 'utf8').replace('one', 'two'));
    utimesSync(folder.file(), now, now);
    expect(await document.read()).to.deep.equal({ entries: ['two'] });
  });

  it('lets nobody but the owner see the file, its backup and its folder', async () => {
    using folder = new TemporaryFolder();
    const file = folder.file('new/folder/tally.json');
    await openTally(file).update((tally) => tally.entries.push('one'));
    expect(modeOf(file)).to.equal('600');
    expect(modeOf(`${file}.bak`)).to.equal('600');
    expect(modeOf(folder.file('new/folder'))).to.equal('700');
  });

  it('takes rights away that others have, when it reads the file, and says so', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(folder.file(), '{"version":1,"entries":["one"]}', { mode: 0o644 });
    const repairs: string[] = [];
    await openTally(folder.file(), repairs).read();
    expect(modeOf(folder.file())).to.equal('600');
    expect(repairs).to.have.length(1);
    expect(repairs[0]).to.contain(folder.file());
  });

  it('keeps a link a link, and locks the file that it leads to', async () => {
    using folder = new TemporaryFolder();
    mkdirSync(folder.file('dotfiles'), { mode: 0o700 });
    writeFileSync(folder.file('dotfiles/real.json'), '{"version":1,"entries":[]}', { mode: 0o600 });
    symlinkSync(folder.file('dotfiles/real.json'), folder.file());
    const throughLink = openTally(folder.file());
    const direct = openTally(folder.file('dotfiles/real.json'));
    await Promise.all([throughLink.update((tally) => tally.entries.push('one')), direct.update((tally) => tally.entries.push('two'))]);
    expect(lstatSync(folder.file()).isSymbolicLink()).to.equal(true);
    expect((await direct.read()).entries).to.have.members(['one', 'two']);
  });

  it('keeps what it does not know of', async () => {
    using folder = new TemporaryFolder();
    writeFileSync(folder.file(), '\uFEFF{"later":true,"version":1,"entries":[]}', { mode: 0o600 });
    await openTally(folder.file()).update((tally) => tally.entries.push('one'));
    expect(JSON.parse(readFileSync(folder.file(), 'utf8'))).to.deep.equal({ version: 1, later: true, entries: ['one'] });
  });

  it('refuses the file of a newer version, and leaves it untouched', async () => {
    using folder = new TemporaryFolder();
    const newer = '{"version":2,"everything":"else"}';
    writeFileSync(folder.file(), newer, { mode: 0o600 });
    const document = openTally(folder.file());
    for (const call of [() => document.read(), () => document.update((tally) => tally.entries.push('one'))]) {
      expect((await failureOf(call())).message).to.contain(folder.file()).and.to.contain('newer version');
    }
    expect(readFileSync(folder.file(), 'utf8')).to.equal(newer);
    expect(readdirSync(folder.path)).to.deep.equal(['tally.json']);
  });

  it('says so when a folder is in the place of the file, or a file in the place of the folder', async () => {
    using folder = new TemporaryFolder();
    mkdirSync(folder.file());
    writeFileSync(folder.file('in-the-way'), '');
    for (const file of [folder.file(), folder.file('in-the-way/tally.json')]) {
      const failure = await failureOf(openTally(file).update((tally) => tally.entries.push('one')));
      expect(failure).to.be.instanceOf(StorageFailure);
      expect(failure.message).to.contain('Move it away');
    }
  });

  it('clears up what a writer that died has left', async () => {
    using folder = new TemporaryFolder();
    for (const name of ['tally.json.1-ab.tmp', 'tally.json.1-ab.bak.tmp']) writeFileSync(folder.file(name), 'half a se');
    writeFileSync(folder.file('other.json.1-ab.tmp'), 'not ours');
    await openTally(folder.file()).update((tally) => tally.entries.push('one'));
    expect(readdirSync(folder.path).sort()).to.deep.equal(['other.json.1-ab.tmp', 'tally.json', 'tally.json.bak']);
  });

  it('gives up on a lock that is held on to, saying which folder it is, and gets over it once it is gone', async () => {
    using folder = new TemporaryFolder();
    const inTheFuture = new Date(Date.now() + 3_600_000);
    mkdirSync(folder.file('tally.json.lock'));
    utimesSync(folder.file('tally.json.lock'), inTheFuture, inTheFuture);
    const document = openTally(folder.file());
    const failure = await failureOf(document.update((tally) => tally.entries.push('one')));
    expect(failure.message).to.contain(folder.file('tally.json.lock'));
    expect(existsSync(folder.file())).to.equal(false);
    utimesSync(folder.file('tally.json.lock'), new Date(0), new Date(0));
    expect(await document.update((tally) => tally.entries.push('one'))).to.equal(1);
  });
});

function lastChange(file: string): string {
  const { ino, ctimeNs } = statSync(file, { bigint: true });
  return `${ino} ${ctimeNs}`;
}

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}
