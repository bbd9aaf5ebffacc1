/**
 * Reads a line of wiki markup. What has a notation of its own (links, images, code, escapes,
 * addresses) is taken out of the line first, so that phrases are looked for in the rest alone, as
 * Jira's renderer does it. Every step takes time in proportion to the length of the line.
 */
import { characterBefore, isSpace, isWordCharacter } from '../characters.ts';
import type { Inline } from '../document.ts';
import { bareUrlAt } from '../urls.ts';
import { emoticonAt } from './emoticons.ts';
import { characterReferenceAt } from './entities.ts';
import { colourMark } from './macros.ts';
import { bracedMark, citationMark, findPhrases, withoutDelimiterMarks, wordMark } from './phrases.ts';
import { imageAt, issueKeyAt, linkAt } from './references.ts';

/** Stands for a part that was taken out; clean text holds no control character. */
const partMark = '\u0004';
const anyPart = /[\u0004\u0005]/;

/**
 * Reads one line.
 *
 * @param line clean source without macros but for the marks of colours
 * @param within `label` for the text of a link, which holds no links
 */
export function readLine(line: string, within: 'line' | 'label' = 'line'): Inline[] {
  const { text, parts } = new Scanner(line, within).scan();
  return style(text, parts);
}

/** What begins no notation. */
const plain = /[^\\{[!hm\-?(:;&A-Z]+/y;

interface Scanned {
  readonly text: string;
  readonly parts: readonly Inline[];
}

/** Takes parts out of a line, from left to right. */
class Scanner {
  readonly #line: string;
  readonly #within: 'line' | 'label';
  readonly #parts: Inline[] = [];
  #text = '';
  #index = 0;
  #codeEnd: number | undefined;
  #noBracedCode = false;

  constructor(line: string, within: 'line' | 'label') {
    this.#line = line;
    this.#within = within;
  }

  scan(): Scanned {
    while (this.#index < this.#line.length) {
      plain.lastIndex = this.#index;
      if (plain.test(this.#line)) {
        this.#keep(plain.lastIndex - this.#index);
      } else if (!this.#takePart(this.#line.charAt(this.#index))) {
        this.#keep(1);
      }
    }
    return { text: this.#text, parts: this.#parts };
  }

  #takePart(character: string): boolean {
    switch (character) {
      case '\\':
        return this.#takeBackslash();
      case '{':
        return this.#takeBracedCode() || this.#takeCode() || this.#takeBracedDelimiter();
      case '[':
        return this.#takeLink();
      case '!':
        return this.#takeImage();
      case '?':
        return this.#takeCitation();
      case '-':
        return this.#takeDash();
      case '&':
        return this.#takeText(characterReferenceAt(this.#line, this.#index));
      case '(':
      case ':':
      case ';':
        return this.#takeEmoticon();
      default:
        return this.#takeUrl() || this.#takeIssueKey();
    }
  }

  #keep(length: number): void {
    this.#text += this.#line.slice(this.#index, this.#index + length);
    this.#index += length;
  }

  #take(part: Inline, length: number, mark = partMark): true {
    this.#text += mark;
    this.#parts.push(part);
    this.#index += length;
    return true;
  }

  #takeText(found: { source: string; value: string } | undefined): boolean {
    return found !== undefined && this.#take({ type: 'text', value: found.value }, found.source.length);
  }

  /** `\\` breaks the line, unless it is a path such as \\server\share; `\*` is an asterisk. */
  #takeBackslash(): boolean {
    const next = this.#line.charAt(this.#index + 1);
    if (next === '\\') {
      const path = /\S*?\\/y;
      path.lastIndex = this.#index + 2;
      return path.test(this.#line) ? this.#take({ type: 'text', value: '\\\\' }, 2) : this.#take({ type: 'break' }, 2);
    }
    return /[-#*_+?^~|%{}[\]()!@]/.test(next) && this.#take({ type: 'text', value: next }, 2);
  }

  #takeCode(): boolean {
    const start = this.#index + 2;
    if (!this.#line.startsWith('{{', this.#index) || isWordCharacter(characterBefore(this.#line, this.#index)) || /^[\s{]?$/.test(this.#line.charAt(start))) {
      return false;
    }
    let end = this.#findCodeEnd(start);
    if (end < 0) {
      return false;
    }
    if (this.#line.startsWith('}', end + 2) && this.#line.slice(start, end).includes('{')) {
      end += 1;
    }
    const source = this.#line.slice(start, end);
    if (source === '' || isSpace(source.charAt(source.length - 1)) || isWordCharacter(this.#line.charAt(end + 2))) {
      return false;
    }
    return this.#take({ type: 'code', value: literal(source) }, end + 2 - this.#index);
  }

  /** `{{{}code{}}}` is code next to letters too; Jira's visual editor writes it. */
  #takeBracedCode(): boolean {
    const start = this.#index + 4;
    if (!this.#line.startsWith('{{{}', this.#index) || this.#noBracedCode) {
      return false;
    }
    const end = this.#line.indexOf('{}}}', start);
    this.#noBracedCode = end < 0;
    const source = this.#line.slice(start, Math.max(start, end));
    return source.trim() !== '' && this.#take({ type: 'code', value: literal(source) }, end + 4 - this.#index);
  }

  /** Remembered, since many beginnings may share one end. */
  #findCodeEnd(start: number): number {
    if (this.#codeEnd === undefined || this.#codeEnd < start) {
      let end = start;
      while (end < this.#line.length && !this.#line.startsWith('}}', end)) {
        end += this.#line.charAt(end) === '\\' ? 2 : 1;
      }
      this.#codeEnd = end < this.#line.length ? end : Number.POSITIVE_INFINITY;
    }
    return this.#codeEnd === Number.POSITIVE_INFINITY ? -1 : this.#codeEnd;
  }

  #takeBracedDelimiter(): boolean {
    const [source, delimiter = ''] = /^\{(\?\?|[*_+^~-])\}/.exec(this.#line.slice(this.#index, this.#index + 4)) ?? [];
    const mark = bracedMark(delimiter);
    if (source === undefined || mark === undefined) {
      return false;
    }
    this.#text += mark;
    this.#index += source.length;
    return true;
  }

  #takeCitation(): boolean {
    if (!this.#line.startsWith('??', this.#index)) {
      return false;
    }
    this.#text += citationMark;
    this.#index += 2;
    return true;
  }

  #takeDash(): boolean {
    const run = /-+/y;
    run.lastIndex = this.#index;
    run.test(this.#line);
    const length = run.lastIndex - this.#index;
    if ((length === 2 || length === 3) && isSpace(characterBefore(this.#line, this.#index)) && isSpace(this.#line.charAt(run.lastIndex))) {
      return this.#take({ type: 'text', value: length === 2 ? '–' : '—' }, length);
    }
    this.#keep(length);
    return true;
  }

  /** In a word it is none, though Jira makes f(x) one. */
  #takeEmoticon(): boolean {
    const found = emoticonAt(this.#line, this.#index);
    return found !== undefined && !isWordCharacter(characterBefore(this.#line, this.#index)) && this.#take({ type: 'text', value: found.picture }, found.notation.length);
  }

  #takeLink(): boolean {
    const link = this.#within === 'label' ? undefined : linkAt(this.#line, this.#index);
    if (link === undefined) {
      return false;
    }
    const children = link.label === '' ? [] : readLine(link.label, 'label');
    if (link.target === undefined) {
      children.forEach((child) => this.#take(child, 0));
      this.#index = link.end;
      return true;
    }
    return this.#take({ type: 'link', target: link.target, children }, link.end - this.#index);
  }

  #takeImage(): boolean {
    const image = imageAt(this.#line, this.#index);
    if (image === undefined || (!image.picture && this.#within === 'label')) {
      return false;
    }
    const { target, alternative } = image;
    const children: Inline[] = alternative === '' ? [] : [{ type: 'text', value: alternative }];
    return this.#take(image.picture ? { type: 'image', target, alternative } : { type: 'link', target, children }, image.end - this.#index);
  }

  #takeUrl(): boolean {
    const url = bareUrlAt(this.#line, this.#index);
    if (url !== '' && this.#within === 'label') {
      const [value = ''] = url.split(/&#?\w{1,8};/, 1);
      return this.#take({ type: 'text', value }, value.length);
    }
    return url !== '' && this.#take({ type: 'link', target: { kind: 'url', url }, children: [] }, url.length);
  }

  #takeIssueKey(): boolean {
    const key = this.#within === 'label' ? '' : issueKeyAt(this.#line, this.#index);
    return key !== '' && this.#take({ type: 'link', target: { kind: 'issue', key }, children: [] }, key.length, wordMark);
  }
}

/** What code says: escapes and references are resolved, nothing else is read. */
function literal(source: string): string {
  return source
    .replaceAll(colourMark, '')
    .replace(/\\([-#*_+?^~|%{}[\]()!@])|&[#\w]{2,9};/g, (found, escaped?: string) => escaped ?? characterReferenceAt(found, 0)?.value ?? found);
}

/** Puts the parts back into their places, and what phrases enclose into theirs. */
function style(text: string, parts: readonly Inline[]): Inline[] {
  const phrases = findPhrases(text);
  let nextPart = 0;
  let nextPhrase = 0;
  let index = 0;
  return read(text.length);

  function read(end: number): Inline[] {
    const inlines: Inline[] = [];
    while (index < end) {
      const phrase = phrases[nextPhrase];
      const stop = Math.min(end, phrase?.start ?? end);
      addPlain(inlines, text.slice(index, stop));
      index = stop;
      if (phrase !== undefined && index === phrase.start && index < end) {
        nextPhrase += 1;
        index += 1;
        inlines.push({ type: 'styled', style: phrase.style, children: read(phrase.end) });
        index += 1;
      }
    }
    return inlines;
  }

  function addPlain(inlines: Inline[], source: string): void {
    source.split(anyPart).forEach((piece, position) => {
      if (position > 0) {
        inlines.push(parts[nextPart] as Inline);
        nextPart += 1;
      }
      const value = withoutDelimiterMarks(piece.replaceAll(colourMark, ''));
      if (value !== '') {
        inlines.push({ type: 'text', value });
      }
    });
  }
}
