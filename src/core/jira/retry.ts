/** Tries a read again when Jira is in a mood: with back-off and jitter, within a deadline, signed anew each time. */
import pRetry from 'p-retry';
import type { Clock } from '../../infrastructure/clock.ts';
import type { HttpFailure, HttpResponse } from '../../infrastructure/http/http.ts';

/** Milliseconds after which nothing is begun again. */
const deadline = 30_000;
/** Tries after the first one. */
const retries = 4;

/**
 * Failures of a connection that say nothing of the server: a keep-alive that ended, a socket that broke, an answer cut off.
 * Not among them is a connection that is not made in time: TCP itself has sent its first packet again and again meanwhile.
 */
const passingCodes = new Set([
  'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'HPE_INVALID_EOF_STATE', 'EAI_AGAIN', 'ETIMEDOUT',
]);
const passingStatus = new Set([429, 502, 503, 504]);

/** An answer that may be a better one soon. */
class Unready extends Error {
  override readonly name = 'Unready';
  readonly response: HttpResponse;

  constructor(response: HttpResponse) {
    super(`status ${response.status}`);
    this.response = response;
  }
}

/**
 * Sends a read, and sends it again while the answer is one of a server that is busy, or the
 * connection broke. The last answer counts, whatever it is.
 *
 * @param send signs and sends the request; it is called once for each try
 * @throws {HttpFailure} of the last try
 */
export async function retryRead(send: () => Promise<HttpResponse>, clock: Clock, signal: AbortSignal): Promise<HttpResponse> {
  const begun = clock.now();
  try {
    return await pRetry(
      async () => {
        const response = await send();
        if (passingStatus.has(response.status)) throw new Unready(response);
        return response;
      },
      {
        retries,
        minTimeout: 200,
        factor: 2,
        maxTimeout: 5000,
        randomize: true,
        maxRetryTime: deadline,
        signal,
        shouldRetry: async ({ error, retriesLeft }) => {
          if (retriesLeft === 0) return false;
          if (!(error instanceof Unready)) return isPassing(error);
          const wait = secondsToWait(error.response) * 1000;
          if (clock.now() - begun + wait > deadline) return false;
          await pause(wait, clock, signal);
          return true;
        },
      },
    );
  } catch (error) {
    if (error instanceof Unready) return error.response;
    throw error;
  }
}

/** Seconds; nobody waits for longer, whatever a server says. */
const longestWait = 86_400;

/**
 * Seconds that an answer asks to wait. Jira says `retry-after: 0` with 429 too (measured on 9.12), so
 * its other headers count, and there is a floor of a second.
 */
export function secondsToWait({ status, headers }: HttpResponse): number {
  const seconds = (name: string) => Math.min(longestWait, Math.max(0, Number.parseFloat(headers[name] ?? '') || 0));
  if (status !== 429) return seconds('retry-after');
  return Math.max(1, seconds('retry-after'), seconds('x-ratelimit-interval-seconds'));
}

/** Lets time pass. @param delay milliseconds @throws the signal's reason when it is aborted meanwhile */
function pause(delay: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = clock.after(delay, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && error.name === 'HttpFailure' && passingCodes.has((error as HttpFailure).code);
}
