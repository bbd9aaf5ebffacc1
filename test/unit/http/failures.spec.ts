import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { inspect } from 'node:util';
import { createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { Bench, failureOf, get } from './support/requests.ts';
import { closed, serveHttp, serveTcp } from './support/servers.ts';

const mebibyte = 1024 * 1024;

describe('HTTP failures', () => {
  const bench = new Bench();
  afterEach(() => bench.end());

  const serve = async (listener: (request: IncomingMessage, response: ServerResponse) => void) => bench.server(serveHttp(listener));
  /** Answers the first bytes of each connection with what `answer` does. */
  const serveRaw = async (answer: (socket: import('node:net').Socket) => void) =>
    bench.server(serveTcp((socket) => void socket.once('data', () => answer(socket))));

  it('offline: nothing listens', async () => {
    const server = await serve(() => undefined);
    await server.stop();
    const failure = await failureOf(get(bench.client(), server.url));
    expect(failure).to.include({ reason: 'offline', code: 'ECONNREFUSED', sent: false });
    expect(failure.message).to.equal(`Nothing listens at 127.0.0.1:${server.port}: the connection was refused.`);
  });

  it('offline: the host name is not known', async () => {
    const failure = await failureOf(get(bench.client(), 'https://jira.invalid/jira'));
    expect(failure).to.include({ reason: 'offline', sent: false });
    expect(failure.code).to.be.oneOf(['ENOTFOUND', 'EAI_AGAIN']);
    expect(failure.message).to.include('jira.invalid:443');
  });

  it('offline: the connection is reset after the request', async () => {
    const server = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await failureOf(get(bench.client(), server.url))).to.include({ reason: 'offline', code: 'ECONNRESET', sent: true });
  });

  it('offline: the server closes without a word', async () => {
    const server = await serveRaw((socket) => socket.end());
    expect(await failureOf(get(bench.client(), server.url))).to.include({ reason: 'offline', code: 'UND_ERR_SOCKET', sent: true });
  });

  for (const [name, head] of [
    ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it'],
    ['with a length, not kept alive', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf of it'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf of it'],
    ['in chunks, not kept alive', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n64\r\nhalf of it'],
    ['within its head', 'HTTP/1.1 200 OK\r\nContent-'],
  ] as const) {
    it(`offline: the answer ends before its end (${name})`, async () => {
      const server = await serveRaw((socket) => socket.end(head));
      expect(await failureOf(get(bench.client(), server.url))).to.include({ reason: 'offline', sent: true });
    });
  }

  it('timeout: the whole exchange takes too long, and the socket is closed', async () => {
    const server = await serve(() => undefined);
    const failure = await failureOf(get(bench.client(), `${server.url}/secret?os_password=secret`, { timeout: 50 }));
    expect(failure).to.include({ reason: 'timeout', code: 'ETIMEDOUT', sent: true });
    expect(failure.message).to.equal(`127.0.0.1:${server.port} did not give its whole answer within 0.05 s.`);
    await closed(server.connections[0]!);
  });

  it('timeout: no head comes', async () => {
    const server = await serve(() => undefined);
    const client = bench.client({}, { limits: { headersTimeout: 100 } });
    expect(await failureOf(get(client, server.url))).to.include({ reason: 'timeout', code: 'UND_ERR_HEADERS_TIMEOUT', sent: true });
    await closed(server.connections[0]!);
  });

  it('timeout: the body stops', async () => {
    const server = await serve((_, response) => void response.write('the beginning'));
    const client = bench.client({}, { limits: { bodyTimeout: 100 } });
    expect(await failureOf(get(client, server.url))).to.include({ reason: 'timeout', code: 'UND_ERR_BODY_TIMEOUT', sent: true });
    await closed(server.connections[0]!);
  });

  it('timeout: a body that drips is bounded by the time for the whole', async () => {
    let drip: NodeJS.Timeout | undefined;
    const server = await serve((_, response) => {
      drip = setInterval(() => response.write('.'), 10);
    });
    bench.onEnd(async () => clearInterval(drip));
    expect(await failureOf(get(bench.client(), server.url, { timeout: 200 }))).to.include({ reason: 'timeout', code: 'ETIMEDOUT' });
    await closed(server.connections[0]!);
  });

  it('timeout: the TLS handshake gets no answer', async () => {
    const server = await bench.server(serveTcp((socket) => socket.resume()));
    const client = bench.client({}, { limits: { connectTimeout: 100 } });
    const failure = await failureOf(get(client, server.url.replace('http:', 'https:')));
    expect(failure).to.include({ reason: 'timeout', code: 'UND_ERR_CONNECT_TIMEOUT', sent: false });
    await closed(server.connections[0]!);
  });

  it('timeout: soon after one there is less time', async () => {
    const server = await bench.server(serveTcp((socket) => socket.resume()));
    const client = bench.client({}, { limits: { connectTimeout: 1500, connectAgainTimeout: 20 } });
    const took = async (): Promise<number> => {
      const begun = performance.now();
      const failure = await failureOf(get(client, server.url.replace('http:', 'https:')));
      expect(failure).to.include({ reason: 'timeout', code: 'UND_ERR_CONNECT_TIMEOUT', sent: false });
      return performance.now() - begun;
    };
    const whole = await took();
    expect(2 * (await took())).to.be.below(whole);
  });

  it('protocol: what answers is not HTTP, and what it said is not in the error', async () => {
    const server = await serveRaw((socket) => socket.end('220 secret ESMTP\r\n'));
    const failure = await failureOf(get(bench.client(), server.url));
    expect(failure).to.include({ reason: 'protocol', sent: true });
    expect(failure.code).to.match(/^HPE_/);
    expect(inspect(failure, { depth: 9 })).not.to.include('secret');
  });

  it('protocol: the headers are too long', async () => {
    const server = await serveRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`));
    expect(await failureOf(get(bench.client(), server.url))).to.include({ reason: 'protocol', code: 'UND_ERR_HEADERS_OVERFLOW' });
  });

  it('protocol: a compressed body is broken, cut off, or in an encoding that nobody asked for', async () => {
    const bodies: Record<string, [string, Buffer]> = {
      '/broken': ['gzip', Buffer.from('not compressed at all')],
      '/short': ['gzip', gzipSync('whole').subarray(0, -9)],
      '/brotli': ['br', Buffer.from('not compressed at all')],
      '/foreign': ['zstd', Buffer.from('x')],
    };
    const server = await serve((request, response) => {
      const [encoding, body] = bodies[request.url!]!;
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    const client = bench.client();
    for (const path of Object.keys(bodies)) {
      expect(await failureOf(get(client, server.url + path)), path).to.include({ reason: 'protocol', sent: true });
    }
  });

  it('protocol: an http server is asked for https; nothing was sent', async () => {
    const server = await serve((_, response) => response.end());
    const failure = await failureOf(get(bench.client(), server.url.replace('http:', 'https:')));
    expect(failure).to.include({ reason: 'protocol', code: 'ERR_SSL_WRONG_VERSION_NUMBER', sent: false });
    expect(failure.message).to.equal(`127.0.0.1:${server.port} speaks no TLS.`);
  });

  it('offline: an http server that is asked for https closes at once; nothing was sent', async () => {
    const server = await serveRaw((socket) => socket.resetAndDestroy());
    const failure = await failureOf(get(bench.client(), server.url.replace('http:', 'https:')));
    expect(failure).to.include({ reason: 'offline', code: 'ECONNRESET', sent: false });
    expect(failure.message).to.equal(`127.0.0.1:${server.port} cut the connection before TLS was agreed on.`);
  });

  it('tooLarge: a length is announced that is over the limit', async () => {
    const server = await serve((_, response) => void response.writeHead(200, { 'content-length': 1001 }).flushHeaders());
    const failure = await failureOf(get(bench.client({}, { limits: { maxBodySize: 1000 } }), server.url));
    expect(failure).to.include({ reason: 'tooLarge', sent: true });
    await closed(server.connections[0]!);
  });

  it('tooLarge: a body has no end', async () => {
    const server = await serve((_, response) => {
      const endless = new Readable({ read: () => endless.push(Buffer.alloc(64 * 1024)) });
      pipeline(endless, response, () => undefined);
    });
    const failure = await failureOf(get(bench.client({}, { limits: { maxBodySize: 2 * mebibyte } }), server.url));
    expect(failure).to.include({ reason: 'tooLarge', message: `The answer of 127.0.0.1:${server.port} is longer than 2 MiB.` });
    await closed(server.connections[0]!);
  });

  for (const [encoding, compress] of [['gzip', createGzip], ['br', createBrotliCompress]] as const) {
    it(`tooLarge: a bomb (${encoding})`, async () => {
      const server = await serve((_, response) => {
        response.writeHead(200, { 'content-encoding': encoding });
        const compressed = compress();
        compressed.pipe(response);
        compressed.end(Buffer.alloc(16 * mebibyte));
      });
      const client = bench.client({}, { limits: { maxBodySize: mebibyte } });
      expect(await failureOf(get(client, server.url))).to.include({ reason: 'tooLarge', sent: true });
    });
  }

  it('a body as long as the limit is not too large', async () => {
    const server = await serve((request, response) => {
      const zipped = request.url === '/gzip';
      response.writeHead(200, zipped ? { 'content-encoding': 'gzip' } : {});
      response.end(zipped ? gzipSync('x'.repeat(1000)) : 'x'.repeat(1000));
    });
    const client = bench.client({}, { limits: { maxBodySize: 1000 } });
    for (const path of ['/', '/gzip']) expect((await get(client, server.url + path)).body).to.have.length(1000);
  });

  it('serves the next request after any failure', async () => {
    let count = 0;
    const server = await serveRaw((socket) => {
      count += 1;
      socket.end(count < 4 ? 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n' : 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    const client = bench.client({}, { limits: { connections: 1 } });
    for (let times = 0; times < 3; times += 1) expect((await failureOf(get(client, server.url))).reason).to.equal('offline');
    expect((await get(client, server.url)).body).to.equal('ok');
  });

  it('opens a new connection when the server has closed the idle one', async () => {
    const server = await serve((_, response) => response.end('ok'));
    const client = bench.client();
    await get(client, server.url);
    server.connections[0]!.end();
    await closed(server.connections[0]!);
    expect((await get(client, server.url)).body).to.equal('ok');
    expect(server.connections).to.have.length(2);
  });

  it('says a mistake of our own as such', async () => {
    const server = await serve((_, response) => response.end());
    const answer = get(bench.client(), server.url, { headers: { authorization: 'Bearer se\ncret' } });
    const error = (await answer.catch((thrown: unknown) => thrown)) as Error;
    expect(error.name).not.to.equal('HttpFailure');
    expect(inspect(error)).not.to.include('cret');
  });
});
