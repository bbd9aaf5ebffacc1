/** A form of lines: what to do in comments, then each field with its name on a line of its own. */
import { plainLine } from '../../../core/text/plain-text.ts';

/** One line to fill in. */
export interface FieldLine {
  /** The name before the colon. */
  readonly name: string;
  /** What stands there already. */
  readonly value?: string | undefined;
}

/** Above the fields, as comments. */
export interface Instructions {
  readonly lines: readonly string[];
  /** What was wrong with what was saved. */
  readonly problem?: string | undefined;
}

/** Writes the form. */
export function writeFields({ lines, problem }: Instructions, fields: readonly FieldLine[]): string {
  const comments = [...(problem === undefined ? [] : [`! ${plainLine(problem, 2000)}`, '']), ...lines];
  return `${comments.map((line) => `# ${line}`.trimEnd()).join('\n')}\n\n${fields.map(({ name, value = '' }) => `${name}: ${value}\n`).join('')}`;
}

/**
 * Reads what was filled in. Lines that begin with `#` are comments; a value goes on until the next field, so that
 * what takes several lines, such as a key in PEM, may.
 *
 * @returns values by the names of their fields; what was left empty is missing
 */
export function readFields(text: string, names: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  let current: string | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const begins = names.find((name) => line.trimStart().toLowerCase().startsWith(`${name.toLowerCase()}:`));
    if (begins !== undefined) current = begins;
    if (current === undefined) continue;
    const part = begins === undefined ? line : line.trimStart().slice(begins.length + 1);
    values[current] = `${values[current] ?? ''}${begins === undefined ? '\n' : ''}${part}`;
  }
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])));
}
