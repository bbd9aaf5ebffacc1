/** What went wrong between here and the server, in plain words. */
import { HttpFailure, type HttpFailureReason } from './http.ts';

/**
 * Makes a failure of what Node.js, OpenSSL or undici throws.
 *
 * @param error what was thrown
 * @param place host and port of the server
 * @param sent whether the request may have reached it
 * @returns the failure, or the error itself when it is a mistake of our own, such as a header that no request may have
 */
export function toFailure(error: unknown, place: string, sent: boolean): Error {
  if (error instanceof HttpFailure) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_INVALID_ARG') return error as Error;
  const [reason, words] = describe(code, place);
  return new HttpFailure(reason, code, words, sent, { cause: error });
}

/** The codes of errors that say that a certificate is not trusted, from Node's documentation of `node:tls`. */
const certificateCode =
  /^(CERT_.*|CRL_.*|UNABLE_TO_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_.*|ERROR_IN_.*|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|UNSPECIFIED)$/;

/** Whether the code says that a certificate is not trusted. */
export function isCertificateCode(code: string): boolean {
  return certificateCode.test(code);
}

const descriptions: Readonly<Record<string, readonly [HttpFailureReason, (place: string) => string]>> = {
  ENOTFOUND: ['offline', (place) => `The host name of ${place} is not known.`],
  EAI_AGAIN: ['offline', (place) => `The host name of ${place} could not be looked up: the name server does not answer.`],
  ECONNREFUSED: ['offline', (place) => `Nothing listens at ${place}: the connection was refused.`],
  ECONNRESET: ['offline', (place) => `The connection to ${place} was cut.`],
  EPIPE: ['offline', (place) => `The connection to ${place} was cut.`],
  EHOSTUNREACH: ['offline', (place) => `There is no route to ${place}.`],
  ENETUNREACH: ['offline', (place) => `The network of ${place} cannot be reached.`],
  UND_ERR_SOCKET: ['offline', (place) => `${place} closed the connection before it gave its whole answer.`],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['offline', (place) => `The connection to ${place} was cut before the answer was whole.`],
  HPE_INVALID_EOF_STATE: ['offline', (place) => `The connection to ${place} was cut before the answer was whole.`],
  UND_ERR_DESTROYED: ['offline', (place) => `The connection to ${place} was closed.`],
  UND_ERR_CLOSED: ['offline', (place) => `The connection to ${place} was closed.`],
  ETIMEDOUT: ['timeout', (place) => `${place} did not answer in time.`],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', (place) => `No connection to ${place} could be made in time.`],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', (place) => `${place} took the request and did not answer in time.`],
  UND_ERR_BODY_TIMEOUT: ['timeout', (place) => `${place} stopped in the middle of its answer.`],
  UND_ERR_HEADERS_OVERFLOW: ['protocol', (place) => `The headers of the answer of ${place} are too long.`],
};

function describe(code: string, place: string): [HttpFailureReason, string] {
  const known = descriptions[code];
  if (known !== undefined) return [known[0], known[1](place)];
  if (isCertificateCode(code)) return ['certificate', `The certificate of ${place} is not trusted (${code}).`];
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return ['protocol', `No TLS connection to ${place} could be made (${code}).`];
  if (code.startsWith('HPE_')) return ['protocol', `What ${place} answered is not HTTP (${code}).`];
  return ['offline', `The connection to ${place} failed (${code}).`];
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? 'UNKNOWN' : codeOf(cause);
}
