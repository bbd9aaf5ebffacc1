/** Tables of wiki markup: `||heading||`, `|cell|`. A cell may go on over several lines, up to a bar at the end of one. */
import { linkAt, imageAt } from './references.ts';

/** The lines that make a table, and the first line after them. */
export interface TableSource {
  readonly rows: readonly (readonly CellSource[])[];
  readonly next: number;
}

/** A cell as it is written. */
export interface CellSource {
  readonly header: boolean;
  readonly lines: readonly string[];
}

/** Whether a row of a table begins at a line. */
export function beginsRow(line: string): boolean {
  return /^[\s\u0003]*\|/.test(line);
}

/** Takes the lines of a table: rows, one after the other. */
export function takeTable(lines: readonly string[], start: number): TableSource {
  const rows: CellSource[][] = [];
  let row: string[] = [];
  let next = start;
  for (; next < lines.length; next += 1) {
    const line = (lines[next] as string).trim();
    const begins = beginsRow(line);
    if (line === '' || (!begins && row.length === 0)) {
      break;
    }
    if (begins && row.length > 0) {
      rows.push(splitRow(row.join('\n')));
      row = [];
    }
    row.push(line);
    if (line.endsWith('|')) {
      rows.push(splitRow(row.join('\n')));
      row = [];
    }
  }
  if (row.length > 0) {
    rows.push(splitRow(row.join('\n')));
  }
  return { rows: rows.filter((cells) => cells.length > 0), next };
}

/** Bars within links and images, and bars after a backslash, part no cells. */
function splitRow(row: string): CellSource[] {
  const cells: CellSource[] = [];
  let header: boolean | undefined;
  let from = 0;
  let index = 0;
  const add = (): void => {
    if (header !== undefined) {
      cells.push({ header, lines: row.slice(from, index).trim().split('\n') });
    }
  };
  while (index < row.length) {
    const character = row.charAt(index);
    if (character === '|') {
      add();
      header = row.charAt(index + 1) === '|';
      index += header ? 2 : 1;
      from = index;
    } else {
      index = endOfPart(row, index, character);
    }
  }
  if (row.slice(from).trim() !== '') {
    add();
  }
  return cells;
}

function endOfPart(row: string, index: number, character: string): number {
  switch (character) {
    case '\\':
      return index + 2;
    case '[':
      return linkAt(row, index)?.end ?? index + 1;
    case '!':
      return imageAt(row, index)?.end ?? index + 1;
    default:
      return index + 1;
  }
}
