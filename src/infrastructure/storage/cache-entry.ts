/**
 * One entry of the cache: a file that is whole or not there, read a piece at a time.
 *
 * It is text: a line with the length of the file and the checksum of the second line; the head, in JSON; and a line
 * for each piece, with its checksum in front. It is written under another name and renamed, so that a reader, however
 * slow, has the whole of one writing before it; nothing is flushed to the disk, since the length tells what a crash of
 * the machine cut off.
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { ownerOnly } from './snapshot.ts';

/** The version of this form. A file of another one is none of ours. */
const magic = 'jira-cache 1';
const firstLine = /^jira-cache 1 (\d{15}) ([0-9a-f]{8})\n$/;
const firstLineLength = magic.length + 1 + 15 + 1 + 8 + 1;

/** Bytes that are read at once: the head and the first piece come with the first reading. */
const blockSize = 64 * 1024;
/** The longest line. */
const longestLine = 16 * 1024 * 1024;

/** What is in the file is not what was written. */
export class DamagedEntry extends Error {
  override readonly name = 'DamagedEntry';
}

/** An entry that is open; it stays what it is when another one is written in its place. */
export interface CacheEntry {
  readonly head: unknown;
  /** The pieces in order. It can be called once. @throws {DamagedEntry} */
  pieces(): AsyncGenerator<string, void>;
  close(): Promise<void>;
}

/**
 * Opens an entry.
 *
 * @throws {DamagedEntry} where it is no entry, or not whole
 * @throws the error of the operating system
 */
export async function openEntry(file: string): Promise<CacheEntry> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const lines = new Lines(handle);
    const [, length, checksum] = firstLine.exec(`${await lines.next(firstLineLength)}\n`) ?? [];
    if (length === undefined || Number(length) !== size) throw new DamagedEntry('It is cut off, or another kind of file.');
    const head = await lines.next(longestLine);
    if (head === undefined || checksumOf(head) !== checksum) throw new DamagedEntry('Its head is damaged.');
    return { head: JSON.parse(head) as unknown, pieces: () => piecesOf(lines), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function* piecesOf(lines: Lines): AsyncGenerator<string, void> {
  for (let line = await lines.next(longestLine); line !== undefined; line = await lines.next(longestLine)) {
    const piece = line.slice(9);
    if (checksumOf(piece) !== line.slice(0, 8)) throw new DamagedEntry('A piece of it is damaged.');
    yield piece;
  }
}

/**
 * Writes an entry in the place of another, or none. Each piece has its own turn of the event loop.
 *
 * @param temporary the path of a file that is not there yet, in the same folder
 * @returns its length in bytes
 * @throws the error of the operating system, or what making the pieces throws; there is then nothing new
 */
export async function writeEntry(file: string, temporary: string, head: unknown, pieces: Iterable<string>): Promise<number> {
  try {
    const size = await writeAll(temporary, JSON.stringify(head), pieces);
    await rename(temporary, file);
    return size;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeAll(temporary: string, head: string, pieces: Iterable<string>): Promise<number> {
  await using handle = await open(temporary, 'wx', ownerOnly);
  let size = firstLineLength;
  const write = async (line: string): Promise<void> => {
    const bytes = Buffer.from(line);
    await handle.write(bytes, 0, bytes.length, size);
    size += bytes.length;
  };
  await write(`${head}\n`);
  for (const piece of pieces) {
    await write(`${checksumOf(piece)} ${piece}\n`);
    await turn();
  }
  await handle.write(`${magic} ${String(size).padStart(15, '0')} ${checksumOf(head)}\n`, 0);
  return size;
}

function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** The lines of a file, read a block at a time. */
class Lines {
  readonly #handle: FileHandle;
  #rest: Buffer = Buffer.alloc(0);

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** @returns the line without its end; `undefined` at the end of the file @throws {DamagedEntry} for a longer one, or one without an end */
  async next(longest: number): Promise<string | undefined> {
    for (let from = 0; ; ) {
      const end = this.#rest.indexOf(0x0a, from);
      if (end >= 0) {
        const line = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      from = this.#rest.length;
      if (from > longest) throw new DamagedEntry('It has a line that is too long.');
      const block = Buffer.allocUnsafe(blockSize);
      const { bytesRead } = await this.#handle.read(block, 0, blockSize, null);
      if (bytesRead === 0 && from > 0) throw new DamagedEntry('Its end is missing.');
      if (bytesRead === 0) return undefined;
      this.#rest = from === 0 ? block.subarray(0, bytesRead) : Buffer.concat([this.#rest, block.subarray(0, bytesRead)]);
    }
  }
}
