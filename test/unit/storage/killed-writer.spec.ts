import type { ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { kill, startProgram } from './support/processes.ts';
import { openTally, TemporaryFolder, type Tally } from './support/tally.ts';

describe('A JSON document whose writer is killed', () => {
  it('has the old state or the new one, and its next writer gets the lock', async () => {
    const lanes = Array.from({ length: 5 }, async () => {
      using folder = new TemporaryFolder();
      for (let round = 0; round < 5; round++) await killOne(folder);
    });
    await Promise.all(lanes);
  });
});

async function killOne(folder: TemporaryFolder): Promise<void> {
  const document = openTally(folder.file());
  const { entries: before } = await document.read();
  const acknowledged = await killAtRandom(startProgram('restless-writer', folder.file()));

  const { entries } = JSON.parse(readFileSync(folder.file(), 'utf8')) as Tally;
  expect(acknowledged).to.be.greaterThan(before.length);
  expect(entries.length, 'the state acknowledged last, or the one after it').to.be.oneOf([acknowledged, acknowledged + 1]);
  expect(entries.slice(0, before.length)).to.deep.equal(before);

  expect(await document.update((tally) => tally.entries.push('after'))).to.equal(entries.length + 1);
  expect(readdirSync(folder.path).sort(), 'nothing is left behind').to.deep.equal(['tally.json', 'tally.json.bak']);
  expect(readFileSync(folder.file('tally.json.bak'))).to.deep.equal(readFileSync(folder.file()));
}

/** @returns how many entries the writer last said that it had written */
async function killAtRandom(writer: ChildProcess): Promise<number> {
  let acknowledged = 0;
  const lines = createInterface({ input: writer.stdout! });
  for await (const line of lines) {
    // The moment of the kill is a random one within some dozen changes.
    if (acknowledged === 0) void setTimeout(50 * Math.random()).then(() => kill(writer));
    acknowledged = Number(line);
  }
  return acknowledged;
}
