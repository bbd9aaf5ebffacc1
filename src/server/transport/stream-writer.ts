/** Writes messages to a stream in the base protocol of LSP (3.18, "Base Protocol"). */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, Message, type MessageWriter } from 'vscode-languageserver/node';
import { EncodedList } from './encoded-list.ts';

/** Bytes that may wait for the other side to read, before whoever writes more has to wait too. */
const mostWaiting = 1024 * 1024;

/** A writer that takes long lists as they are encoded already, and gives a message to the stream at once, its header included. */
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
   * Sends a message after those before it. It resolves when the message is on its way: when the stream has taken it,
   * or at once while little waits there.
   *
   * @throws what the stream says until then; what it says later is told by `onError`
   */
  async write(message: Message): Promise<void> {
    try {
      const pieces = Message.isResponse(message) ? encodeResult(message) : undefined;
      await this.#send(pieces ?? [encode(message)]);
    } catch (error) {
      this.#errors += 1;
      this.fireError(error, message, this.#errors);
      throw error;
    }
  }

  end(): void {
    this.#output.end();
  }

  #send(pieces: readonly Buffer[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#output.cork();
      pieces.forEach((piece, index) => {
        const isLast = index === pieces.length - 1;
        this.#output.write(piece, isLast ? (error) => (error ? reject(error) : resolve()) : undefined);
      });
      this.#output.uncork();
      if (this.#output.writableLength < mostWaiting) resolve();
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

/** A response whose result holds an encoded list; `undefined` where it holds none. */
function encodeResult({ result, ...envelope }: Message & { readonly result?: unknown }): Buffer[] | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const [name, encoded] = Object.entries(result).find(([, value]) => value instanceof EncodedList) ?? [];
  if (name === undefined) return undefined;
  const others = JSON.stringify({ ...result, [name]: undefined }).slice(1, -1);
  const content = [
    Buffer.from(`${JSON.stringify(envelope).slice(0, -1)},"result":{${others}${others === '' ? '' : ','}${JSON.stringify(name)}:[`),
    ...(encoded as EncodedList<unknown>).pieces,
    Buffer.from(']}}'),
  ];
  return [Buffer.from(header(content.reduce((sum, piece) => sum + piece.length, 0))), ...content];
}

function header(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}
