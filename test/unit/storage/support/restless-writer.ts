/** A process that changes the tally without end, and says on stdout how many entries it has seen written. */
import { writeSync } from 'node:fs';
import { openTally } from './tally.ts';

const document = openTally(process.argv[2]!);
for (;;) {
  const count = await document.update((tally) => tally.entries.push(`${process.pid}`));
  writeSync(1, `${count}\n`);
}
