/** A process that is frozen in the middle of a change, as by a laptop that is closed, and ends after it. */
import { writeSync } from 'node:fs';
import { openTally } from './tally.ts';

let thawed = false;
await openTally(process.argv[2]!).update((tally) => {
  tally.entries.push('frozen');
  if (thawed) return;
  thawed = true;
  writeSync(1, 'frozen\n');
  process.kill(process.pid, 'SIGSTOP');
});
process.disconnect();
