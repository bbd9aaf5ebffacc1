/** Positions of documents in what the editor counts in, and in what JavaScript counts in: LSP 3.17, `PositionEncodingKind`. */
import { PositionEncodingKind } from 'vscode-languageserver/node';

/**
 * The place in a line in UTF-16 code units. A place beyond its end is the end, and one within a character is its beginning.
 *
 * @param character in the units of the encoding
 */
export function toUtf16(line: string, character: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF16) return Math.min(character, line.length);
  const size = encoding === PositionEncodingKind.UTF8 ? utf8Size : one;
  let counted = 0;
  let index = 0;
  while (index < line.length) {
    const code = line.codePointAt(index)!;
    counted += size(code);
    if (counted > character) return index;
    index += code > 0xffff ? 2 : 1;
  }
  return index;
}

/** The place in a line in the units of the encoding. @param index in UTF-16 code units, at the beginning of a character */
export function fromUtf16(line: string, index: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF16) return index;
  const size = encoding === PositionEncodingKind.UTF8 ? utf8Size : one;
  let counted = 0;
  for (let at = 0; at < index && at < line.length; ) {
    const code = line.codePointAt(at)!;
    counted += size(code);
    at += code > 0xffff ? 2 : 1;
  }
  return counted;
}

/** Half of a surrogate pair travels as U+FFFD, which takes three bytes too. */
function utf8Size(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function one(): number {
  return 1;
}
