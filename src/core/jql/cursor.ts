/** Where the cursor is in a query that is being written, and what may come there. */
import { parseTokens } from './parser.ts';
import type { Expectation } from './syntax.ts';
import { type Span, type Token, tokenize } from './tokens.ts';

/** One thing that may come at the cursor. */
export interface Place {
  readonly expectation: Expectation;
  /** What is typed of it, without quotation marks. */
  readonly typed: string;
  /** The quotation mark that it begins with, if it does. */
  readonly mark: string;
  /** What is to be replaced by it; it ends at the cursor or after it. */
  readonly span: Span;
}

/** As many words are taken for one name, which should stand between quotation marks then: `status = In Pr`. */
const mostWords = 5;

/**
 * What may come at the cursor: one thing for the word that is being typed, and more where it may belong to what is
 * typed before it.
 *
 * @param offset where the cursor is
 */
export function placesAt(jql: string, offset: number): Place[] {
  const { tokens } = tokenize(jql.slice(0, offset));
  const last = tokens.at(-1);
  const current = last?.end === offset && (last.kind === 'word' || (last.kind === 'string' && !last.closed)) ? last : undefined;
  if (current === undefined) return placeOf(jql, tokens, '', '', { start: offset, end: offset });
  const before = tokens.slice(0, -1);
  if (current.kind === 'string') return placeOf(jql, before, current.text, jql[current.start]!, { start: current.start, end: endOfString(jql, offset, jql[current.start]!) });
  const span = { start: current.start, end: endOfWord(jql, offset) };
  return [...placeOf(jql, before, current.text, '', span), ...longerPlaces(jql, before, span, offset)];
}

function placeOf(jql: string, before: readonly Token[], typed: string, mark: string, span: Span): Place[] {
  const { expected } = parseTokens({ tokens: before, problems: [] });
  if (expected?.want !== 'customField') return expected === undefined ? [] : [{ expectation: expected, typed, mark, span }];
  const cf = before.at(-2);
  const end = span.end + (jql[span.end] === ']' ? 1 : 0);
  return cf?.text.toLowerCase() === 'cf' ? [{ expectation: expected, typed: `cf[${typed}`, mark, span: { start: cf.start, end } }] : [];
}

/** Names of several words, of which the last one is being typed. */
function longerPlaces(jql: string, before: readonly Token[], { end }: Span, offset: number): Place[] {
  const found: Place[] = [];
  for (let count = 1; count < mostWords; count += 1) {
    const first = before.at(-count);
    if (first?.kind !== 'word' || /^(?:and|or|not|order|by)$/i.test(first.text)) break;
    const typed = jql.slice(first.start, offset).replace(/\s+/g, ' ');
    const places = placeOf(jql, before.slice(0, -count), typed, '', { start: first.start, end });
    found.push(...places.filter(({ expectation: { want } }) => want === 'clause' || want === 'value' || want === 'sortField'));
  }
  return found;
}

/** A word is replaced as a whole, the part after the cursor too. */
function endOfWord(jql: string, offset: number): number {
  return offset + /^[\p{L}\p{N}_.-]*/u.exec(jql.slice(offset))![0].length;
}

/** A string is replaced up to its end, if it has one on its line: then what follows the cursor has one mark more than pairs of them. */
function endOfString(jql: string, offset: number, mark: string): number {
  const rest = /^[^\r\n]*/.exec(jql.slice(offset))![0].replace(/\\./g, '\\\\');
  const marks = rest.split(mark).length - 1;
  return marks % 2 === 1 ? offset + rest.indexOf(mark) + 1 : offset;
}
