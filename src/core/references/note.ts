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

/** What marks a note unless others are set. */
export const usualMarkers: readonly string[] = ['TODO', 'FIXME', 'XXX', 'HACK'];

/** What ends a comment in one language or another. */
const endOfComment = /\s*(?:\*\/|\*\)|-->|--%?>|%>|#}|-}|--]]|]]|"""|''')?\s*$/;

/** The first note in a line. @param markers words of letters, digits and underscores, in the case in which they are written */
export function findNote(line: string, markers: readonly string[] = usualMarkers): Note | undefined {
  if (!markers.some((marker) => line.includes(marker))) return undefined;
  const found = new RegExp(`(?<![\\p{L}\\p{N}_$.-])(${markers.join('|')})(\\([^()]+\\))?(?![\\p{L}\\p{N}_$(])`, 'u').exec(line);
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
