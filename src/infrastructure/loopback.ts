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
  /** The address for `oauth_callback`; nobody can guess its path. */
  readonly url: string;
  /** Stops listening; a second time is no error. */
  close(): void;
}

/**
 * Listens on a random port of 127.0.0.1 alone. A visit of any other path, by another method, under
 * another host name (DNS rebinding) or from within a web page learns nothing and changes nothing.
 *
 * @param onVisit judges the parameters of a visit to the right path
 */
export type ListenOnLoopback = (onVisit: (parameters: URLSearchParams) => Reply) => Promise<LoopbackListener>;

/** The listener on this machine's own node:http. */
export const listenOnLoopback: ListenOnLoopback = async (onVisit) => {
  const path = `/callback/${randomBytes(24).toString('base64url')}`;
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 });
  server.maxConnections = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
  });
  server.unref();
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [visited, query = ''] = (request.url ?? '').split('?', 2);
    if (visited !== path || request.method !== 'GET' || request.headers.host !== host || !isNavigation(request)) {
      send(response, 404, { title: 'Not found', text: 'There is nothing here.' });
      return;
    }
    const reply = onVisit(new URLSearchParams(query));
    if (reply.settled) response.once('close', close);
    send(response, reply.status, reply.page);
  });
  return { url: `http://${host}${path}`, close };
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
