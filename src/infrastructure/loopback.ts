/** Where the browser comes back to after an approval: a listener on 127.0.0.1 for one visit (RFC 8252, section 7.3). */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to tell the person in the browser. */
export interface Page {
  readonly title: string;
  readonly text: string;
}

/** What a visit means: `settled` ends the listening, anything else leaves it open. */
export interface Reply {
  readonly settled: boolean;
  readonly status: number;
  readonly page: Page;
}

/** A listener for one visit. */
export interface LoopbackListener {
  /** The address for `oauth_callback`, as the browser has it; nobody can guess its path. */
  readonly url: string;
  /** Stops listening; a second time is no error. */
  close(): void;
}

/**
 * Listens on a random port of 127.0.0.1 alone. A visit of any other path, by another method, under
 * another host name (DNS rebinding) or from within a web page learns nothing and changes nothing.
 *
 * @param onVisit judges the parameters of a visit to the right path
 * @param toBrowser gives the address that a browser on another machine has for the listener, whose port is forwarded
 *   to there; it never throws. Visits of that host and path are then taken, too
 */
export type ListenOnLoopback = (onVisit: (parameters: URLSearchParams) => Reply, toBrowser: ToBrowser) => Promise<LoopbackListener>;

/** From an address of this machine to that which the user's browser has for it. */
export type ToBrowser = (address: string) => Promise<string>;

/** The listener on this machine's own node:http. */
export const listenOnLoopback: ListenOnLoopback = async (onVisit, toBrowser) => {
  const path = `/callback/${randomBytes(24).toString('base64url')}`;
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 });
  server.maxConnections = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const hosts = new Set([host]);
  const paths = new Set([path]);

  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [visited, query = ''] = (request.url ?? '').split('?', 2);
    if (!paths.has(visited ?? '') || request.method !== 'GET' || !hosts.has(request.headers.host ?? '') || !isNavigation(request)) {
      send(response, 404, { title: 'Not found', text: 'There is nothing here.' });
      return;
    }
    const reply = onVisit(new URLSearchParams(query));
    if (reply.settled) response.once('close', close);
    send(response, reply.status, reply.page);
  });
  const url = await toBrowser(`http://${host}${path}`);
  const external = new URL(url);
  if (external.host !== host) {
    hosts.add(external.host);
    // Some that forward a port name the listener by what it is called at its own end.
    hosts.add(`localhost:${port}`);
    // Others leave the part of the path that they were reached by.
    paths.add(external.pathname);
  }
  return { url, close };
};

/**
 * Whether a person's browser goes to a page, and not a web page behind its back: browsers tell (Fetch Metadata), and
 * only scripts and forms have an origin. It is `null` where some browsers come from the form of another site, as here.
 * A browser always tells the site that it comes from; a program that follows a redirect, such as Node's `fetch`, may
 * tell a mode and no site.
 */
function isNavigation({ headers }: IncomingMessage): boolean {
  if ((headers.origin ?? 'null') !== 'null') return false;
  if (headers['sec-fetch-site'] === undefined) return true;
  return headers['sec-fetch-mode'] === 'navigate' && (headers['sec-fetch-dest'] ?? 'document') === 'document';
}

function send(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${page.title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem">
<h1 style="font-size: 1.4rem">${page.title}</h1><p>${page.text}</p></body></html>
`);
}
