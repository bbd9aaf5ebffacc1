/** Between places in a query and lines with characters, as LSP counts both: from 0, in UTF-16 code units. */
import type { Position, Range } from '../../../protocol/primitives.ts';
import type { Span } from './tokens.ts';

/** The lines of one query. */
export class Lines {
  readonly #starts = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.#starts.push(index + end.length);
  }

  /** The place of a position; what is beyond a line or the end is cut down to it. */
  offset({ line, character }: Position): number {
    const start = this.#starts[line];
    if (start === undefined) return this.#length;
    const next = this.#starts[line + 1];
    return Math.min(start + character, next === undefined ? this.#length : next - 1);
  }

  /** The position of a place. */
  position(offset: number): Position {
    let low = 0;
    for (let high = this.#starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }

  /** The range of a part. */
  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
