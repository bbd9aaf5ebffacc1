/** Requests, and what comes of them. */
import { HttpFailure, type HttpClient, type HttpNetwork, type HttpRequest, type HttpResponse } from '../../../../src/infrastructure/http/http.ts';
import { connectHttp, type HttpOptions } from '../../../../src/infrastructure/http/undici-client.ts';
import type { TestServer } from './servers.ts';

/** Sends a GET that nobody calls off. */
export function get(client: HttpClient, url: string, more: Partial<HttpRequest> = {}): Promise<HttpResponse> {
  return client.send({ method: 'GET', url, headers: {}, signal: new AbortController().signal, timeout: 20_000, ...more });
}

/** Waits for the failure of a request. */
export async function failureOf(answer: Promise<unknown>): Promise<HttpFailure> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
  throw new Error('There was an answer where a failure was due.');
}

/** Clients and servers of one test, all ended after it. */
export class Bench {
  readonly #ends: (() => Promise<unknown>)[] = [];

  /** A client; unless the options say otherwise it has an empty environment. */
  client(network: HttpNetwork = {}, options: HttpOptions = {}): HttpClient {
    const client = connectHttp(network, { environment: {}, ...options });
    this.#ends.push(() => client.close());
    return client;
  }

  async server(server: Promise<TestServer>): Promise<TestServer> {
    const started = await server;
    this.#ends.push(() => started.stop());
    return started;
  }

  onEnd(end: () => Promise<unknown>): void {
    this.#ends.push(end);
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
