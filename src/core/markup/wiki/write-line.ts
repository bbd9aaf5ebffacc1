/** Writes the parts of a line in wiki markup. */
import { characterAt, characterBefore, isSpace, isWordCharacter } from '../characters.ts';
import { plainText, targetText, type Inline, type Style, type Target } from '../document.ts';
import { escapeText, type Place } from './escape.ts';

const delimiters: Readonly<Record<Style, string>> = {
  strong: '*',
  emphasis: '_',
  deleted: '-',
  inserted: '+',
  superscript: '^',
  subscript: '~',
  citation: '??',
};

/** Writes each line of a paragraph: phrases do not go on over the end of a line, so they begin anew. */
export function writeLines(children: readonly Inline[], place: Exclude<Place, 'label'>): string[] {
  return splitLines(children)
    .map((line) => new LineWriter(place).write(trim(line)))
    .filter((line) => line !== '');
}

function splitLines(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      lines.push([]);
    } else if (child.type === 'styled') {
      splitLines(child.children).forEach((part, index) => {
        if (index > 0) {
          lines.push([]);
        }
        lines.at(-1)?.push({ ...child, children: part });
      });
    } else {
      lines.at(-1)?.push(child);
    }
  }
  return lines;
}

function trim(line: readonly Inline[]): Inline[] {
  return line.map((child, index) => {
    if (child.type !== 'text') {
      return child;
    }
    const value = index === 0 ? child.value.trimStart() : child.value;
    return { type: 'text', value: index === line.length - 1 ? value.trimEnd() : value };
  });
}

type Piece =
  | { readonly kind: 'text'; readonly value: string; readonly open: ReadonlySet<string> }
  | { readonly kind: 'raw'; readonly value: string }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'delimiter'; readonly value: string; readonly opens: boolean };

class LineWriter {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  write(children: readonly Inline[]): string {
    const pieces = this.#pieces(children, new Set());
    const written: string[] = [];
    let before = '';
    pieces.forEach((piece, index) => {
      const next = pieces[index + 1];
      const source = this.#write(piece, before, next === undefined ? '' : startOf(next));
      written.push(source);
      before = source === '' ? before : characterBefore(source, source.length);
    });
    return written.join('');
  }

  #write(piece: Piece, before: string, after: string): string {
    switch (piece.kind) {
      case 'text':
        return escapeText(piece.value, { before, after, place: this.#place, code: false, open: piece.open });
      case 'raw':
        return piece.value;
      case 'code':
        return isWordCharacter(before) || isWordCharacter(after) ? `{{{}${piece.value}{}}}` : `{{${piece.value}}}`;
      case 'delimiter': {
        const outside = piece.opens ? before : after;
        const plain = !isWordCharacter(outside) && outside !== '\\' && outside !== piece.value.charAt(0);
        return plain ? piece.value : `{${piece.value}}`;
      }
    }
  }

  #pieces(children: readonly Inline[], open: ReadonlySet<string>): Piece[] {
    return mergeText(children.flatMap((child) => this.#piecesOf(child, open)));
  }

  #piecesOf(child: Inline, open: ReadonlySet<string>): Piece[] {
    switch (child.type) {
      case 'text':
        return [{ kind: 'text', value: child.value.replace(/\s/g, (space) => (space === '\u00a0' ? space : ' ')), open }];
      case 'code':
        return [this.#code(child.value, open)];
      case 'break':
        return [{ kind: 'text', value: ' ', open }];
      case 'styled':
        return this.#phrase(child.style, child.children, open);
      case 'link':
        return [this.#link(child.target, child.children, open)];
      case 'image':
        return [imageOf(child.target, child.alternative, open)];
    }
  }

  #phrase(style: Style, children: readonly Inline[], open: ReadonlySet<string>): Piece[] {
    const delimiter = delimiters[style];
    if (open.has(delimiter)) {
      return this.#pieces(children, open);
    }
    const inner = this.#pieces(children, new Set([...open, delimiter]));
    const first = inner[0];
    const last = inner.at(-1);
    if (first === undefined || last === undefined || isSpace(startOf(first)) || isSpace(endOf(last))) {
      return inner;
    }
    return [{ kind: 'delimiter', value: delimiter, opens: true }, ...inner, { kind: 'delimiter', value: delimiter, opens: false }];
  }

  #code(value: string, open: ReadonlySet<string>): Piece {
    const plain = value.replace(/\s+/g, ' ').trim();
    const source = escapeText(plain, { before: '{', after: '}', place: this.#place, code: true, open: new Set() });
    return plain === '' ? { kind: 'text', value, open } : { kind: 'code', value: source };
  }

  #link(target: Target, children: readonly Inline[], open: ReadonlySet<string>): Piece {
    const label = children.length === 0 || this.#place === 'label' ? plainText(children) : new LineWriter('label').write(children).trim();
    if (this.#place === 'label') {
      return { kind: 'text', value: label, open };
    }
    switch (target.kind) {
      case 'issue':
        return { kind: 'raw', value: label === '' || label === target.key ? target.key : `[${label}|${target.key}]` };
      case 'user':
        return isName(target.name) ? { kind: 'raw', value: `[~${target.name}]` } : { kind: 'text', value: targetText(target), open };
      case 'attachment':
        return !isName(target.name) ? { kind: 'text', value: plainText(children) || target.name, open } : { kind: 'raw', value: label === '' || plainText(children) === target.name ? `[^${target.name}]` : `[${label}|^${target.name}]` };
      case 'url': {
        const url = addressOf(target.url);
        return { kind: 'raw', value: label === '' || plainText(children) === target.url ? `[${url}]` : `[${label}|${url}]` };
      }
    }
  }
}

/** Whether a name may stand between brackets. */
function isName(name: string): boolean {
  return name !== '' && !/[[\]|^\n{}\\]/.test(name);
}

function imageOf(target: Target, alternative: string, open: ReadonlySet<string>): Piece {
  const source = target.kind === 'url' ? addressOf(target.url) : target.kind === 'attachment' ? target.name : '';
  if (source === '' || /[!|\n{}\\]/.test(source)) {
    return { kind: 'text', value: alternative || targetText(target), open };
  }
  const shown = alternative.replace(/[!|,="\n]/g, ' ').trim();
  return { kind: 'raw', value: shown === '' || source.endsWith(shown) ? `!${source}!` : `!${source}|alt=${shown}!` };
}

/** An address between brackets or exclamation marks. */
function addressOf(url: string): string {
  return url.replace(/[\s[\]|!{}\\^]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** Neighbouring texts become one, within the phrases of the first. */
function mergeText(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  let texts: string[] = [];
  let open: ReadonlySet<string> = new Set();
  const end = (): void => {
    if (texts.length > 0) {
      merged.push({ kind: 'text', value: texts.join(''), open });
      texts = [];
    }
  };
  for (const piece of pieces) {
    if (piece.kind === 'text' && piece.value !== '') {
      open = texts.length === 0 ? piece.open : open;
      texts.push(piece.value);
    } else if (piece.value !== '') {
      end();
      merged.push(piece);
    }
  }
  end();
  return merged;
}

function startOf(piece: Piece): string {
  return piece.kind === 'code' ? '{' : characterAt(piece.value, 0);
}

function endOf(piece: Piece): string {
  return piece.kind === 'code' ? '}' : characterBefore(piece.value, piece.value.length);
}
