/** Opens the connections: TCP, a proxy's tunnel, TLS. */
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import connectorOf from 'undici/lib/core/connect.js';
import { describeCertificate, issuerChain } from './certificate.ts';
import { ConnectFailure, isCertificateCode, toFailure } from './failure.ts';
import { HttpFailure, type HttpNetwork } from './http.ts';
import type { Environment, Proxy } from './proxy.ts';
import type { HttpLimits } from './limits.ts';
import { collectTrust, secureContext, type Trust } from './trust.ts';
import { openTunnel } from './tunnel.ts';

type Connect = ReturnType<typeof connectorOf>;
type Options = buildConnector.Options;

/** undici's word for a connection that was not made in time. */
const timedOut = 'UND_ERR_CONNECT_TIMEOUT';
/** Milliseconds for which a connection that was not made in time is remembered. */
const timeoutMemory = 30_000;

/** Opens the connections of one client. Certificates are read when the first of them needs TLS. */
export class Connector {
  readonly #network: HttpNetwork;
  readonly #environment: Environment;
  readonly #timeout: number;
  readonly #againTimeout: number;
  readonly #opening = new Set<() => void>();
  readonly #plain: Connect;
  #trust: Promise<Trust> | undefined;
  #serverTls: Promise<Connect> | undefined;
  #proxyTls: Promise<Connect> | undefined;
  #closed = false;
  /** When the last connection was given its whole time and not made: milliseconds of the monotonic clock. */
  #timedOutAt = Number.NEGATIVE_INFINITY;

  /**
   * @param network the trusted authorities and the client certificate
   * @param environment see `collectTrust`
   * @param limits how long each step of a connection may take
   */
  constructor(network: HttpNetwork, environment: Environment, limits: Pick<HttpLimits, 'connectTimeout' | 'connectAgainTimeout'>) {
    this.#network = network;
    this.#environment = environment;
    this.#timeout = limits.connectTimeout;
    this.#againTimeout = limits.connectAgainTimeout;
    this.#plain = connectorOf({ timeout: this.#timeout });
  }

  /**
   * Gives what undici calls for each new connection to a server.
   *
   * @param proxy the proxy through which a tunnel leads there
   */
  toServer(proxy: Proxy | undefined): buildConnector.connector {
    return forUndici(async (options) =>
      this.#open(options, proxy === undefined ? undefined : await this.#tunnel(proxy, options)),
    );
  }

  /** Gives what undici calls for each new connection to a proxy. */
  toProxy(proxy: Proxy): buildConnector.connector {
    return forUndici((options) => this.#openProxy(proxy, options));
  }

  /** Gives up the connections that are being opened, and opens no more. */
  close(): void {
    this.#closed = true;
    for (const giveUp of this.#opening) giveUp();
  }

  async #open(options: Options, tunnel: Socket | undefined): Promise<Socket> {
    if (options.protocol !== 'https:') return this.#connect(this.#plain, options, placeOf(options));
    this.#serverTls ??= this.#tls(this.#network.clientCertificate);
    return this.#connect(await this.#serverTls, { ...options, ...(tunnel && { httpSocket: tunnel }) }, placeOf(options));
  }

  async #openProxy(proxy: Proxy, options: Options): Promise<Socket> {
    try {
      if (options.protocol !== 'https:') return await this.#connect(this.#plain, options, proxy.place);
      this.#proxyTls ??= this.#tls(undefined);
      // undici would look for the name in the Host header, which says the server's.
      return await this.#connect(await this.#proxyTls, { ...options, servername: undefined }, proxy.place);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const { code, message, hint } = error;
      throw new HttpFailure('proxy', code, `The proxy cannot be used. ${message}`, false, { hint, cause: error.cause });
    }
  }

  async #tunnel(proxy: Proxy, { host, hostname, port }: Options): Promise<Socket> {
    const abort = new AbortController();
    const giveUp = (): void => abort.abort();
    this.#opening.add(giveUp);
    try {
      const target = port === '' ? `${host ?? hostname}:443` : (host ?? `${hostname}:${port}`);
      return await openTunnel(proxy, target, this.toProxy(proxy), this.#timeout, abort.signal);
    } finally {
      this.#opening.delete(giveUp);
    }
  }

  async #connect(connect: Connect, options: Options, place: string): Promise<Socket> {
    if (this.#closed) throw new HttpFailure('offline', 'UND_ERR_DESTROYED', `The connection to ${place} was closed.`, false);
    let giveUp: (code: string) => void = () => undefined;
    const close = (): void => giveUp('UND_ERR_DESTROYED');
    const isAgain = performance.now() - this.#timedOutAt < timeoutMemory;
    const timer = isAgain ? setTimeout(() => giveUp(timedOut), this.#againTimeout) : undefined;
    let chain: ReturnType<typeof issuerChain> = [];
    try {
      const opened = await new Promise<Socket>((resolve, reject) => {
        const socket = connect(options, (error, made) => (error === null ? resolve(made) : reject(error)));
        giveUp = (code) => socket.destroy(Object.assign(new Error('given up'), { code }));
        this.#opening.add(close);
        // Node.js emits `secure` before it looks at the result of the verification; afterwards the chain is gone.
        socket.prependOnceListener('secure', () => (chain = issuerChain(socket as TLSSocket)));
        // After a TLS alert Node.js emits `end` as well, and undici would say no more than that the other side closed.
        socket.prependOnceListener('error', (error) => socket.destroy(error));
      });
      this.#timedOutAt = Number.NEGATIVE_INFINITY;
      return opened;
    } catch (thrown) {
      const error = thrown as NodeJS.ErrnoException;
      if (error.code === timedOut && !isAgain) this.#timedOutAt = performance.now();
      if (isCertificateCode(error.code ?? '')) throw describeCertificate(error, chain, options.hostname, place, await this.#loadTrust());
      throw options.protocol === 'https:' && error.code === 'ECONNRESET' ? handshakeCut(error, place) : toFailure(error, place, false);
    } finally {
      clearTimeout(timer);
      this.#opening.delete(close);
    }
  }

  async #tls(client: HttpNetwork['clientCertificate']): Promise<Connect> {
    const { certificates } = await this.#loadTrust();
    try {
      // Node.js would take NODE_TLS_REJECT_UNAUTHORIZED=0 for a no.
      return connectorOf({ timeout: this.#timeout, rejectUnauthorized: true, secureContext: secureContext(certificates, client) });
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? 'ERR_OSSL';
      throw new HttpFailure('certificate', code, 'The client certificate cannot be used with its private key.', false, {
        hint: 'Check `network.clientCertificate`: the certificate, its private key and the passphrase.',
        cause,
      });
    }
  }

  #loadTrust(): Promise<Trust> {
    return (this.#trust ??= collectTrust(this.#network.ca, this.#environment));
  }
}

function forUndici(open: (options: Options) => Promise<Socket>): buildConnector.connector {
  return (options, callback) => {
    open(options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(new ConnectFailure(error), null),
    );
  };
}

function handshakeCut(cause: unknown, place: string): HttpFailure {
  return new HttpFailure('offline', 'ECONNRESET', `${place} cut the connection before TLS was agreed on.`, false, {
    hint: 'Perhaps the address starts with http:// rather than https://.',
    cause,
  });
}

function placeOf({ hostname, protocol, port }: Options): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return `${host}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`;
}
