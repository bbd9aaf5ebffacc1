/**
 * Reads an object with one long list, such as a page of a search, a few elements at a time: what is parsed at once is
 * small, so that other requests get their turn, and it is garbage again before the next is read.
 */
import { list, record } from './json.ts';
import { parseJson } from './parse-json.ts';

/**
 * Bytes of the list that are parsed at once, where its elements are no longer than that: with four times as many V8
 * takes half as long again.
 */
const pieceSize = 16 * 1024;

const [opening, closing] = [0x5b, 0x5d];

/** An object whose list is not read yet. */
export interface LongList {
  /** All members. Of the list itself there is no more than its end. */
  readonly members: Readonly<Record<string, unknown>>;
  /**
   * The elements in order, a few at a time.
   *
   * @throws {SyntaxError} where the list turns out to be no JSON; the message may quote it
   */
  pieces(): Generator<readonly unknown[], void>;
}

/**
 * Looks for a list in a JSON object.
 *
 * The text is cut between two elements, where the beginning of the first one occurs again. Whether that was right is
 * known afterwards: a text is JSON where what was cut out of a list is JSON for itself, and so is what is left of it.
 *
 * @param json in UTF-8
 * @param member the name of the list, among the members of the object itself
 * @throws {SyntaxError} where it is no JSON, and not empty; its message may quote the text
 * @throws {RangeError} where it has more parts than anything that Jira sends
 */
export function openLongList(json: Buffer, member: string): LongList {
  const name = `"${member}":[`;
  const start = json.indexOf(name) + name.length;
  const separator = Buffer.concat([Buffer.from('},'), json.subarray(start, json.indexOf(':', start) + 1)]);
  const last = json.lastIndexOf(separator);
  if (last > start && start >= name.length) {
    const before = json.toString('utf8', 0, start);
    const members = attempt(`${before}]}`) && attempt(before + json.toString('utf8', last + 2));
    if (members !== undefined) return { members: record(members), pieces: () => cut(json, { start, last, separator }, list(record(members)[member])) };
  }
  const text = json.toString('utf8');
  const whole = text.trim() === '' ? {} : record(parseJson(text));
  return {
    members: whole,
    *pieces() {
      yield list(whole[member]);
    },
  };
}

function* cut(
  json: Buffer,
  { start, last, separator }: { start: number; last: number; separator: Buffer },
  lastPiece: readonly unknown[],
): ReturnType<LongList['pieces']> {
  for (let from = start; from < last; ) {
    const next = json.indexOf(separator, from + pieceSize);
    let end = next < 0 || next > last ? last : next;
    let piece = attempt(listOf(json, from, end));
    if (piece === undefined) {
      // The beginning of an element occurs within elements too.
      end = last;
      piece = parseJson(listOf(json, from, end));
    }
    yield list(piece);
    from = end + 2;
  }
  yield lastPiece;
}

/** Elements as a list of their own. Its brackets stand in for the commas around it: a text that is put together would be copied before it is parsed. */
function listOf(json: Buffer, from: number, end: number): string {
  const [before, after] = [json[from - 1]!, json[end + 1]!];
  json[from - 1] = opening;
  json[end + 1] = closing;
  const text = json.toString('utf8', from - 1, end + 2);
  json[from - 1] = before;
  json[end + 1] = after;
  return text;
}

/** The value of a text; `undefined` where it is no JSON. */
function attempt(json: string): unknown {
  try {
    return parseJson(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
