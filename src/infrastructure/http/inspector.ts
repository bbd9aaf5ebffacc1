/** Looks at the way to a server, step by step, for whoever wants to know why it does not work. */
import { lookup } from 'node:dns/promises';
import { isIP, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { type CertificateSummary, issuerChain, summarizeChain } from './certificate.ts';
import { Connector } from './connector.ts';
import { toFailure } from './failure.ts';
import type { HttpNetwork } from './http.ts';
import { defaultLimits } from './limits.ts';
import { hostOf, placeOf } from './place.ts';
import { chooseProxy, type Environment, type Proxy, type ProxyChoice } from './proxy.ts';

/** What was agreed on with a server in the TLS handshake. */
export interface TlsSummary {
  /** For instance `TLSv1.3`. */
  readonly protocol: string;
  /** The server's own certificate first, then its issuers as far as they are known. */
  readonly chain: readonly CertificateSummary[];
}

/** The way to one server. Each step is looked at by itself; nothing is sent to the server. */
export interface Inspector {
  /** The host name, or the address as it is: IPv6 without brackets. */
  readonly host: string;
  /** Whether the host is an address, and there is no name to look up. */
  readonly isAddress: boolean;
  /**
   * The addresses of the host, as the system gives them.
   *
   * @throws {HttpFailure} with reason `offline` when it has none
   * @throws the reason of the signal, when it is aborted
   */
  addresses(signal: AbortSignal): Promise<string[]>;
  /** @throws {HttpFailure} with reason `proxy` when a setting names no proxy */
  proxy(): ProxyChoice;
  /**
   * Opens a connection as a request would, through the proxy and with certificates verified, and closes it.
   *
   * @returns what TLS agreed on; `undefined` for a server of plain http
   * @throws {HttpFailure} when there is no connection; a `CertificateFailure` has the chain
   * @throws the reason of the signal, when it is aborted
   */
  connect(signal: AbortSignal): Promise<TlsSummary | undefined>;
}

/**
 * Makes an inspector.
 *
 * @param url of the server
 * @param network how it is reached
 * @param environment where proxies and certificates are named
 */
export function createInspector(url: URL, network: HttpNetwork, environment: Environment = process.env): Inspector {
  const host = hostOf(url);
  const proxy = (): ProxyChoice => chooseProxy(url, network.proxy, environment);
  return {
    host,
    isAddress: isIP(host) !== 0,
    addresses: async (signal) => {
      try {
        const found = await unlessAborted(lookup(host, { all: true }), signal);
        return found.map(({ address }) => address);
      } catch (error) {
        throw signal.aborted ? error : toFailure(error, placeOf(url), false);
      }
    },
    proxy,
    connect: async (signal) => {
      const connector = new Connector(network, environment, defaultLimits);
      try {
        return await unlessAborted(handshake(url, connector, proxy().proxy), signal);
      } catch (error) {
        throw signal.aborted ? error : toFailure(error, placeOf(url), false);
      } finally {
        connector.close();
      }
    },
  };
}

async function handshake(url: URL, connector: Connector, proxy: Proxy | undefined): Promise<TlsSummary | undefined> {
  const asksProxy = proxy !== undefined && url.protocol === 'http:';
  const socket = await open(asksProxy ? new URL(proxy.origin) : url, asksProxy ? connector.toProxy(proxy) : connector.toServer(proxy));
  try {
    if (url.protocol === 'http:' || !(socket instanceof TLSSocket)) return undefined;
    return { protocol: socket.getProtocol() ?? 'TLS', chain: summarizeChain(issuerChain(socket)) };
  } finally {
    socket.on('error', () => undefined).destroy();
  }
}

function open(url: URL, connect: buildConnector.connector): Promise<Socket> {
  const { host, protocol, port } = url;
  return new Promise((resolve, reject) => {
    connect({ host, hostname: hostOf(url), protocol, port }, (error, socket) => (error === null ? resolve(socket) : reject(error)));
  });
}

/** What cannot be called off goes on, and nobody waits for it any more. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
