import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Answer } from './support/contender.ts';
import { failureOf } from './support/failure-of.ts';
import { canMount, OrdinaryUsersFolder, SmallDisk } from './support/hostile-disk.ts';
import { kill, nextMessage, startProgram } from './support/processes.ts';
import { openTally, TemporaryFolder } from './support/tally.ts';

const mayMount = canMount();

describe('A JSON document for which there is no room', () => {
  const small = 512 * 1024;
  const rooms = {
    'the system’s limit of file sizes': { open: () => new TemporaryFolder(), limit: small / 512, reason: 'refuses files of that size' },
    ...(mayMount && { 'a small disk': { open: () => new SmallDisk(`${small}`), limit: undefined, reason: 'the disk is full' } }),
  };

  for (const [name, { open, limit, reason }] of Object.entries(rooms)) {
    it(`stays as it was, says so, and goes on when there is room again (${name})`, async () => {
      using folder = open();
      const contender = startProgram('contender', folder.file(), limit);
      try {
        await nextMessage<Answer>(contender);
        const ask = async (entry: string): Promise<Answer> => {
          const answer = nextMessage<Answer>(contender);
          contender.send(entry);
          return answer;
        };
        expect(await ask('one')).to.deep.equal({ count: 1 });
        const before = readFileSync(folder.file());
        const { failure } = await ask('x'.repeat(2 * small));
        expect(failure).to.contain('StorageFailure').and.to.contain(folder.file()).and.to.contain(reason);
        expect(readFileSync(folder.file())).to.deep.equal(before);
        expect(readdirSync(folder.path).sort()).to.deep.equal(['tally.json', 'tally.json.bak']);
        expect(await ask('two')).to.deep.equal({ count: 2 });
      } finally {
        await kill(contender);
      }
    });
  }
});

describe('A JSON document that may only be read', () => {
  const folders = {
    'no right to write': { open: () => new OrdinaryUsersFolder(), reason: 'access was denied' },
    ...(mayMount && { 'a read-only file system': { open: () => new SmallDisk('512k'), reason: 'its file system is read-only' } }),
  };

  for (const [name, { open, reason }] of Object.entries(folders)) {
    it(`is read, and a change fails with a message (${name})`, async () => {
      using folder = open();
      await openTally(folder.file()).update((tally) => tally.entries.push('one'));
      folder.makeReadOnly();
      const document = openTally(folder.file());
      expect(await document.read()).to.deep.equal({ entries: ['one'] });
      const failure = await failureOf(document.update((tally) => tally.entries.push('two')));
      expect(failure.message).to.contain(`${folder.file()} cannot be written`).and.to.contain(reason);
      expect(await document.read()).to.deep.equal({ entries: ['one'] });
    });

    it(`is not repaired, and left as it is (${name})`, async () => {
      using folder = open();
      await openTally(folder.file()).update((tally) => tally.entries.push('one'));
      writeFileSync(folder.file(), 'rubbish');
      utimesSync(folder.file(), new Date(), new Date(Date.now() - 60_000));
      folder.makeReadOnly();
      const failure = await failureOf(openTally(folder.file()).read());
      expect(failure.message).to.contain(`${folder.file()} cannot be repaired`).and.to.contain(reason);
      expect(readFileSync(folder.file(), 'utf8')).to.equal('rubbish');
    });
  }

  it('fails with a message when there is no right to read it', async () => {
    using folder = new OrdinaryUsersFolder();
    writeFileSync(folder.file(), '{}', { mode: 0 });
    const failure = await failureOf(openTally(folder.file()).read());
    expect(failure.message).to.contain(`${folder.file()} cannot be read: access was denied`);
  });
});
