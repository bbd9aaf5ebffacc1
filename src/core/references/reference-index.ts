/** The references of a document, kept by line: a change looks into the lines that it touched and into no other. */
import type { Reference } from './find-references.ts';

/** A reference, and the line that it is in. */
export interface PlacedReference extends Reference {
  /** From 0. */
  readonly line: number;
}

/** The references of one line; another list as soon as the line is another one. */
export interface ReferringLine {
  readonly line: number;
  readonly references: readonly Reference[];
}

/** Finds what is in a line of a document. */
export type LineScanner = (line: number) => readonly Reference[];

const nothing: readonly Reference[] = [];

/** An index of one document. */
export class ReferenceIndex {
  #lines: (readonly Reference[])[] = [];

  /** Looks into every line anew. */
  reset(lineCount: number, scan: LineScanner): void {
    this.#lines = Array.from({ length: lineCount }, (_, line) => scanned(scan, line));
  }

  /**
   * Takes over a change.
   *
   * @param first the first line that changed
   * @param removed how many lines there were in the place of those that there are now
   * @param inserted how many there are now
   * @returns what the lines refer to that there are now
   */
  change(first: number, removed: number, inserted: number, scan: LineScanner): readonly Reference[] {
    const lines = Array.from({ length: inserted }, (_, offset) => scanned(scan, first + offset));
    if (removed === inserted) lines.forEach((line, offset) => (this.#lines[first + offset] = line));
    // A call with too many arguments would overflow the stack.
    else if (inserted < 10_000) this.#lines.splice(first, removed, ...lines);
    else this.#lines = this.#lines.slice(0, first).concat(lines, this.#lines.slice(first + removed));
    return lines.flat();
  }

  /** The reference at a place; its end belongs to it, for a cursor behind it. */
  at(line: number, character: number): PlacedReference | undefined {
    const found = this.#lines[line]?.find(({ start, end }) => start <= character && character <= end);
    return found === undefined ? undefined : { ...found, line };
  }

  /** The lines that refer to anything, in order. */
  *lines(): Generator<ReferringLine> {
    for (let line = 0; line < this.#lines.length; line += 1) {
      const references = this.#lines[line]!;
      if (references !== nothing) yield { line, references };
    }
  }

  /** The references of some lines, in order. @param last the last line; by default the last one of the document */
  *within(first = 0, last = this.#lines.length - 1): Generator<PlacedReference> {
    for (let line = Math.max(0, first); line <= last && line < this.#lines.length; line += 1) {
      for (const reference of this.#lines[line]!) yield { ...reference, line };
    }
  }
}

/** Most lines have none, and share one list. */
function scanned(scan: LineScanner, line: number): readonly Reference[] {
  const found = scan(line);
  return found.length === 0 ? nothing : found;
}
