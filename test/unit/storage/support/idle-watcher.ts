/** A process that watches the tally and has nothing else to do. */
import { openTally } from './tally.ts';

openTally(process.argv[2]!).watch(() => {});
