/** Writes the parts of a line, or of a paragraph, in Markdown. */
import { characterAt, characterBefore, isSpace } from '../characters.ts';
import type { Inline, Target } from '../document.ts';
import { addressOf, type Addresses } from './addresses.ts';
import { codeSpan, escapeText } from './escape.ts';
import { mergePieces, withoutVainMarkers, type Piece } from './pieces.ts';
import { simplify, type Marker, type SimpleInline } from './simplify.ts';

/** Where parts are written. A heading and a cell are one line each. */
export type LinePlace = 'paragraph' | 'heading' | 'cell';

/** How a break of a line is written. A cell of a table knows none but this one of HTML. */
const breaks: Readonly<Record<LinePlace, string>> = { paragraph: '  \n', heading: ' ', cell: ' <br>' };

/** Writes the parts of a paragraph, a heading or a cell. */
export function writeLine(children: readonly Inline[], place: LinePlace, addresses: Addresses): string {
  return new LineWriter(place, addresses).write(simplify(children), 'line');
}

class LineWriter {
  readonly #place: LinePlace;
  readonly #addresses: Addresses;

  constructor(place: LinePlace, addresses: Addresses) {
    this.#place = place;
    this.#addresses = addresses;
  }

  write(children: readonly SimpleInline[], within: 'line' | 'label'): string {
    const all: Piece[] = [];
    let pairs = 0;
    const add = (child: SimpleInline): void => {
      if (child.type !== 'marked') {
        all.push(this.#pieceOf(child, within));
        return;
      }
      pairs += 1;
      const { marker } = child;
      const pair = pairs;
      all.push({ kind: 'marker', marker, opens: true, pair });
      child.children.forEach(add);
      all.push({ kind: 'marker', marker, opens: false, pair });
    };
    children.forEach(add);
    return this.#assemble(mergePieces(withoutVainMarkers(trimLines(mergePieces(all)))), within);
  }

  #pieceOf(child: Exclude<SimpleInline, { type: 'marked' }>, within: 'line' | 'label'): Piece {
    switch (child.type) {
      case 'text':
        return { kind: 'text', value: child.value.replaceAll('\t', ' ') };
      case 'code':
        return this.#code(child.value);
      case 'break':
        return { kind: 'break' };
      case 'image':
        return this.#image(child.target, child.alternative);
      case 'link':
        return within === 'label' ? this.#label(child.children, child.target) : this.#link(child.target, child.children);
    }
  }

  /** A backslash before a bar cannot be written as code within a cell. */
  #code(value: string): Piece {
    return { kind: this.#place === 'cell' && value.includes('\\|') ? 'text' : 'code', value };
  }

  #link(target: Target, children: readonly Inline[]): Piece {
    const { text, destination } = addressOf(target, this.#addresses);
    if (target.kind === 'url' && children.length === 0 && destination !== undefined && isAutolink(target.url)) {
      return { kind: 'raw', value: `<${target.url}>` };
    }
    const label = this.write(simplify(children.length > 0 ? children : [{ type: 'text', value: text }]), 'label');
    if (destination === undefined || label === '') {
      return { kind: 'raw', value: label };
    }
    return { kind: 'raw', value: `[${label}](${destination})` };
  }

  #label(children: readonly Inline[], target: Target): Piece {
    const { text } = addressOf(target, this.#addresses);
    return { kind: 'raw', value: this.write(simplify(children.length > 0 ? children : [{ type: 'text', value: text }]), 'label') };
  }

