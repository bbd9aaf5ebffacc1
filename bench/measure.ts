/** Measuring in turns, and what is told of it. */
import Table from 'cli-table3';

/** Something to measure. */
export interface Contender<Sample> {
  readonly name: string;
  measure(): Promise<Sample>;
}

/**
 * Measures all in turns.
 *
 * @param runs how often each, beside a first time that warms up and does not count
 * @returns the samples of each, by its name
 */
export async function inTurns<Sample>(contenders: readonly Contender<Sample>[], runs: number): Promise<Map<string, Sample[]>> {
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const contender of contenders) {
      const sample = await contender.measure();
      if (run > 0) samples.get(contender.name)!.push(sample);
    }
  }
  return samples;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints a table: numbers to the right, rounded by whoever made the cells. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = new Table({ head: [...head], colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')), style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  process.stdout.write(`\n${title}\n${table.toString()}\n`);
}
