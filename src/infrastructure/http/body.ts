/** From the bytes of an answer to its text. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { HttpFailure } from './http.ts';

/** What this client can decompress, as the value of `Accept-Encoding`. */
export const acceptEncoding = 'gzip, br';

const decoders = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
]);

/**
 * Undoes what RFC 9110, section 8.4, calls content codings: they are listed in the order in which they were applied.
 *
 * @throws {HttpFailure} when the body is too large, broken, or in a coding that was not asked for
 */
export async function decompress(bytes: Buffer, encodings: string | undefined, place: string, limit: number): Promise<Buffer> {
  let body = bytes;
  const toUndo = encodingsToUndo(encodings);
  if (toUndo.length > mostEncodings) {
    throw new HttpFailure('protocol', 'UND_ERR_INVALID_RETURN_VALUE', `The answer of ${place} is compressed ${toUndo.length} times over.`, true);
  }
  for (const encoding of toUndo) {
    const decode = decoders.get(encoding);
    if (decode === undefined) {
      throw new HttpFailure('protocol', 'UND_ERR_INVALID_RETURN_VALUE', `${place} answered in the encoding “${encoding}”, which was not asked for.`, true);
    }
    try {
      body = await decode(body, { maxOutputLength: limit });
    } catch (error) {
      throw decompressionFailure(error as NodeJS.ErrnoException, place, limit);
    }
  }
  return body;
}

/** Each may take all the time that the limit of the body allows. */
const mostEncodings = 2;

function encodingsToUndo(encodings: string | undefined): string[] {
  return (encodings ?? '')
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity')
    .reverse();
}

function decompressionFailure(error: NodeJS.ErrnoException, place: string, limit: number): HttpFailure {
  if (error.code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(place, limit);
  const code = error.code ?? 'Z_DATA_ERROR';
  return new HttpFailure('protocol', code, `The compressed answer of ${place} is broken.`, true, { cause: error });
}

/** The failure of an answer that is longer than the limit, in bytes. */
export function tooLarge(place: string, limit: number): HttpFailure {
  const size = `${Math.floor(limit / (1024 * 1024))} MiB`;
  return new HttpFailure('tooLarge', 'UND_ERR_RES_EXCEEDED_MAX_SIZE', `The answer of ${place} is longer than ${size}.`, true);
}

/**
 * Decodes a body: UTF-8 unless its type names another charset.
 *
 * @param contentType the header's value
 */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const charset = charsetOf(contentType);
  // Node's TextDecoder takes seven times as long as this for text that is not ASCII.
  if (isUtf8(charset)) return body.toString('utf8', hasByteOrderMark(body) ? 3 : 0);
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** A body's text in UTF-8, without a byte order mark; most bodies are that already. */
export function toUtf8(body: Buffer, contentType: string | undefined): Buffer {
  if (!isUtf8(charsetOf(contentType))) return Buffer.from(decodeText(body, contentType));
  return hasByteOrderMark(body) ? body.subarray(3) : body;
}

function charsetOf(contentType: string | undefined): string {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
}

function isUtf8(charset: string): boolean {
  return /^utf-?8$/i.test(charset);
}

function hasByteOrderMark(body: Buffer): boolean {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
}
