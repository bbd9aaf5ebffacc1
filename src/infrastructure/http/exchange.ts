/** One request and its answer, on a connection that undici chooses. */
import type { Dispatcher } from 'undici';
import { tooLarge } from './body.ts';
import { HttpFailure, type HttpRequest } from './http.ts';
import { toFailure } from './failure.ts';

/** An answer before its body is decoded. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Sends one request and collects its answer. It ends with the answer, with a failure, when the time is over or
 * when the request's signal is aborted; in the last three cases the socket is destroyed.
 *
 * @param dispatcher where to send it
 * @param options what undici needs to know of the request
 * @param request for its signal and its timeout
 * @param place host and port, for messages
 * @param maxBodySize bytes
 * @throws {HttpFailure} when there is no whole answer
 * @throws the reason of the signal, when it is aborted
 */
export function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  request: Pick<HttpRequest, 'signal' | 'timeout'>,
  place: string,
  maxBodySize: number,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const { signal, timeout } = request;
    let controller: Dispatcher.DispatchController | undefined;
    let settled = false;
    let status = 0;
    let headers: Readonly<Record<string, string>> = {};
    let body = new Body(0);

    const settle = (): void => {
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const cancel = (reason: unknown): void => {
      if (settled) return;
      settle();
      reject(reason as Error);
      controller?.abort(reason as Error);
    };
    const onAbort = (): void => cancel(signal.reason);
    const timer = setTimeout(() => {
      const message = `${place} did not give its whole answer within ${timeout / 1000} s.`;
      cancel(new HttpFailure('timeout', 'ETIMEDOUT', message, controller !== undefined));
    }, timeout);

    if (signal.aborted) {
      cancel(signal.reason);
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });

    dispatcher.dispatch(options, {
      onRequestStart(started) {
        // To throw is undici's way to drop a request that waited, and to keep the connection for the next.
        if (settled) throw new Error('The request was called off.');
        controller = started;
      },
      onResponseStart(_, statusCode, incoming) {
        status = statusCode;
        headers = joined(incoming);
        const length = Number(headers['content-length'] ?? 0);
        if (length > maxBodySize) cancel(tooLarge(place, maxBodySize));
        else body = new Body(length);
      },
      onResponseData(_, chunk) {
        body.add(chunk);
        if (body.size > maxBodySize) cancel(tooLarge(place, maxBodySize));
      },
      onResponseEnd() {
        if (settled) return;
        settle();
        // undici frees the connection in the next turn of the event loop; a request that came before would open another.
        queueMicrotask(() => setImmediate(resolve, { status, headers, body: body.whole() }));
      },
      onResponseError(_, error) {
        if (settled) return;
        settle();
        reject(toFailure(error, place, controller !== undefined));
      },
    });
  });
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return result;
}

/** A body as it comes in. Where its length is known, each piece is copied at once, so that its own memory is free again. */
class Body {
  size = 0;
  #whole: Buffer | undefined;
  readonly #chunks: Buffer[] = [];

  /** @param length bytes as the server announced them; 0 or `NaN` where it did not */
  constructor(length: number) {
    this.#whole = length > 0 ? Buffer.allocUnsafeSlow(length) : undefined;
  }

  add(chunk: Buffer): void {
    if (this.#whole !== undefined && this.size + chunk.length > this.#whole.length) {
      this.#chunks.push(this.#whole.subarray(0, this.size));
      this.#whole = undefined;
    }
    if (this.#whole === undefined) this.#chunks.push(chunk);
    else chunk.copy(this.#whole, this.size);
    this.size += chunk.length;
  }

  whole(): Buffer {
    return this.#whole?.subarray(0, this.size) ?? Buffer.concat(this.#chunks, this.size);
  }
}
