/** What went wrong between here and the server, in plain words. */
import { HttpFailure, type HttpFailureReason } from './http.ts';

/**
 * A connection that could not be made, as undici gets to see it. undici looks at the code of an error and tries
 * again for ever with some of them; this one has none.
 */
export class ConnectFailure extends Error {
  /** @param cause an `HttpFailure`, or a mistake of our own */
  constructor(cause: unknown) {
    super('No connection', { cause });
  }
}

/**
 * Makes a failure of what Node.js, OpenSSL or undici throws.
 *
 * @param error what was thrown
 * @param place host and port of the server
 * @param sent whether the request may have reached it
 * @returns the failure, or the error itself when it is a mistake of our own, such as a header that no request may have
 */
export function toFailure(error: unknown, place: string, sent: boolean): Error {
  if (error instanceof ConnectFailure) return toFailure(error.cause, place, sent);
  if (error instanceof HttpFailure) return error;
  const { code, cause } = coded(error);
  if (code === undefined || code === 'UND_ERR_INVALID_ARG') return error as Error;
  const [reason, message, hint] = describe(code, place);
  // undici's parser puts what the server sent into its error, and the log must not have that.
  const details = code.startsWith('HPE_') ? { hint } : { hint, cause };
  return new HttpFailure(reason, isPlain(code) ? notTls : code, message, sent, details);
}

/** Whether the code says that a certificate is not trusted: those in Node's documentation of `node:tls`. */
export function isCertificateCode(code: string): boolean {
  return /^(CERT_.+|CRL_.+|UNABLE_TO_.+|ERROR_IN_.+|ERR_TLS_CERT_.+|(DEPTH_ZERO_)?SELF_SIGNED_CERT(_IN_CHAIN)?|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|UNSPECIFIED|OUT_OF_MEM)$/.test(code);
}

type Description = readonly [reason: HttpFailureReason, message: string, hint?: string];

/** The one code of an answer that is no TLS: OpenSSL has several, by what it takes the first bytes for. */
const notTls = 'ERR_SSL_WRONG_VERSION_NUMBER';

function isPlain(code: string): boolean {
  return [notTls, 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_UNKNOWN_PROTOCOL', 'ERR_SSL_HTTP_REQUEST'].includes(code);
}

function describe(code: string, place: string): Description {
  const known = descriptions[code];
  if (known !== undefined) return known(place);
  if (isPlain(code)) return ['protocol', `${place} speaks no TLS.`, 'Perhaps the address starts with http:// rather than https://.'];
  if (/ALERT_(CERTIFICATE_|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/.test(code)) {
    return ['certificate', `${place} wants a client certificate that it trusts (${code}).`, 'Set `network.clientCertificate`.'];
  }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
    return ['protocol', `No TLS connection to ${place} could be agreed on (${code}).`, 'The server may be too old for a secure TLS version, or want a client certificate (`network.clientCertificate`).'];
  }
  if (code.startsWith('HPE_')) return ['protocol', `What ${place} answered is not HTTP (${code}).`, 'Perhaps the address starts with https:// rather than http://.'];
  return ['offline', `The connection to ${place} failed (${code}).`];
}

const cut = (place: string): Description => ['offline', `The connection to ${place} was cut before its answer was whole.`];
const closed = (place: string): Description => ['offline', `The connection to ${place} was closed.`];

const descriptions: Readonly<Record<string, (place: string) => Description>> = {
  ENOTFOUND: (place) => ['offline', `The host name of ${place} is not known.`, 'Check the address, and whether this machine is in the right network or VPN.'],
  EAI_AGAIN: (place) => ['offline', `The host name of ${place} could not be looked up: the name server does not answer.`],
  ECONNREFUSED: (place) => ['offline', `Nothing listens at ${place}: the connection was refused.`],
  EHOSTUNREACH: (place) => ['offline', `There is no route to ${place}.`],
  ENETUNREACH: (place) => ['offline', `There is no route to the network of ${place}.`],
  ECONNRESET: cut,
  EPIPE: cut,
  UND_ERR_SOCKET: cut,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: cut,
  HPE_INVALID_EOF_STATE: cut,
  UND_ERR_DESTROYED: closed,
  UND_ERR_CLOSED: closed,
  ETIMEDOUT: (place) => ['timeout', `${place} did not answer in time.`],
  UND_ERR_CONNECT_TIMEOUT: (place) => ['timeout', `No connection to ${place} could be made in time.`, 'Check the address, and whether a VPN or a proxy is needed to get there.'],
  UND_ERR_HEADERS_TIMEOUT: (place) => ['timeout', `${place} took the request and did not answer in time.`],
  UND_ERR_BODY_TIMEOUT: (place) => ['timeout', `${place} stopped in the middle of its answer.`],
  UND_ERR_HEADERS_OVERFLOW: (place) => ['protocol', `The headers of the answer of ${place} are too long.`],
};

/** The first error with a code: undici and Node.js wrap some. undici's parser has words in place of a code. */
function coded(error: unknown): { code: string | undefined; cause: unknown } {
  const { code, cause, name, message } = (error ?? {}) as { code?: unknown; cause?: unknown; name?: unknown; message?: unknown };
  if (typeof code === 'string') return { code, cause: error };
  if (name === 'HTTPParserError') return { code: /EOF/.test(String(message)) ? 'HPE_INVALID_EOF_STATE' : 'HPE_INVALID', cause: error };
  return cause === undefined ? { code: undefined, cause: error } : coded(cause);
}
