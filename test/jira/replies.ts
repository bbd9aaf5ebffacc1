/** One answer, before the headers that Jira puts on every one. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

type Headers = Reply['headers'];

/** A JSON answer in UTF-8. */
export function json(status: number, value: unknown, headers: Headers = {}): Reply {
  return rawJson(status, JSON.stringify(value), headers);
}

/** An answer whose JSON has been written already. */
export function rawJson(status: number, body: string | Buffer, headers: Headers = {}): Reply {
  return { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers }, body };
}

/** An HTML page. */
export function html(status: number, body: string, headers: Headers = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/html;charset=UTF-8', ...headers }, body };
}

/** An XML document. */
export function xml(status: number, body: string, headers: Headers = {}): Reply {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return { status, headers: { 'Content-Type': 'application/xml;charset=UTF-8', ...headers }, body: declaration + body };
}

/** Plain text. */
export function text(status: number, body: string, headers: Headers = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/plain;charset=UTF-8', ...headers }, body };
}

/** An answer without a body. */
export function empty(status = 204, headers: Headers = {}): Reply {
  return { status, headers, body: '' };
}

/** Sends a browser elsewhere. */
export function redirect(location: string, headers: Headers = {}): Reply {
  return { status: 302, headers: { Location: location, ...headers }, body: '' };
}

/** Thrown by whatever cannot go on; its reply is the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`HTTP ${reply.status}`);
    this.reply = reply;
  }
}
