/** A document that is kept by lines: a letter that is typed into a long one costs no more than in a short one. */
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Lines that took the place of others. */
export interface ChangedLines {
  /** The first of them. */
  readonly first: number;
  /** How many there were. */
  readonly removed: number;
  /** How many there are now. */
  readonly inserted: number;
}

/** Arguments that a call takes without harm to the stack. */
const mostArguments = 10_000;

/**
 * The interface of `vscode-languageserver-textdocument`, whose own document puts the whole text together anew for each
 * change: some 6 ms of work and garbage in 50,000 lines. Positions and offsets count in UTF-16.
 */
export class LineDocument implements TextDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  /** Each with its line break: LF, CR LF or CR. */
  #lines: string[];
  /** The whole text and where its lines begin, while nobody changes it. */
  #text: string | undefined;
  #offsets: readonly number[] | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#lines = linesOf(text);
    this.#text = text;
  }

  get version(): number {
    return this.#version;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** A line with its line break; empty beyond the last one. */
  line(number: number): string {
    return this.#lines[number] ?? '';
  }

  getText(range?: Range): string {
    if (range === undefined) return (this.#text ??= this.#lines.join(''));
    const [start, end] = inOrder(this.#within(range.start), this.#within(range.end));
    if (start.line === end.line) return this.line(start.line).slice(start.character, end.character);
    const between = this.#lines.slice(start.line + 1, end.line);
    return [this.line(start.line).slice(start.character), ...between, this.line(end.line).slice(0, end.character)].join('');
  }

  positionAt(offset: number): Position {
    const offsets = this.#lineOffsets();
    const wanted = Math.max(0, Math.min(offset, this.getText().length));
    let [low, high] = [0, offsets.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (offsets[middle]! <= wanted) low = middle;
      else high = middle;
    }
    return { line: low, character: Math.min(wanted - offsets[low]!, lengthWithoutBreak(this.line(low))) };
  }

  offsetAt(position: Position): number {
    const { line, character } = this.#within(position);
    return this.#lineOffsets()[line]! + character;
  }

  getLineRange(line: number): Range {
    const number = Math.max(0, Math.min(line, this.#lines.length - 1));
    return { start: { line: number, character: 0 }, end: { line: number, character: line < 0 ? 0 : lengthWithoutBreak(this.line(number)) } };
  }

  getEOLCharacters(line: number): string {
    const text = this.line(line);
    return text.slice(lengthWithoutBreak(text));
  }

  /** Replaces a part of the text, or the whole. @param range the whole where it is absent */
  replace(range: Range | undefined, text: string, version: number): ChangedLines {
    this.#version = version;
    this.#text = this.#offsets = undefined;
    if (range === undefined) {
      const removed = this.#lines.length;
      this.#lines = linesOf(text);
      return { first: 0, removed, inserted: this.#lines.length };
    }
    const [start, end] = inOrder(this.#within(range.start), this.#within(range.end));
    // A CR at the end of the line before and an LF that comes to stand behind it are one line break.
    const first = start.character === 0 && this.line(start.line - 1).endsWith('\r') ? start.line - 1 : start.line;
    const before = first < start.line ? this.line(first) : this.line(first).slice(0, start.character);
    const lines = linesOf(before + text + this.line(end.line).slice(end.character));
    const isLast = end.line === this.#lines.length - 1;
    // What ends with a line break has an empty line behind it, which is one of its own at the end of the text alone.
    if (!isLast && lines.at(-1) === '') lines.pop();
    const removed = end.line - first + 1;
    this.#splice(first, removed, lines);
    return { first, removed, inserted: lines.length };
  }

  #splice(first: number, removed: number, lines: readonly string[]): void {
    if (lines.length < mostArguments) this.#lines.splice(first, removed, ...lines);
    else this.#lines = [...this.#lines.slice(0, first), ...lines, ...this.#lines.slice(first + removed)];
  }

  /** A position that there is: beyond the end of a line is before its line break, beyond the last line the end of the text. */
  #within({ line, character }: Position): Position {
    if (line < 0) return { line: 0, character: 0 };
    if (line >= this.#lines.length) return { line: this.#lines.length - 1, character: this.#lines.at(-1)!.length };
    return { line, character: Math.max(0, Math.min(character, lengthWithoutBreak(this.line(line)))) };
  }

  #lineOffsets(): readonly number[] {
    if (this.#offsets === undefined) {
      let offset = 0;
      this.#offsets = this.#lines.map((line) => {
        const start = offset;
        offset += line.length;
        return start;
      });
    }
    return this.#offsets;
  }
}

/** The lines of a text, each with its line break; the last one, which may be empty, has none. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  const breaks = /\r\n?|\n/g;
  let start = 0;
  while (breaks.test(text)) {
    lines.push(text.slice(start, breaks.lastIndex));
    start = breaks.lastIndex;
  }
  lines.push(text.slice(start));
  return lines;
}

function lengthWithoutBreak(line: string): number {
  let { length } = line;
  if (line.endsWith('\n')) length -= 1;
  return length > 0 && line.charAt(length - 1) === '\r' ? length - 1 : length;
}

function inOrder(one: Position, other: Position): [Position, Position] {
  return one.line < other.line || (one.line === other.line && one.character <= other.character) ? [one, other] : [other, one];
}
