/** Notes of things to do, as programmers leave them: `TODO: …`, `FIXME(mia): …`. */

/** A note in a line. Places are counted in UTF-16 code units. */
export interface Note {
  readonly start: number;
  /** Where its text ends. */
  readonly end: number;
  /** For instance `TODO`. */
  readonly marker: string;
  /** What is to be done, without the marker and what ends the comment; it may be empty. */
  readonly text: string;
  /** Where the key of an issue is written, and what goes around it. */
  readonly keyPlace: { readonly at: number; readonly before: string; readonly after: string };
}

const pattern = /(?<![\p{L}\p{N}_$.-])(TODO|FIXME|XXX|HACK)(\([^()]+\))?(?![\p{L}\p{N}_$(])/u;

/** What ends a comment in one language or another. */
const endOfComment = /\s*(?:\*\/|\*\)|-->|--%?>|%>|#}|-}|--]]|]]|"""|''')?\s*$/;

/** The first note in a line. */
export function findNote(line: string): Note | undefined {
  const found = pattern.exec(line);
  if (found === null) return undefined;
  const [whole, marker = '', owner] = found;
  const start = found.index;
  const at = start + whole.length;
  const end = line.length - (endOfComment.exec(line.slice(at))?.[0].length ?? 0);
  return {
    start,
    end: Math.max(at, end),
    marker,
    text: line.slice(at, end).replace(/^\s*[:\-–—]?\s*/, '').trim(),
    keyPlace: owner === undefined ? { at, before: '(', after: ')' } : { at, before: ' ', after: '' },
  };
}
