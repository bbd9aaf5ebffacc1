/** Writes text into Markdown so that it is read as text, with no more backslashes than that takes. */
import { characterAt, characterBefore, isPunctuation, isSpace } from '../characters.ts';

/** What is around a piece of text. */
export interface Surroundings {
  /** What is written before it on its line; empty where it begins the line. */
  readonly before: string;
  /** What is written after it on its line; empty where it ends the line. */
  readonly after: string;
  /** What the text is in: brackets would end a label. */
  readonly place: 'line' | 'label';
  /** Whether it is in a cell of a table, which bars would end. */
  readonly cell: boolean;
  /** Whether it begins the paragraph, where definitions of links and tasks may stand. */
  readonly first: boolean;
  /** Whether the paragraph holds `]:`, as the definition of a link does. */
  readonly definition: boolean;
  /** Whether the paragraph holds `@`, as an address of mail does. */
  readonly mail: boolean;
  /** Markers of emphasis that stand alone in the paragraph, and so enclose nothing. */
  readonly alone: ReadonlySet<string>;
}

/** Escapes a piece of text without line breaks. */
export function escapeText(text: string, around: Surroundings): string {
  const forced = around.before === '' && around.place === 'line' ? startOfBlock(text, around) : -1;
  if (forced < 0) {
    return escapeMarkup(text, around);
  }
  const head = escapeMarkup(text.slice(0, forced), { ...around, after: text.charAt(forced) });
  const tail = escapeMarkup(text.slice(forced + 1), { ...around, before: text.charAt(forced) });
  return `${head}\\${text.charAt(forced)}${tail}`;
}

/** The place of the character that would make a line begin something other than text. */
function startOfBlock(text: string, { after, first, definition }: Surroundings): number {
  const line = after === '' ? text : `${text}x`;
  const number = /^(\d{1,9})[.)](?=\s|$)/.exec(line)?.[1];
  if (number !== undefined) {
    return number.length;
  }
  const begins =
    /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|~{3}|\[\^)/.test(line) ||
    // The line under a heading, a rule, the line under the head of a table.
    /^[-=_*:|~+\s]+$/.test(line) ||
    (first && (/^\[(?:[ xX]\]|!)/.test(line) || (definition && line.startsWith('['))));
  return begins ? 0 : -1;
}

const markup = /\\|`|\*|_+|~+|<|&|\[|\]|!|\||:|@|(?<=\])\(|(?<=www)\./gi;

function escapeMarkup(text: string, around: Surroundings): string {
  return text.replace(markup, (found, index: number) => {
    const before = characterBefore(text, index) || characterBefore(around.before, around.before.length);
    const after = characterAt(text, index + found.length) || characterAt(around.after, 0);
    return escapes(found, text, index, before, after, around) ? [...found].map((each) => `\\${each}`).join('') : found;
  });
}

function escapes(found: string, text: string, index: number, before: string, after: string, around: Surroundings): boolean {
  switch (found.charAt(0)) {
    case '\\':
      return after === '' || /[!-/:-@[-`{-~]/.test(after);
    case '`':
      return true;
    case '*':
    case '~':
      return !around.alone.has(found) && !(isSpace(before) && isSpace(after));
    case '_':
      return !around.alone.has(found) && !(isSpace(before) && isSpace(after)) && !(isInWord(before) && isInWord(after));
    case '<':
      return around.mail ? !isSpace(after) : /[A-Za-z/!?]/.test(after);
    case '&':
      return /^&(?:#\d{1,8}|#[xX][\da-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,40});/.test(text.slice(index, index + 48));
    case '[':
      return around.place === 'label';
    case ']':
      return around.place === 'label' || after === '(';
    case '!':
      return index + 1 === text.length && after === '[';
    case '|':
      return around.cell;
    case '.':
      return true;
    case '(':
      return around.place === 'label';
    case '@':
      return touchesMarker(text, index, around);
    default:
      // Renderers make links of bare addresses, and take backslashes and what they escape for parts of them.
      return text.startsWith('://', index) && /(?:https?|ftp)$/i.test(text.slice(Math.max(0, index - 5), index));
  }
}

/** An underscore next to an address of mail would be a part of it, and no marker. */
function touchesMarker(text: string, index: number, { before, after }: Surroundings): boolean {
  return (before === '_' && index <= 64 && /^[\w.+-]*$/.test(text.slice(0, index))) || (after === '_' && text.length - index <= 256 && /^@[\w.-]+$/.test(text.slice(index)));
}

/** Parsers disagree about characters of two code units, such as emoji. */
function isInWord(character: string): boolean {
  return character.length === 1 && !isSpace(character) && !isPunctuation(character);
}

/** Code within a line, between more backticks than it has in a row. */
export function codeSpan(value: string, cell: boolean): string {
  const runs = new Set((value.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) {
    length += 1;
  }
  const fence = '`'.repeat(length);
  const spaced = value.startsWith(' ') && value.endsWith(' ') && value.trim() !== '';
  const padding = spaced || /^`|`$/.test(value) ? ' ' : '';
  return fence + padding + (cell ? value.replaceAll('|', '\\|') : value) + padding + fence;
}
