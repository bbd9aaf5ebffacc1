/**
 * Where phrases such as `*bold*` begin and end in a line, by the rules of Jira's renderer: the
 * first delimiter is not within a word and has no space after it, the last has no space before it
 * and is not followed by a letter or a digit. `{*}` is a delimiter anywhere.
 */
import type { Style } from '../document.ts';
import { characterAt, characterBefore, isSpace, isWordCharacter } from '../characters.ts';

/** Stands for `??` in a line; clean text holds no control character. */
export const citationMark = '\u0017';

/** Stands for a part that is a word for Jira. */
export const wordMark = '\u0005';

/** For each style the delimiter in a line, and what stands for it in braces, in the order in which Jira looks for them. */
const delimiters: readonly { readonly style: Style; readonly plain: string; readonly braced: string }[] = [
  { style: 'strong', plain: '*', braced: '\u0010' },
  { style: 'superscript', plain: '^', braced: '\u0011' },
  { style: 'subscript', plain: '~', braced: '\u0012' },
  { style: 'emphasis', plain: '_', braced: '\u0013' },
  { style: 'deleted', plain: '-', braced: '\u0014' },
  { style: 'citation', plain: citationMark, braced: '\u0015' },
  { style: 'inserted', plain: '+', braced: '\u0016' },
];

const bracedByDelimiter: ReadonlyMap<string, string> = new Map(delimiters.map(({ plain, braced }) => [plain === citationMark ? '??' : plain, braced]));
const sourceByMark: ReadonlyMap<string, string> = new Map([[citationMark, '??'], ...[...bracedByDelimiter].map(([plain, braced]) => [braced, `{${plain}}`] as const)]);

/** What stands for a delimiter in braces. */
export function bracedMark(delimiter: string): string | undefined {
  return bracedByDelimiter.get(delimiter);
}

/** A line with the marks for delimiters as they were written. */
export function withoutDelimiterMarks(line: string): string {
  return line.replace(/[\u0010-\u0017]/g, (mark) => sourceByMark.get(mark) ?? '');
}

/** A phrase: the places of its delimiters in the line. */
export interface Phrase {
  readonly style: Style;
  readonly start: number;
  readonly end: number;
}

/** The phrases of a line in order; none of them begins within another and ends outside of it. */
export function findPhrases(line: string): Phrase[] {
  const phrases = delimiters
    .filter(({ plain, braced }) => line.includes(plain) || line.includes(braced))
    .flatMap(({ style, plain, braced }) => findPhrasesOf(line, style, plain, braced))
    .sort((one, other) => one.start - other.start);
  const open: Phrase[] = [];
  return phrases.filter((phrase) => {
    while (open.length > 0 && (open.at(-1) as Phrase).end < phrase.start) {
      open.pop();
    }
    const outer = open.at(-1);
    if (outer !== undefined && outer.end < phrase.end) {
      return false;
    }
    open.push(phrase);
    return true;
  });
}

function findPhrasesOf(line: string, style: Style, plain: string, braced: string): Phrase[] {
  const closing: number[] = [];
  const places: number[] = [];
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === plain || character === braced) {
      places.push(index);
      const before = characterBefore(line, index);
      if (!isSpace(before) && before !== plain && (character === braced || !isWord(characterAt(line, index + 1)))) {
        closing.push(index);
      }
    }
  }
  const phrases: Phrase[] = [];
  let next = 0;
  let free = 0;
  for (const start of places) {
    const after = characterAt(line, start + 1);
    const opens = start >= free && !isSpace(after) && after !== plain && after !== braced;
    if (opens && (line.charAt(start) === braced || !isWord(characterBefore(line, start)))) {
      while (next < closing.length && (closing[next] as number) < start + 2) {
        next += 1;
      }
      const end = closing[next];
      if (end === undefined) {
        break;
      }
      phrases.push({ style, start, end });
      free = end + 1;
    }
  }
  return phrases;
}

function isWord(character: string): boolean {
  return character === wordMark || isWordCharacter(character);
}