  #image(target: Target, alternative: string): Piece {
    const { text, destination } = addressOf(target, this.#addresses);
    const name = target.kind === 'url' ? (/[^/?#]+(?=\/*(?:[?#]|$))/.exec(text)?.[0] ?? text) : text;
    const label = alternative || name;
    if (destination === undefined) {
      return { kind: 'text', value: label };
    }
    return { kind: 'raw', value: `![${this.write([{ type: 'text', value: label }], 'label')}](${destination})` };
  }

  #assemble(pieces: readonly Piece[], within: 'line' | 'label'): string {
    const text = pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join('');
    const alone = within === 'label' ? new Set<string>() : loneMarkers(text, pieces);
    const end = within === 'label' ? ']' : '';
    const definition = text.includes(']:');
    const mail = text.includes('@');
    const written: string[] = [];
    let before = within === 'label' ? '[' : '';
    let first = true;
    pieces.forEach((piece, index) => {
      if (piece.kind === 'break') {
        written.push(breaks[this.#place]);
        before = '';
        first = false;
        return;
      }
      const next = pieces[index + 1];
      const value =
        piece.kind === 'text'
          ? escapeText(piece.value, { before, after: next === undefined ? end : startOf(next), place: within, cell: this.#place === 'cell', first, definition, mail, alone })
          : this.#sourceOf(piece);
      written.push(value);
      before = value === '' ? before : characterBefore(value, value.length);
    });
    return this.#place === 'heading' ? escapeClosing(written.join('')) : written.join('');
  }

  #sourceOf(piece: Exclude<Piece, { kind: 'break' | 'text' }>): string {
    return piece.kind === 'marker' ? piece.marker : piece.kind === 'code' ? codeSpan(piece.value, this.#place === 'cell') : piece.value;
  }
}

/** Between angle brackets nothing can be escaped, so an address with more than plain characters is written as a link. */
function isAutolink(url: string): boolean {
  return /^[^\s<>"`[\]\\|{}^]+$/.test(url) && !/&#?\w+;/.test(url);
}

function startOf(piece: Piece): string {
  switch (piece.kind) {
    case 'break':
      return '';
    case 'code':
      return '`';
    case 'marker':
      return piece.marker.charAt(0);
    default:
      return characterAt(piece.value, 0);
  }
}

/** White space at the ends of lines shows nothing, and would make a line code; an empty line would end the paragraph. */
function trimLines(pieces: readonly Piece[]): Piece[] {
  const trimmed: Piece[] = [];
  let atStart = true;
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      trimEnd(trimmed);
    }
    const value = piece.kind === 'text' && atStart ? piece.value.trimStart() : undefined;
    if (value !== '' && !(piece.kind === 'break' && atStart)) {
      trimmed.push(value === undefined ? piece : { kind: 'text', value });
      atStart = piece.kind === 'break' || (atStart && piece.kind === 'marker');
    }
  }
  trimEnd(trimmed);
  const last = trimmed.findLastIndex(({ kind }) => kind !== 'marker');
  return trimmed[last]?.kind === 'break' ? trimmed.filter((_, index) => index !== last) : trimmed;
}

function trimEnd(pieces: Piece[]): void {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index] as Piece;
    if (piece.kind === 'text') {
      const value = piece.value.trimEnd();
      pieces.splice(index, 1, ...(value === '' ? [] : [{ kind: 'text', value } as const]));
      if (value !== '') {
        return;
      }
    } else if (piece.kind !== 'marker') {
      return;
    }
  }
}

/** The characters of emphasis that occur once and for which no marker of ours stands. */
function loneMarkers(text: string, pieces: readonly Piece[]): ReadonlySet<string> {
  const ours = new Set<Marker>(pieces.flatMap((piece) => (piece.kind === 'marker' ? [piece.marker] : [])));
  const candidates: readonly (readonly [string, Marker])[] = [['*', '**'], ['_', '_'], ['~', '~~']];
  return new Set(candidates.filter(([character, marker]) => !ours.has(marker) && text.split(character).length === 2).map(([character]) => character));
}

/** Number signs at the end of a heading would be taken for its closing. */
function escapeClosing(line: string): string {
  const trimmed = line.trimEnd();
  let end = trimmed.length;
  while (trimmed.charAt(end - 1) === '#') {
    end -= 1;
  }
  return end < trimmed.length && isSpace(trimmed.charAt(end - 1)) ? `${trimmed.slice(0, end)}\\${trimmed.slice(end)}` : trimmed;
}
