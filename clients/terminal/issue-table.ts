/** Issues as a table that fits the terminal. */
import Table from 'cli-table3';
import type { Issue } from '../../protocol/issues.ts';
import { plainLine } from './output.ts';

/** Columns with a width of their own; the summary gets the rest. */
const columns = [
  { head: 'Key', width: 12, cell: ({ key }: Issue) => key },
  { head: 'Type', width: 12, cell: ({ type }: Issue) => type.name },
  { head: 'Status', width: 16, cell: ({ status }: Issue) => status.name },
  { head: 'Priority', width: 10, cell: ({ priority }: Issue) => priority?.name ?? '' },
  { head: 'Updated', width: 12, cell: ({ updated }: Issue) => updated.slice(0, 10) },
];
const narrowestSummary = 24;

/** @param width of the terminal, in characters; 120 where there is none */
export function issueTable(issues: readonly Issue[], width = process.stdout.columns ?? 120): string {
  const taken = columns.reduce((sum, column) => sum + column.width, 0);
  const table = new Table({
    head: [...columns.map(({ head }) => head), 'Summary'],
    colWidths: [...columns.map((column) => column.width), Math.max(narrowestSummary, width - taken)],
    chars: bare,
    style: { 'head': [], 'border': [], 'padding-left': 0, 'padding-right': 1 },
  });
  for (const issue of issues) table.push([...columns.map(({ cell }) => plainLine(cell(issue))), plainLine(issue.summary)]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** No lines around the cells. */
const bare = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'].map(
    (place) => [place, ''],
  ),
);
