import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { pourEndlessly, headersOf, replacement, trickle, truncate } from './disturb.ts';
import { Faults, type Fault } from './faults.ts';
import { Journal, type SeenRequest } from './journal.ts';
import type { Settings } from './options.ts';
import { tomcatPage } from './pages.ts';
import { html, Refusal, type Reply } from './replies.ts';

/** The limits of Tomcat's connector as Jira configures it: 20 seconds, and 8 kB for request line and headers. */
const connector = { keepAliveTimeout: 20_000, maxHeaderSize: 8192 };

/** Tomcat's `maxKeepAliveRequests`: after so many it closes a connection. */
const requestsPerConnection = 100;

/** Answers a request whose body has been read; may fill in the journal's entry. */
export type Answer = (request: IncomingMessage, body: Buffer, seen: SeenRequest) => Promise<Reply>;

/** The connections of a Jira: reads requests, brings in latency and faults, sends answers, keeps the journal. */
export class JiraServer {
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly #settings: Settings;
  readonly #answer: Answer;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #requestsOf = new WeakMap<Socket, number>();
  #connections = 0;

  constructor(settings: Settings, answer: Answer) {
    this.#settings = settings;
    this.#answer = answer;
    const listener: RequestListener = (request, response) => void this.#serve(request, response);
    const { tls } = settings;
    this.#server =
      tls === undefined
        ? createServer(connector, listener)
        : createTlsServer({ ...tls, ...connector, rejectUnauthorized: tls.requestCert === true }, listener);
    this.#server.on('clientError', refuseMalformed);
    this.#server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
      this.#connections += 1;
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }

  /** How many connections were opened in all. */
  get connections(): number {
    return this.#connections;
  }

  /** Starts to listen; gives the origin, such as `http://127.0.0.1:8080`. */
  async listen(): Promise<string> {
    const { port, host, tls } = this.#settings;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    const address = this.#server.address() as AddressInfo;
    return `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  }

  /** Stops listening, and cuts every connection. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const count = (this.#requestsOf.get(request.socket) ?? 0) + 1;
    this.#requestsOf.set(request.socket, count);
    if (count > requestsPerConnection) return;
    if (count === requestsPerConnection) response.setHeader('Connection', 'close');
    const seen = this.journal.arrived(request);
    response.on('close', () => this.journal.over(seen, !response.writableFinished));
    const fault = this.faults.take(request);
    const body = await readBody(request);
    seen.body = body.toString('utf8');
    if (typeof fault === 'object' && 'until' in fault) await fault.until;
    await this.#pause(this.#settings.latency + (typeof fault === 'object' && 'delay' in fault ? fault.delay : 0));
    if (response.destroyed || fault === 'hang') return;
    if (fault === 'reset') request.socket.resetAndDestroy();
    else if (fault === 'endless') pourEndlessly(response);
    else this.#send(request, response, seen, await this.#reply(request, body, seen, fault), fault);
  }

  async #reply(request: IncomingMessage, body: Buffer, seen: SeenRequest, fault: Fault | undefined): Promise<Reply> {
    const replaced = fault === undefined ? undefined : replacement(fault);
    if (replaced !== undefined) return replaced;
    try {
      return await this.#answer(request, body, seen);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.error(stack);
      return html(500, tomcatPage(500, 'Internal Server Error', stack));
    }
  }

  #send(
    request: IncomingMessage,
    response: ServerResponse,
    seen: SeenRequest,
    reply: Reply,
    fault: Fault | undefined,
  ): void {
    if (response.destroyed) return;
    seen.status = reply.status;
    if (fault === 'resetAfter') request.socket.resetAndDestroy();
    else if (fault === 'truncate') truncate(response, reply);
    else if (fault === 'slow') trickle(response, reply);
    else {
      response.writeHead(reply.status, { ...headersOf(reply), 'Content-Length': Buffer.byteLength(reply.body) });
      response.end(request.method === 'HEAD' ? undefined : reply.body);
    }
  }

  #pause(milliseconds: number): Promise<void> | undefined {
    if (milliseconds === 0) return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, milliseconds);
      this.#timers.add(timer);
    });
  }
}

/** What Tomcat itself says to a request that it cannot read, too long a query among them. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const page = tomcatPage(400, 'Bad Request', tooLong ? 'Request header is too large' : 'Invalid character found in the request');
  const head = ['HTTP/1.1 400 ', 'Content-Type: text/html;charset=utf-8', `Content-Length: ${Buffer.byteLength(page)}`, 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\n\r\n${page}`);
}

/** Reads the body to its end; what was read so far when the client goes away before that. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve) => {
    request.on('end', resolve);
    request.on('close', resolve);
    request.on('error', () => resolve());
  });
  return Buffer.concat(chunks);
}
