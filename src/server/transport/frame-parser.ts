/** The base protocol of LSP (3.18, "Base Protocol"): from bytes in pieces of any size to the contents of messages. */

/** What was found in the stream. */
export type Found =
  /** The content of one message, before anybody looked whether it is one. */
  | { readonly kind: 'content'; readonly bytes: Buffer }
  /** Bytes in the place of a header; they were left out. */
  | { readonly kind: 'noise' }
  /** A header that announces more than a message may have; nothing after it can be understood. */
  | { readonly kind: 'tooLong'; readonly length: number };

/** The most bytes that a header may have; it has some twenty. */
const longestHeader = 8192;
const headerEnd = '\r\n\r\n';

/**
 * Finds the messages in a stream. Where a header is due and something else comes, it is left out, and the stream is
 * understood again from the next header on.
 */
export class FrameParser {
  readonly #longestContent: number;
  /** What may be the beginning of a header. */
  #header = Buffer.alloc(0);
  #content: Buffer[] = [];
  /** Bytes of the content that are still to come; `undefined` while a header is due. */
  #missing: number | undefined;
  #ended = false;

  /** @param longestContent the most bytes that one message may have */
  constructor(longestContent: number) {
    this.#longestContent = longestContent;
  }

  /** Takes the next piece of the stream, and gives what is whole by now. After `tooLong` it gives nothing more. */
  push(piece: Buffer): Found[] {
    const found: Found[] = [];
    let rest: Buffer | undefined = piece;
    while (rest !== undefined && !this.#ended) {
      rest = this.#missing === undefined ? this.#readHeader(rest, found) : this.#readContent(rest, this.#missing, found);
    }
    return found;
  }

  #readHeader(piece: Buffer, found: Found[]): Buffer | undefined {
    const seen = Math.max(0, this.#header.length - headerEnd.length + 1);
    const bytes = this.#header.length === 0 ? piece : Buffer.concat([this.#header, piece]);
    const end = bytes.indexOf(headerEnd, seen);
    if (end < 0) {
      this.#header = Buffer.from(bytes.subarray(-longestHeader));
      return undefined;
    }
    this.#header = Buffer.alloc(0);
    const { length, noisy } = readHeader(bytes.subarray(Math.max(0, end - longestHeader), end).toString('latin1'));
    if (noisy) found.push({ kind: 'noise' });
    if (length !== undefined && length > this.#longestContent) {
      found.push({ kind: 'tooLong', length });
      this.#ended = true;
    } else {
      this.#missing = length;
    }
    return bytes.subarray(end + headerEnd.length);
  }

  #readContent(piece: Buffer, missing: number, found: Found[]): Buffer | undefined {
    this.#content.push(piece.subarray(0, missing));
    if (piece.length < missing) {
      this.#missing = missing - piece.length;
      return undefined;
    }
    found.push({ kind: 'content', bytes: this.#content.length === 1 ? this.#content[0]! : Buffer.concat(this.#content) });
    this.#content = [];
    this.#missing = undefined;
    return piece.length === missing ? undefined : piece.subarray(missing);
  }
}

/** The length in a header. What stands before it, on its line or on lines of its own, is noise. */
function readHeader(text: string): { readonly length: number | undefined; readonly noisy: boolean } {
  const lines = text.split('\r\n');
  const isField = (line: string): boolean => /^content-(length: *\d+|type: *[^\s].*)$/i.test(line);
  const length = /content-length: *(\d+)$/i.exec(lines.findLast((line) => /content-length: *\d+$/i.test(line)) ?? '')?.[1];
  return { length: length === undefined ? undefined : Number(length), noisy: length === undefined || !lines.every(isField) };
}
