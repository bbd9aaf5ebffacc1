/** The way to the server as several checks see it: it is gone once. */
import type { HttpFailure, HttpResponse } from '../../infrastructure/http/http.ts';
import type { Inspector, TlsSummary } from '../../infrastructure/http/inspector.ts';
import type { ProxyChoice } from '../../infrastructure/http/proxy.ts';
import { JiraError } from '../errors.ts';

/** An answer, and when it was on its way. */
export interface TimedAnswer {
  readonly response: HttpResponse;
  /** Milliseconds since the epoch, by this machine's clock. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** What was found on the way. */
export interface Way {
  /** `undefined` where a setting names no proxy. */
  readonly choice?: ProxyChoice | undefined;
  /** What TLS agreed on; `undefined` for plain http, and where it did not come to that. */
  readonly tls?: TlsSummary | undefined;
  /** The answer to the question who the server is, asked with no credentials. */
  readonly answer?: TimedAnswer | undefined;
  /** What ended the way. */
  readonly obstacle?: Obstacle | undefined;
}

/** What stands in the way, and which check has to say so. */
export interface Obstacle {
  readonly at: 'proxy' | 'tls' | 'basePath';
  readonly error: HttpFailure | JiraError;
}

/**
 * Goes the way up to the first answer.
 *
 * @param ask asks the server who it is
 * @throws the signal's reason, when it is aborted
 */
export async function goTheWay(inspector: Inspector, ask: () => Promise<TimedAnswer>, signal: AbortSignal): Promise<Way> {
  let way: Way = {};
  try {
    way = { choice: inspector.proxy() };
    way = { ...way, tls: await inspector.connect(signal) };
    return { ...way, answer: await ask() };
  } catch (error) {
    if (signal.aborted || !isForeseen(error)) throw error;
    return { ...way, obstacle: { at: placeOf(error), error } };
  }
}

function isForeseen(error: unknown): error is Obstacle['error'] {
  return error instanceof JiraError || (error instanceof Error && error.name === 'HttpFailure');
}

/** With TLS 1.3 a server asks for a client certificate after the handshake, as the client sees it. */
function placeOf(error: Obstacle['error']): Obstacle['at'] {
  if (!(error instanceof JiraError)) return error.reason === 'proxy' ? 'proxy' : 'tls';
  return error.kind === 'proxy' ? 'proxy' : error.kind === 'certificate' ? 'tls' : 'basePath';
}
