/** Writes text into wiki markup so that Jira shows it as text, with no more backslashes than that takes. */
import { characterAt, characterBefore, isSpace, isWordCharacter } from '../characters.ts';
import { bareUrlAt } from '../urls.ts';
import { emoticonAt, notationAt } from './emoticons.ts';
import { characterReferenceAt } from './entities.ts';

/** What a text is in. In the label of a link, bars and brackets count whatever is before them, so they are written as references to characters. */
export type Place = 'line' | 'cell' | 'label';

/** What is around a piece of text. */
export interface Surroundings {
  /** What is written before it on its line; empty where it begins the line. */
  readonly before: string;
  /** What is written after it on its line; empty where it ends the line. */
  readonly after: string;
  /** What the text is in: bars end a cell or a label, brackets end a label. */
  readonly place: Place;
  /** Whether the text is code, where an address is no link. */
  readonly code: boolean;
  /** The delimiters of the phrases that the text is in. */
  readonly open: ReadonlySet<string>;
}

/**
 * Escapes a piece of text without line breaks. Addresses stay as they are, for Jira makes links of
 * them; so do issue keys. A backslash has no escape in Jira, so where it would be one it is written
 * as a character reference.
 */
export function escapeText(text: string, around: Surroundings): string {
  let written = '';
  let index = 0;
  if (around.before === '' && around.place !== 'label') {
    [written, index] = escapeStart(text);
  }
  let before = characterBefore(text, index) || characterBefore(around.before, around.before.length);
  while (index < text.length) {
    const url = around.place === 'label' ? '' : bareUrlAt(text, index);
    const [source, value] = url === '' ? escapeAt(text, index, before, around) : [url, writeUrl(url, text, index, around)];
    written += value;
    index += source.length;
    before = url === '' ? characterBefore(text, index) : ']';
  }
  return written;
}

/** What would make a heading, a quote, a list, a rule or a row of a table of the line. */
function escapeStart(text: string): [string, number] {
  const [letter] = /^(?:h(?=[1-6]\.)|b(?=q\.))/.exec(text) ?? [];
  if (letter !== undefined) {
    return [`&#${letter.charCodeAt(0)};`, 1];
  }
  return /^(?:[*#-]+(?=\s|$)|-{4,}\s*$|\|)/.test(text) ? [`\\${text.charAt(0)}`, 1] : ['', 0];
}

/** Between brackets the address ends where it should, whatever follows. */
function writeUrl(url: string, text: string, index: number, { after, code }: Surroundings): string {
  const rest = text.slice(index + url.length, index + url.length + 2) + after.slice(0, 1);
  return code || !/^[-\w.!~*';/?:@#&=%+$,()\\]/.test(rest) || /^[.,;!')](?:\s|$)/.test(rest) ? url : `[${url}]`;
}

/** @param before what is to the left: a link is no letter, whatever its address ends with */
function escapeAt(text: string, index: number, before: string, around: Surroundings): [source: string, value: string] {
  const character = text.charAt(index);
  const after = characterAt(text, index + 1) || characterAt(around.after, 0);
  switch (character) {
    case '{':
    case '}':
      return [character, `\\${character}`];
    case '[':
    case ']':
      return [character, around.place === 'label' ? `&#${character.charCodeAt(0)};` : `\\${character}`];
    case '\\':
      return [character, after === '' || bareUrlAt(text, index + 1) !== '' || /[-\\#*_+?^~|%{}[\]()!@:;&]/.test(after) ? '&#92;' : character];
    case '|':
      return [character, around.place === 'label' ? '&#124;' : around.place === 'cell' ? '\\|' : character];
    case '&':
      return [character, characterReferenceAt(text, index) === undefined && !/^&\w+;/.test(text.slice(index, index + 32)) ? character : '&amp;'];
    case '!':
      return [character, !isWordCharacter(before) && !isSpace(after) ? '\\!' : character];
    case '?':
      return [character, before === '?' || after === '?' ? '\\?' : character];
    case '-':
    case '*':
    case '_':
    case '+':
    case '^':
    case '~':
      return escapeDelimiter(text, index, character, before, around);
    case ':':
    case ';':
    case '(':
      return escapeEmoticon(text, index, character);
    default:
      return [character, character];
  }
}

/** Within a phrase a delimiter could end it; elsewhere only one that could begin a phrase matters. */
function escapeDelimiter(text: string, index: number, character: string, before: string, around: Surroundings): [string, string] {
  let end = index + 1;
  while (text.charAt(end) === character) {
    end += 1;
  }
  const run = text.slice(index, end);
  const after = characterAt(text, end) || characterAt(around.after, 0);
  const spaced = isSpace(before) && isSpace(after);
  const isDash = character === '-' && spaced && (run.length === 2 || run.length === 3);
  const begins = !isSpace(after) && !(isWordCharacter(before) && run.length === 1);
  return [run, isDash || begins || (around.open.has(character) && !spaced) ? run.replaceAll(character, `\\${character}`) : run];
}

/** What follows may be written with a bracket before it, so a letter there saves only what itself ends with a letter. */
function escapeEmoticon(text: string, index: number, character: string): [string, string] {
  const notation = notationAt(text, index);
  if (notation === '' || (/[DPp]$/.test(notation) && emoticonAt(text, index) === undefined)) {
    return [character, character];
  }
  return [character, character === '(' ? '\\(' : `&#${character.charCodeAt(0)};`];
}
