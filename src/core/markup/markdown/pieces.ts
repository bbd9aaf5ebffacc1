/** The pieces that a line of Markdown is put together from, and which markers among them enclose anything. */
import { characterAt, characterBefore, isPunctuation, isSpace } from '../characters.ts';
import type { Marker } from './simplify.ts';

/** A piece of a line. `raw` is Markdown already. */
export type Piece =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'raw'; readonly value: string }
  | { readonly kind: 'break' }
  | MarkerPiece;

/** A marker. The two of a pair have one number. */
export interface MarkerPiece {
  readonly kind: 'marker';
  readonly marker: Marker;
  readonly opens: boolean;
  readonly pair: number;
}

/**
 * Leaves out the pairs of markers that CommonMark would not read as such ("left-flanking" and
 * "right-flanking delimiter runs"), so that their text is shown without a style and not with
 * asterisks. A pair is kept only where it holds whatever becomes of the markers next to it.
 */
export function withoutVainMarkers(pieces: readonly Piece[]): readonly Piece[] {
  const kept = withoutPairs(pieces, unreadablePairs(pieces));
  const touching = touchingPairs(kept);
  return touching.size === 0 ? kept : kept.filter(({ kind }) => kind !== 'marker');
}

function withoutPairs(pieces: readonly Piece[], pairs: ReadonlySet<number>): Piece[] {
  return pieces.filter((piece) => piece.kind !== 'marker' || !pairs.has(piece.pair));
}

function unreadablePairs(pieces: readonly Piece[]): ReadonlySet<number> {
  const before: string[] = [];
  let last = '';
  for (const piece of pieces) {
    before.push(last);
    last = piece.kind === 'marker' ? last : edge(piece, 'end');
  }
  const pairs = new Set<number>();
  let next = '';
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index] as Piece;
    if (piece.kind !== 'marker') {
      next = edge(piece, 'start');
      continue;
    }
    const [inside, outside] = piece.opens ? [next, before[index] as string] : [before[index] as string, next];
    const alone = pieces[index - 1]?.kind !== 'marker' && pieces[index + 1]?.kind !== 'marker';
    const holds = isSpace(outside) || isPlainPunctuation(outside) || (alone && piece.marker !== '_' && isPlainLetter(inside));
    if (isSpace(inside) || !holds) {
      pairs.add(piece.pair);
    }
  }
  return pairs;
}

/** Parsers disagree about characters of two code units, such as emoji: they count for neither. */
function isPlainPunctuation(character: string): boolean {
  return character.length === 1 && isPunctuation(character);
}

function isPlainLetter(character: string): boolean {
  return character.length === 1 && !isPunctuation(character);
}

function edge(piece: Exclude<Piece, MarkerPiece>, side: 'start' | 'end'): string {
  if (piece.kind === 'break' || piece.kind === 'code') {
    return piece.kind === 'break' ? '\n' : '`';
  }
  return side === 'start' ? characterAt(piece.value, 0) : characterBefore(piece.value, piece.value.length);
}

/** Equal markers with nothing between them would be one longer marker. */
function touchingPairs(pieces: readonly Piece[]): ReadonlySet<number> {
  return new Set(
    pieces.flatMap((piece, index) => {
      const previous = pieces[index - 1];
      return piece.kind === 'marker' && previous?.kind === 'marker' && piece.marker === previous.marker ? [piece.pair] : [];
    }),
  );
}

/** Makes one piece of neighbours of one kind, and leaves out what is empty. */
export function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  let values: string[] = [];
  let kind: 'text' | 'code' = 'text';
  const end = (): void => {
    if (values.length > 0) {
      merged.push({ kind, value: values.join('') });
      values = [];
    }
  };
  for (const piece of pieces) {
    if (piece.kind === 'marker' || piece.kind === 'break') {
      end();
      merged.push(piece);
    } else if (piece.value !== '') {
      if (piece.kind !== kind) {
        end();
      }
      if (piece.kind === 'raw') {
        end();
        merged.push(piece);
      } else {
        kind = piece.kind;
        values.push(piece.value);
      }
    }
  }
  end();
  return merged;
}
