/** The base protocol of LSP, read strictly: what a server writes to stdout must be this and nothing else. */

/** One message as it went over the wire. */
export interface Frame {
  readonly jsonrpc: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

const headerEnd = Buffer.from('\r\n\r\n');

/**
 * Reads a whole stream as frames (LSP 3.18, "Base Protocol").
 *
 * @param stream every byte that the server wrote
 * @returns the messages, in order
 * @throws {Error} where a byte is not part of a frame, or a frame is not JSON-RPC 2.0
 */
export function parseFrames(stream: Buffer): Frame[] {
  const frames: Frame[] = [];
  let rest = stream;
  while (rest.length > 0) {
    const end = rest.indexOf(headerEnd);
    const header = rest.subarray(0, end < 0 ? rest.length : end).toString('latin1');
    const length = /^Content-Length: (\d+)(?:\r\nContent-Type: [^\r\n]+)?$/.exec(header)?.[1];
    if (end < 0 || length === undefined) throw new Error(`stdout holds what is not a frame: ${shorten(rest)}`);
    const start = end + headerEnd.length;
    const body = rest.subarray(start, start + Number(length));
    if (body.length < Number(length)) throw new Error(`stdout ends within a frame: ${shorten(rest)}`);
    frames.push(parseMessage(body));
    rest = rest.subarray(start + body.length);
  }
  return frames;
}

function parseMessage(body: Buffer): Frame {
  const message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as Frame;
  if (message.jsonrpc !== '2.0') throw new Error(`A frame is not JSON-RPC 2.0: ${shorten(body)}`);
  return message;
}

function shorten(bytes: Buffer): string {
  return JSON.stringify(bytes.subarray(0, 200).toString());
}
