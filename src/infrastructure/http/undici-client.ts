/** HTTP by undici: connections of our own, never undici's global ones. */
import Pool from 'undici/lib/dispatcher/pool.js';
import { acceptEncoding, decodeText, decompress, toUtf8 } from './body.ts';
import { Connector } from './connector.ts';
import { exchange } from './exchange.ts';
import { HttpFailure, type HttpClient, type HttpNetwork, type HttpRequest, type HttpResponse } from './http.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';
import { placeOf } from './place.ts';
import { isProxyAnswer, proxyRefusal } from './proxy-refusal.ts';
import { proxyFor, type Environment, type Proxy } from './proxy.ts';

/** What tests and callers with other needs may change. */
export interface HttpOptions {
  /** Other bounds than the product's. */
  readonly limits?: Partial<HttpLimits> | undefined;
  /** Proxies and certificates are named here; `process.env` when absent. */
  readonly environment?: Environment | undefined;
}

/**
 * Makes a client with connections of its own. Nothing is read and no connection is made before the first request.
 *
 * @param network how the server is reached
 * @param options for tests
 */
export function connectHttp(network: HttpNetwork, options: HttpOptions = {}): HttpClient {
  return new UndiciClient(network, { ...defaultLimits, ...options.limits }, options.environment ?? process.env);
}

/** The way to one origin. */
interface Route {
  readonly origin: string;
  readonly place: string;
  readonly pool: Pool;
  /** A proxy that is asked for whole URLs, as RFC 9112, section 3.2.2 has it for `http`. */
  readonly proxy: Proxy | undefined;
}

class UndiciClient implements HttpClient {
  readonly #network: HttpNetwork;
  readonly #limits: HttpLimits;
  readonly #environment: Environment;
  readonly #connector: Connector;
  readonly #routes = new Map<string, Route>();
  #closed = false;

  constructor(network: HttpNetwork, limits: HttpLimits, environment: Environment) {
    this.#network = network;
    this.#limits = limits;
    this.#environment = environment;
    this.#connector = new Connector(network, environment, limits);
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const route = this.#route(new URL(request.url));
    const { pool, place, proxy } = route;
    const maxBodySize = Math.min(this.#limits.maxBodySize, request.maxBodySize ?? Number.POSITIVE_INFINITY);
    const raw = await exchange(pool, options(request, route), request, place, maxBodySize);
    const { status, headers } = raw;
    if (proxy !== undefined && isProxyAnswer(status, headers)) throw proxyRefusal(proxy, place, status, headers);
    const bytes = await decompress(raw.body, headers['content-encoding'], place, maxBodySize);
    if (request.bytes === undefined || status >= 300) return { status, headers, body: decodeText(bytes, headers['content-type']) };
    return { status, headers, body: '', bytes: request.bytes === 'raw' ? bytes : toUtf8(bytes, headers['content-type']) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const pools = [...this.#routes.values()].map(({ pool }) => pool.destroy());
    this.#connector.close();
    await Promise.all(pools);
  }

  #route(url: URL): Route {
    const place = placeOf(url);
    if (this.#closed) throw new HttpFailure('offline', 'UND_ERR_CLOSED', `The connection to ${place} was closed.`, false);
    let route = this.#routes.get(url.origin);
    if (route === undefined) {
      const proxy = proxyFor(url, this.#network.proxy, this.#environment);
      const asks = proxy !== undefined && url.protocol === 'http:' ? proxy : undefined;
      const connect = asks === undefined ? this.#connector.toServer(proxy) : this.#connector.toProxy(asks);
      const { connections, headersTimeout, bodyTimeout, keepAliveTimeout } = this.#limits;
      const pool = new Pool(asks?.origin ?? url.origin, { connections, connect, headersTimeout, bodyTimeout, keepAliveTimeout });
      route = { origin: url.origin, place, pool, proxy: asks };
      this.#routes.set(url.origin, route);
    }
    return route;
  }
}

function options({ method, url, headers, body }: HttpRequest, { origin, proxy }: Route): Parameters<typeof exchange>[1] {
  const path = target(url);
  const own = { 'accept-encoding': acceptEncoding, ...headers };
  if (proxy === undefined) return { method, path, headers: own, body: body ?? null };
  const { host } = new URL(origin);
  const authorization = proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization };
  return { method, path: origin + path, headers: { host, ...own, ...authorization }, body: body ?? null };
}

/** The path and the query, letter for letter: OAuth signed them. */
function target(url: string): string {
  const path = url.slice(url.indexOf('://') + 3).replace(/^[^/?#]*/, '').replace(/#.*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}
