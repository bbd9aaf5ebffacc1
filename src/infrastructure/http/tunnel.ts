/** A tunnel through an HTTP proxy: CONNECT (RFC 9110, section 9.3.6). */
import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import Client from 'undici/lib/dispatcher/client.js';
import { toFailure } from './failure.ts';
import { HttpFailure } from './http.ts';
import type { Proxy } from './proxy.ts';
import { proxyRefusal } from './proxy-refusal.ts';

/**
 * Asks a proxy for a tunnel.
 *
 * @param proxy whom to ask
 * @param target host and port of the server
 * @param connect opens the connection to the proxy
 * @param timeout milliseconds for the proxy's answer
 * @param signal gives it up
 * @returns the socket, at whose other end is the server
 * @throws {HttpFailure} with reason `proxy`
 */
export async function openTunnel(
  proxy: Proxy,
  target: string,
  connect: buildConnector.connector,
  timeout: number,
  signal: AbortSignal,
): Promise<Socket> {
  const client = new Client(proxy.origin, { connect, headersTimeout: timeout });
  const giveUp = (): void => void client.destroy();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await new Promise<Socket>((resolve, reject) => {
      const headers = {
        host: target,
        ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
      };
      client.dispatch(
        { method: 'CONNECT', path: target, headers },
        {
          onRequestStart: () => undefined,
          onRequestUpgrade(_, status, answer, stream) {
            const socket = stream as Socket;
            socket.on('error', () => undefined);
            if (status >= 200 && status < 300) {
              resolve(socket);
            } else {
              socket.destroy();
              reject(proxyRefusal(proxy, target, status, answer));
            }
          },
          onResponseError: (_, error) => reject(tunnelFailure(error, proxy, target)),
        },
      );
    });
  } finally {
    signal.removeEventListener('abort', giveUp);
    await client.destroy();
  }
}

function tunnelFailure(error: Error, proxy: Proxy, target: string): Error {
  const failure = toFailure(error, proxy.place, false);
  if (!(failure instanceof HttpFailure) || failure.reason === 'proxy') return failure;
  const message = `The proxy did not open a connection to ${target}. ${failure.message}`;
  return new HttpFailure('proxy', failure.code, message, false, { cause: error });
}
