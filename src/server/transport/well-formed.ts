/** Which values are messages of JSON-RPC 2.0, as LSP has them, and what to answer to the others. */
import { ErrorCodes, type Message, type ResponseMessage } from 'vscode-languageserver/node';

/** What to do with a value that came: hand it on, answer it at once, or leave it alone (neither is there). */
export interface Checked {
  readonly message?: Message;
  readonly refusal?: ResponseMessage;
}

/**
 * Looks whether a value is a request, a notification or a response. LSP has no batches, and its ids are numbers and
 * strings; `null` as `params` counts as absent. Nothing of the value is ever quoted: it may hold a secret.
 *
 * @param value parsed JSON, from a client that may be of any kind
 */
export function checkMessage(value: unknown): Checked {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { refusal: refusal(null, ErrorCodes.InvalidRequest, 'A message is one JSON object; batches are not part of LSP.') };
  }
  const { jsonrpc, id, method, params } = value as Record<string, unknown>;
  if (method === undefined) return checkResponse(value, id);
  const answerTo = isId(id) ? id : null;
  if (jsonrpc !== '2.0') return { refusal: refusal(answerTo, ErrorCodes.InvalidRequest, 'The message is not of JSON-RPC 2.0.') };
  if (typeof method !== 'string') return { refusal: refusal(answerTo, ErrorCodes.InvalidRequest, 'The method is not a string.') };
  if (id !== undefined && !isId(id)) {
    return { refusal: refusal(null, ErrorCodes.InvalidRequest, 'The id of the request is no string and no number that can be told exactly.') };
  }
  if (params !== undefined && (typeof params !== 'object' || params === null)) return checkScalar(value as Message, method, id, params);
  if (method === '$/cancelRequest' && !isId((params as { id?: unknown } | undefined)?.id)) return {};
  return { message: method === 'initialize' ? withCapabilities(value as InitializeMessage) : (value as Message) };
}

/** The answer to what is not even JSON. */
export function parseError(message: string): ResponseMessage {
  return refusal(null, ErrorCodes.ParseError, message);
}

/** A response that belongs to no request cannot be answered: the other side might take that for an answer to one of its own. */
function checkResponse(value: object, id: unknown): Checked {
  if (isId(id) && ('result' in value || hasError(value))) return { message: value as Message };
  if (id === null && 'error' in value) return {};
  return { refusal: refusal(null, ErrorCodes.InvalidRequest, 'The message is no request, no notification and no response.') };
}

function checkScalar(message: Message, method: string, id: unknown, params: unknown): Checked {
  if (params === null && method !== '$/cancelRequest') {
    const { params: _null, ...rest } = message as Message & { params: null };
    return { message: rest };
  }
  if (!isId(id)) return {};
  const refused = refusal(id, ErrorCodes.InvalidParams, 'The params are no object.');
  return { refusal: { ...refused, error: { ...refused.error!, data: { kind: 'invalidParams', path: '' } } } };
}

type InitializeMessage = Message & { readonly params?: { readonly capabilities?: unknown } };

/** A client that declares nothing is served by what every client has; the library fails where `capabilities` is missing. */
function withCapabilities(message: InitializeMessage): Message {
  const { params } = message;
  if (params === undefined || Array.isArray(params) || (typeof params.capabilities === 'object' && params.capabilities !== null)) return message;
  return { ...message, params: { ...params, capabilities: {} } } as Message;
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER);
}

function hasError(value: object): boolean {
  const { error } = value as { error?: unknown };
  return typeof error === 'object' && error !== null;
}

function refusal(id: string | number | null, code: number, message: string): ResponseMessage {
  return { jsonrpc: '2.0', id, error: { code, message } };
}
