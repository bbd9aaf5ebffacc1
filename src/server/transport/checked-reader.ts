/** Readers of messages that hand on nothing but messages, and answer the rest by themselves. */
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { AbstractMessageReader, type DataCallback, type Disposable, type MessageReader, type MessageWriter, type ResponseMessage } from 'vscode-languageserver/node';
import { FrameParser, type Found } from './frame-parser.ts';
import { checkMessage, parseError } from './well-formed.ts';

/** The most bytes that a message may have: 64 MiB. */
const longestMessage = 64 * 1024 * 1024;

/**
 * Reads messages from a stream. The library's own reader takes no message for wrong: it logs what it does not
 * understand, secrets included, and after a wrong header it waits for ever.
 *
 * @param input where the other side writes
 * @param writer where to answer what is no message
 * @param giveUp called when nothing of what follows can be understood, with the reason for people
 */
export function readStream(input: Readable, writer: MessageWriter, giveUp: (reason: string) => void): MessageReader {
  return new CheckedStreamReader(input, (refused) => answer(writer, refused), giveUp);
}

/**
 * Checks the messages of another reader, whose transport keeps them apart.
 *
 * @param reader the other one
 * @param writer where to answer what is no message
 */
export function checkReader(reader: MessageReader, writer: MessageWriter): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) => reader.listen((value) => deliver(value, callback, (refused) => answer(writer, refused))),
    dispose: () => reader.dispose(),
  };
}

class CheckedStreamReader extends AbstractMessageReader {
  readonly #input: Readable;
  readonly #refuse: (refused: ResponseMessage) => Promise<void>;
  readonly #giveUp: (reason: string) => void;
  readonly #parser = new FrameParser(longestMessage);

  constructor(input: Readable, refuse: (refused: ResponseMessage) => Promise<void>, giveUp: (reason: string) => void) {
    super();
    this.#input = input;
    this.#refuse = refuse;
    this.#giveUp = giveUp;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (piece: Buffer): void => this.#parser.push(piece).forEach((found) => this.#take(found, callback));
    const onError = (error: Error): void => this.fireError(error);
    const onClose = (): void => this.fireClose();
    this.#input.on('data', onData).on('error', onError).on('close', onClose);
    return { dispose: () => void this.#input.off('data', onData).off('error', onError).off('close', onClose) };
  }

  #take(found: Found, callback: DataCallback): void {
    if (found.kind === 'content') {
      const value = parse(found.bytes);
      if (value === undefined) void this.#refuse(parseError('The message is not JSON in UTF-8.'));
      else deliver(value, callback, this.#refuse);
    } else if (found.kind === 'noise') {
      void this.#refuse(parseError('There are bytes between the messages, or a header without a Content-Length. They were left out.'));
    } else {
      const reason = `A message of ${found.length} bytes was announced; ${longestMessage} are the most that one may have.`;
      void this.#refuse(parseError(reason)).finally(() => this.#giveUp(reason));
    }
  }
}

function deliver(value: unknown, callback: DataCallback, refuse: (refused: ResponseMessage) => Promise<void>): void {
  const { message, refusal } = checkMessage(value);
  if (refusal !== undefined) void refuse(refusal);
  if (message !== undefined) callback(message);
}

/** A writer that fails tells so by itself. */
function answer(writer: MessageWriter, refused: ResponseMessage): Promise<void> {
  return writer.write(refused).catch(() => {});
}

/** @returns `undefined` for what is no JSON; its error would quote it */
function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
