/** Writes messages to a stream in the base protocol of LSP (3.18, "Base Protocol"). */
import type { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { AbstractMessageWriter, Message, type MessageWriter } from 'vscode-languageserver/node';

/** Elements of a list that are made text of at once, and the fewest for which it is done in turns. */
const pieceLength = 100;

/**
 * A writer that keeps the event loop free. The library's own makes text of a whole message at once, which takes 60 ms
 * for a result of 10,000 issues, and writes each message in two pieces.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #errors = 0;

  /** @param output where the other side reads */
  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on('error', (error) => this.fireError(error)).on('close', () => this.fireClose());
  }

  /**
   * Sends a message after those before it; a result with a long list, which takes some turns, may come after later ones.
   *
   * @throws what the stream says
   */
  async write(message: Message): Promise<void> {
    try {
      if (!Message.isResponse(message) || !hasLongList(message.result)) return await this.#send(encode(message));
      const { result, ...envelope } = message;
      const content = await encodeInTurns(envelope, result);
      const length = content.reduce((sum, piece) => sum + piece.length, 0);
      await this.#send(Buffer.from(header(length)), ...content);
    } catch (error) {
      this.#errors += 1;
      this.fireError(error, message, this.#errors);
      throw error;
    }
  }

  end(): void {
    this.#output.end();
  }

  #send(...pieces: Buffer[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const last = pieces.pop()!;
      for (const piece of pieces) this.#output.write(piece);
      this.#output.write(last, (error) => (error ? reject(error) : resolve()));
    });
  }
}

function encode(message: Message): Buffer {
  const content = JSON.stringify(message);
  const length = Buffer.byteLength(content);
  const head = header(length);
  const bytes = Buffer.allocUnsafe(head.length + length);
  bytes.write(head, 'latin1');
  bytes.write(content, head.length, 'utf8');
  return bytes;
}

function header(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}

/** Whether to send a result as `encodeInTurns` does. */
function hasLongList(result: unknown): result is Record<string, unknown> {
  return typeof result === 'object' && result !== null && !Array.isArray(result) && Object.values(result).some(isLong);
}

function isLong(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > pieceLength;
}

/** The JSON of a response, as `JSON.stringify` would have it. Between its pieces others have their turn. */
async function encodeInTurns(envelope: object, result: Record<string, unknown>): Promise<Buffer[]> {
  const pieces: Buffer[] = [Buffer.from(`${JSON.stringify(envelope).slice(0, -1)},"result":{`)];
  let comma = '';
  for (const [name, value] of Object.entries(result)) {
    const text = isLong(value) ? '' : JSON.stringify(value);
    if (text === undefined) continue;
    pieces.push(Buffer.from(`${comma}${JSON.stringify(name)}:${text}`));
    comma = ',';
    if (isLong(value)) pieces.push(...(await encodeList(value)));
  }
  pieces.push(Buffer.from('}}'));
  return pieces;
}

async function encodeList(list: readonly unknown[]): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < list.length; at += pieceLength) {
    const text = JSON.stringify(list.slice(at, at + pieceLength));
    pieces.push(Buffer.from(`${at === 0 ? '[' : ','}${text.slice(1, -1)}`));
    await turn();
  }
  pieces.push(Buffer.from(']'));
  return pieces;
}
