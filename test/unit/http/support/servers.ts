/** Servers that tests start on this machine. */
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { createServer as createNet, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';

/** A server that listens on a port of its own. */
export interface TestServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT` or the like, with no slash at the end. */
  readonly url: string;
  /** Every connection that was made to it so far. */
  readonly connections: Socket[];
  stop(): Promise<void>;
}

/** A server of HTTP. */
export async function serveHttp(listener: RequestListener): Promise<TestServer> {
  return listen(createHttp(listener), 'http://127.0.0.1');
}

/** A server of HTTPS; its URL has the name `localhost`. */
export async function serveHttps(options: ServerOptions, listener: RequestListener): Promise<TestServer> {
  return listen(createHttps(options, listener), 'https://localhost');
}

/** A server of bare TCP. */
export async function serveTcp(onConnection: (socket: Socket) => void): Promise<TestServer> {
  return listen(createNet(onConnection), 'http://127.0.0.1');
}

/** Makes a server listen on a port of its own. */
export function listen(server: Server | NetServer, urlStart: string): Promise<TestServer> {
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    connections.push(socket);
    socket.on('error', () => undefined);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        url: `${urlStart}:${port}`,
        connections,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            for (const socket of connections) socket.destroy();
          }),
      });
    });
  });
}

/** Waits until the other side has closed a connection, properly or not. */
export function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
}

/** A promise, and how to fulfil it. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}
