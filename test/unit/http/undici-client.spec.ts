import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { Bench, failureOf, get } from './support/requests.ts';
import { closed, deferred, serveHttp, serveTcp } from './support/servers.ts';

describe('HTTP client', () => {
  const bench = new Bench();
  afterEach(() => bench.end());

  const serve = async (listener: (request: IncomingMessage, response: ServerResponse) => void) => bench.server(serveHttp(listener));
  /** A server that never answers, and the first request to it. */
  const serveNever = async () => {
    const { promise: arrival, resolve } = deferred<IncomingMessage>();
    return { server: await serve((request) => resolve(request)), arrival };
  };

  it('sends the target letter for letter, since OAuth signed it', async () => {
    const { url } = await serve((request, response) => response.end(request.url));
    const client = bench.client();
    for (const target of ["/Jira/a/../b/%7e?jql=a%20=%22b%22&x='(1)*!~&empty=", '/a//b/', '/?', '/%C3%A4?%2F']) {
      expect((await get(client, url + target)).body).to.equal(target);
    }
    expect((await get(client, `${url}?a=1`)).body).to.equal('/?a=1');
    expect((await get(client, `${url}/a?b#c`)).body).to.equal('/a?b');
  });

  it('sends method, headers and body', async () => {
    const { url } = await serve(async (request, response) => {
      const [body] = (await once(request, 'data')) as [Buffer];
      response.end(JSON.stringify({ method: request.method, headers: request.headers, body: body.toString() }));
    });
    const answer = await get(bench.client(), url, { method: 'PUT', headers: { 'X-Name': 'value', 'User-Agent': 'test' }, body: '{"ä":1}' });
    const { method, headers, body } = JSON.parse(answer.body);
    expect(method).to.equal('PUT');
    expect(body).to.equal('{"ä":1}');
    expect(headers).to.deep.include({ 'x-name': 'value', 'user-agent': 'test', 'accept-encoding': 'gzip, br', 'content-length': '8' });
    expect(headers).not.to.have.any.keys('cookie', 'authorization', 'accept');
  });

  it('gives headers by lower-case name, several of one name joined', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(404, [['X-Seraph-LoginReason', 'AUTHENTICATED_FAILED'], ['Via', 'a'], ['Via', 'b'], ['Set-Cookie', 'x=1'], ['Set-Cookie', 'y=2']].flat()).end('no');
    });
    const { status, headers, body } = await get(bench.client(), url);
    expect({ status, body }).to.deep.equal({ status: 404, body: 'no' });
    expect(headers).to.deep.include({ 'x-seraph-loginreason': 'AUTHENTICATED_FAILED', via: 'a, b', 'set-cookie': 'x=1, y=2' });
  });

  it('keeps no cookies and follows no redirect', async () => {
    const seen: (string | undefined)[] = [];
    const { url } = await serve((request, response) => {
      seen.push(request.headers.cookie);
      response.writeHead(302, { location: '/elsewhere', 'set-cookie': 'JSESSIONID=1; Path=/' }).end();
    });
    const client = bench.client();
    expect((await get(client, url)).status).to.equal(302);
    expect((await get(client, url)).headers['location']).to.equal('/elsewhere');
    expect(seen).to.deep.equal([undefined, undefined]);
  });

  it('decompresses gzip and Brotli, also one over the other', async () => {
    const bodies = {
      gzip: gzipSync('ganz groß'),
      'X-GZIP': gzipSync('ganz groß'),
      br: brotliCompressSync('ganz groß'),
      'gzip, br': brotliCompressSync(gzipSync('ganz groß')),
      identity: Buffer.from('ganz groß'),
    };
    const { url } = await serve((request, response) => {
      const encoding = decodeURIComponent(request.url!.slice(1)) as keyof typeof bodies;
      response.writeHead(200, { 'content-encoding': encoding }).end(bodies[encoding]);
    });
    const client = bench.client();
    for (const encoding of Object.keys(bodies)) {
      expect((await get(client, `${url}/${encodeURIComponent(encoding)}`)).body, encoding).to.equal('ganz groß');
    }
  });

  it('decodes the charset that the server names, else UTF-8, and drops a byte order mark', async () => {
    const answers: Record<string, [string, Buffer]> = {
      '/latin': ['text/html; charset=ISO-8859-1', Buffer.from('groß', 'latin1')],
      '/quoted': ['text/html;charset="utf-8"', Buffer.from('groß')],
      '/none': ['application/json', Buffer.from('groß')],
      '/unknown': ['text/html; charset=none', Buffer.from('groß')],
      '/mark': ['application/json', Buffer.from('\uFEFFgroß')],
    };
    const { url } = await serve((request, response) => {
      const [type, body] = answers[request.url!]!;
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    const client = bench.client();
    for (const path of Object.keys(answers)) expect((await get(client, url + path)).body, path).to.equal('groß');
  });

  it('uses one connection for requests that follow each other', async () => {
    const server = await serve((_, response) => response.end('ok'));
    const client = bench.client();
    for (let count = 0; count < 20; count += 1) await get(client, server.url);
    expect(server.connections).to.have.length(1);
  });

  it('uses no more connections at once than it may, and answers every request', async () => {
    const server = await serve((request, response) => setImmediate(() => response.end(request.url)));
    const client = bench.client({}, { limits: { connections: 3 } });
    const paths = Array.from({ length: 60 }, (_, index) => `/${index}`);
    const bodies = await Promise.all(paths.map(async (path) => (await get(client, server.url + path)).body));
    expect(bodies).to.deep.equal(paths);
    expect(server.connections).to.have.length(3);
  });

  it('closes the socket of a request that is called off', async () => {
    const { server, arrival } = await serveNever();
    const client = bench.client();
    const abort = new AbortController();
    const answer = get(client, server.url, { signal: abort.signal });
    const end = closed((await arrival).socket);
    const reason = new Error('called off');
    abort.abort(reason);
    expect(await answer.catch((error: unknown) => error)).to.equal(reason);
    await end;
  });

  it('closes the socket of a request that is called off in the middle of the answer', async () => {
    const abort = new AbortController();
    const server = await serve((_, response) => response.write('the beginning', () => setImmediate(() => abort.abort())));
    const answer = get(bench.client(), server.url, { signal: abort.signal });
    expect(await answer.catch((error: Error) => error.name)).to.equal('AbortError');
    await closed(server.connections[0]!);
  });

  it('never sends a request that was called off before its turn', async () => {
    const seen: string[] = [];
    const first = deferred<ServerResponse>();
    const server = await serve((request, response) => {
      seen.push(request.url!);
      if (request.url === '/first') first.resolve(response);
      else response.end('next');
    });
    const client = bench.client({}, { limits: { connections: 1 } });
    const abort = new AbortController();
    const answer = get(client, `${server.url}/first`);
    const second = get(client, `${server.url}/second`, { signal: abort.signal }).catch((error: Error) => error.name);
    const response = await first.promise;
    abort.abort();
    expect(await second).to.equal('AbortError');
    response.end('1');
    expect((await answer).body).to.equal('1');
    expect((await get(client, `${server.url}/third`)).body).to.equal('next');
    expect(seen).to.deep.equal(['/first', '/third']);
    expect(server.connections).to.have.length(1);
  });

  it('sends nothing when the signal was aborted before', async () => {
    const server = await serve((_, response) => response.end());
    const reason = new Error('too late');
    const answer = get(bench.client(), server.url, { signal: AbortSignal.abort(reason) });
    expect(await answer.catch((error: unknown) => error)).to.equal(reason);
    expect(server.connections).to.have.length(0);
  });

  it('leaves no listener on a signal that serves many requests', async () => {
    const server = await serve((_, response) => response.end());
    const client = bench.client();
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => ((listeners += 1), add(...given));
    signal.removeEventListener = (...given: Parameters<typeof remove>) => ((listeners -= 1), remove(...given));
    await get(client, server.url, { signal });
    await failureOf(get(client, 'http://127.0.0.1:1', { signal }));
    expect(listeners).to.equal(0);
  });

  it('closes its connections; requests under way and later ones fail', async () => {
    const { server, arrival } = await serveNever();
    const client = bench.client();
    const failure = failureOf(get(client, server.url));
    const end = closed((await arrival).socket);
    await client.close();
    await end;
    expect(await failure).to.include({ reason: 'offline', sent: true });
    expect(await failureOf(get(client, server.url))).to.include({ reason: 'offline', sent: false });
  });

  it('gives up a connection that is being made when it is closed', async () => {
    const arrival = deferred<Socket>();
    const server = await bench.server(serveTcp((socket) => arrival.resolve(socket.resume())));
    const client = bench.client();
    const failure = failureOf(get(client, server.url.replace('http:', 'https:')));
    const end = closed(await arrival.promise);
    await client.close();
    await end;
    expect(await failure).to.include({ reason: 'offline', sent: false });
  });
});
