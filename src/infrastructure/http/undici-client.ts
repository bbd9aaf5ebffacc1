/** HTTP by undici: connections of our own, never undici's global ones. */
import buildConnector from 'undici/lib/core/connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import { acceptEncoding, decodeBody } from './body.ts';
import { exchange } from './exchange.ts';
import type { HttpClient, HttpNetwork, HttpRequest, HttpResponse } from './http.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';

/** What tests and callers with other needs may change. */
export interface HttpOptions {
  readonly limits?: Partial<HttpLimits> | undefined;
}

/**
 * Makes a client with connections of its own. Nothing is read and no connection is made before the first request.
 *
 * @param network how the server is reached
 * @param options other bounds than the product's
 */
export function connectHttp(network: HttpNetwork, options: HttpOptions = {}): HttpClient {
  return new UndiciClient(network, { ...defaultLimits, ...options.limits });
}

class UndiciClient implements HttpClient {
  readonly #network: HttpNetwork;
  readonly #limits: HttpLimits;
  readonly #pools = new Map<string, Pool>();

  constructor(network: HttpNetwork, limits: HttpLimits) {
    this.#network = network;
    this.#limits = limits;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const { origin, host, port, protocol } = new URL(request.url);
    const place = port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host;
    const { status, headers, body } = await exchange(
      this.#pool(origin),
      {
        method: request.method,
        path: target(request.url),
        headers: { 'accept-encoding': acceptEncoding, ...request.headers },
        body: request.body ?? null,
      },
      request,
      place,
      this.#limits.maxBodySize,
    );
    return { status, headers, body: await decodeBody(body, headers, place, this.#limits.maxBodySize) };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.destroy()));
  }

  #pool(origin: string): Pool {
    let pool = this.#pools.get(origin);
    if (pool === undefined) {
      const { connections, connectTimeout, headersTimeout, bodyTimeout, keepAliveTimeout } = this.#limits;
      const { ca, clientCertificate } = this.#network;
      const connect = buildConnector({
        timeout: connectTimeout,
        rejectUnauthorized: true,
        ...(ca === undefined ? {} : { ca }),
        ...(clientCertificate === undefined
          ? {}
          : { cert: clientCertificate.certificate, key: clientCertificate.privateKey, passphrase: clientCertificate.passphrase }),
      });
      pool = new Pool(origin, { connections, connect, headersTimeout, bodyTimeout, keepAliveTimeout });
      this.#pools.set(origin, pool);
    }
    return pool;
  }
}

/** The request target, letter for letter: OAuth signed it. */
function target(url: string): string {
  const path = url.slice(url.indexOf('://') + 3).replace(/^[^/?#]*/, '').replace(/#.*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}
