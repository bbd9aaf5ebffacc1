/** A process that makes one change to the tally each time it is told to: it adds the entry that it is told. */
import { openTally } from './tally.ts';

/** What it answers: how many entries there are, or why there is none more. */
export interface Answer {
  readonly count?: number;
  readonly failure?: string;
}

const document = openTally(process.argv[2]!);

const answer = (message: Answer): void => void process.send!(message);
process.on('message', (entry: string) => {
  void document
    .update((tally) => tally.entries.push(entry))
    .then((count) => answer({ count }), (error: unknown) => answer({ failure: String(error) }));
});
answer({});
