import { closeSync, openSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { expect } from 'chai';
import { failureOf } from './support/failure-of.ts';
import { openTally, TemporaryFolder, type Tally } from './support/tally.ts';

describe('A damaged JSON document', () => {
  const rubbish: Record<string, Buffer> = {
    'is empty': Buffer.alloc(0),
    'is filled with zeros': Buffer.alloc(200),
    'is something else': Buffer.from('<html>Disk full</html>'),
    'holds bytes that are no text': Buffer.concat([Buffer.from('{"version":1,"entries":["'), Buffer.from([0xff]), Buffer.from('"]}')]),
    'is JSON of no object': Buffer.from('null'),
    'has no version': Buffer.from('{"entries":[]}'),
    'has another shape': Buffer.from('{"version":1,"entries":{}}'),
  };

  for (const [what, bytes] of Object.entries(rubbish)) {
    it(`is restored with nothing lost, and kept aside, when it ${what}`, async () => {
      using folder = await folderWithTally(['one', 'two']);
      damage(folder, bytes);
      const repairs: string[] = [];
      expect(await openTally(folder.file(), repairs).read()).to.deep.equal({ entries: ['one', 'two'] });
      expect(contentOf(folder)).to.deep.equal({ version: 1, entries: ['one', 'two'] });
      const kept = keptFiles(folder);
      expect(kept).to.have.length(1);
      expect(readFileSync(folder.file(kept[0]))).to.deep.equal(bytes);
      expect(statSync(folder.file(kept[0])).mode & 0o077).to.equal(0);
      expect(repairs).to.have.length(1);
      expect(repairs[0]).to.contain(folder.file()).and.to.contain(folder.file(kept[0]));
    });
  }

  it('is restored wherever it was cut off', async () => {
    using folder = await folderWithTally(['one', 'two']);
    const whole = readFileSync(folder.file());
    // Without its last line break it is whole.
    for (let length = 0; length < whole.length - 1; length++) {
      damage(folder, whole.subarray(0, length));
      expect((await openTally(folder.file(), []).read()).entries, `${length} bytes`).to.deep.equal(['one', 'two']);
    }
  });

  it('is restored before it is changed', async () => {
    using folder = await folderWithTally(['one']);
    damage(folder, Buffer.from('{'));
    const repairs: string[] = [];
    await openTally(folder.file(), repairs).update((tally) => tally.entries.push('two'));
    expect(contentOf(folder)).to.deep.equal({ version: 1, entries: ['one', 'two'] });
    expect(repairs).to.have.length(1);
  });

  it('is restored once when many find it at the same time', async () => {
    using folder = await folderWithTally(['one']);
    damage(folder, Buffer.from('{'));
    const repairs: string[] = [];
    const readers = Array.from({ length: 8 }, () => openTally(folder.file(), repairs));
    const states = await Promise.all(readers.map((document) => document.read()));
    expect(states).to.deep.equal(readers.map(() => ({ entries: ['one'] })));
    expect(repairs).to.have.length(1);
    expect(keptFiles(folder)).to.have.length(1);
  });

  it('says nothing of its content', async () => {
    using folder = await folderWithTally(['one']);
    damage(folder, Buffer.from('{"version":1,"entries":["s3cret"'));
    const repairs: string[] = [];
    await openTally(folder.file(), repairs).read();
    damage(folder, Buffer.from('{"version":1,"entries":["s3cret"'));
    writeFileSync(folder.file('tally.json.bak'), 's3cret');
    const failure = await failureOf(openTally(folder.file(), repairs).read());
    expect([...repairs, failure.message, String(failure.cause), failure.stack].join('\n')).not.to.contain('s3cret');
  });

  it('without a whole backup fails once, telling where both are kept, and starts anew after that', async () => {
    using folder = await folderWithTally(['one']);
    damage(folder, Buffer.from('{"half'));
    writeFileSync(folder.file('tally.json.bak'), 'rubbish');
    const repairs: string[] = [];
    const document = openTally(folder.file(), repairs);
    const failure = await failureOf(document.update((tally) => tally.entries.push('two')));
    expect(repairs).to.deep.equal([failure.message]);
    const kept = keptFiles(folder);
    expect(kept.map((name) => readFileSync(folder.file(name), 'utf8')).sort()).to.deep.equal(['rubbish', '{"half']);
    expect(failure.message).to.contain(folder.file(kept[0]));
    expect(await document.read()).to.deep.equal({ entries: [] });
    await document.update((tally) => tally.entries.push('two'));
    expect(contentOf(folder)).to.deep.equal({ version: 1, entries: ['two'] });
    expect(keptFiles(folder)).to.deep.equal(kept);
  });

  it('is not damaged while an editor is writing to it', async () => {
    using folder = await folderWithTally(['one']);
    const editor = openSync(folder.file(), 'w');
    writeSync(editor, '{ "version": 1, "entries": [ "by ');
    const reading = openTally(folder.file()).read();
    setImmediate(() => {
      writeSync(editor, 'hand" ] }');
      closeSync(editor);
    });
    expect(await reading).to.deep.equal({ entries: ['by hand'] });
    expect(keptFiles(folder)).to.be.empty;
  });

  it('is no different from one that never was, once its owner deletes it', async () => {
    using folder = await folderWithTally(['one']);
    rmSync(folder.file());
    expect(await openTally(folder.file()).read()).to.deep.equal({ entries: [] });
  });
});

async function folderWithTally(entries: string[]): Promise<TemporaryFolder> {
  const folder = new TemporaryFolder();
  await openTally(folder.file()).update((tally) => (tally.entries = entries));
  return folder;
}

/** As if it had been damaged a while ago: nobody is writing to it any more. */
function damage(folder: TemporaryFolder, bytes: Buffer): void {
  writeFileSync(folder.file(), bytes);
  utimesSync(folder.file(), new Date(), new Date(Date.now() - 60_000));
}

function contentOf(folder: TemporaryFolder): Tally & { version: number } {
  return JSON.parse(readFileSync(folder.file(), 'utf8')) as Tally & { version: number };
}

function keptFiles(folder: TemporaryFolder): string[] {
  return readdirSync(folder.path)
    .filter((name) => name.includes('.damaged-'))
    .sort();
}
