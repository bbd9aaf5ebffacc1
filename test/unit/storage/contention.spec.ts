import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { kill, nextMessage, startProgram } from './support/processes.ts';
import type { Answer } from './support/contender.ts';
import { openTally, TemporaryFolder, type Tally } from './support/tally.ts';

describe('A JSON document that several processes change at once', () => {
  it('loses no change of any, and is whole at every moment', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    await document.update((tally) => tally.entries.push('first'));
    const contenders = [1, 2, 3].map(() => startProgram('contender', folder.file()));
    try {
      await Promise.all(contenders.map((contender) => nextMessage<Answer>(contender)));
      const looks = new AbortController();
      const looking = lookAtFile(folder.file(), looks.signal);
      // All of them start each round at the same time: whoever comes second finds the lock taken, or a newer state.
      for (let round = 0; round < rounds; round++) {
        const answers = contenders.map((contender) => nextMessage<Answer>(contender));
        contenders.forEach((contender, index) => contender.send(`${index}-${round}`));
        await Promise.all(answers);
      }
      looks.abort();
      expect(await looking, 'states seen meanwhile').to.be.greaterThan(rounds / 2);
    } finally {
      await Promise.all(contenders.map(kill));
    }
    const { entries } = await document.read();
    const wanted = Array.from({ length: rounds }, (_, round) => [0, 1, 2].map((index) => `${index}-${round}`)).flat();
    expect(entries.slice(1).sort()).to.deep.equal(wanted.sort());
  });

  it('loses no change when one of them is frozen until another takes its lock', async () => {
    using folder = new TemporaryFolder();
    const document = openTally(folder.file());
    const writer = startProgram('frozen-writer', folder.file());
    try {
      await once(writer.stdout!, 'data');
      await document.update((tally) => tally.entries.push('meanwhile'));
      writer.kill('SIGCONT');
      const [code] = (await once(writer, 'exit')) as [number];
      expect(code).to.equal(0);
    } finally {
      await kill(writer);
    }
    expect(await document.read()).to.deep.equal({ entries: ['meanwhile', 'frozen'] });
    expect(await document.update((tally) => tally.entries.push('after'))).to.equal(3);
  });
});

const rounds = 100;

/**
 * Reads the file again and again, as one who knows nothing of locks, until told to stop.
 *
 * @returns how many different states it saw
 * @throws when the file is not whole, or when a change got lost
 */
async function lookAtFile(file: string, stop: AbortSignal): Promise<number> {
  let states = 0;
  let last: string[] = [];
  while (!stop.aborted) {
    const { entries } = JSON.parse(readFileSync(file, 'utf8')) as Tally;
    expect(entries.slice(0, last.length)).to.deep.equal(last);
    if (entries.length > last.length) states++;
    last = entries;
    await setImmediate();
  }
  return states;
}
