/** Measuring in turns, and what is told of it. */
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

/** Prints a table of Markdown, to be read in a terminal too: numbers to the right, rounded by whoever made the cells. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  process.stdout.write(`\n${title}\n\n${[head, rule, ...rows].map(line).join('\n')}\n`);
}
