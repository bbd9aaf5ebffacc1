import { createServer as createHttp, type IncomingMessage } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { proxyFor } from '../../../src/infrastructure/http/proxy.ts';
import { HttpFailure } from '../../../src/infrastructure/http/http.ts';
import { CertificateMaker, type Certified } from './support/authority.ts';
import { Bench, failureOf, get } from './support/requests.ts';
import { closed, deferred, listen, serveHttps, serveTcp, type TestServer } from './support/servers.ts';

describe('The way to a server', () => {
  const http = new URL('http://jira.example.com/jira');
  const https = new URL('https://jira.example.com/jira');

  it('is direct when nothing says otherwise', () => {
    expect(proxyFor(https, undefined, {})).to.equal(undefined);
    expect(proxyFor(https, undefined, { HTTPS_PROXY: '', https_proxy: ' ' })).to.equal(undefined);
    expect(proxyFor(https, undefined, { HTTP_PROXY: 'http://proxy:1' })).to.equal(undefined);
    expect(proxyFor(http, undefined, { HTTPS_PROXY: 'http://proxy:1' })).to.equal(undefined);
  });

  it('is what the environment says for the scheme, the lower-case name first', () => {
    const environment = { HTTP_PROXY: 'http://upper:1', http_proxy: 'http://lower:2', HTTPS_PROXY: 'http://secure:3' };
    expect(proxyFor(http, undefined, environment)?.place).to.equal('lower:2');
    expect(proxyFor(https, undefined, environment)?.place).to.equal('secure:3');
    expect(proxyFor(https, undefined, { ...environment, NO_PROXY: '.example.com' })).to.equal(undefined);
    expect(proxyFor(https, undefined, { ...environment, NO_PROXY: '.example.com', no_proxy: 'other' })?.place).to.equal('secure:3');
    expect(proxyFor(new URL('https://[::1]/'), undefined, { ...environment, no_proxy: '::1' })).to.equal(undefined);
  });

  it('is what the setting says, whatever the environment says', () => {
    const environment = { HTTPS_PROXY: 'http://secure:3', NO_PROXY: '*' };
    expect(proxyFor(https, 'http://own:4', environment)?.place).to.equal('own:4');
    expect(proxyFor(https, 'direct', { HTTPS_PROXY: 'http://secure:3' })).to.equal(undefined);
  });

  it('takes a proxy without a scheme for http', () => {
    expect(proxyFor(https, 'proxy.example.com:3128', {})?.origin).to.equal('http://proxy.example.com:3128');
    expect(proxyFor(https, 'proxy.example.com', {})?.place).to.equal('proxy.example.com:80');
    expect(proxyFor(https, 'https://proxy.example.com', {})?.place).to.equal('proxy.example.com:443');
  });

  for (const [url, credentials] of [
    ['http://jane:pass@proxy:1', 'jane:pass'],
    ['http://CORP%5Cjane:p%40ss%3A%2Fw%C3%B6rd@proxy:1', 'CORP\\jane:p@ss:/wörd'],
    ['http://jane@proxy:1', 'jane:'],
    ['http://jane:100%@proxy:1', 'jane:100%'],
  ] as const) {
    it(`decodes the credentials of ${url}`, () => {
      const authorization = proxyFor(https, url, {})!.authorization!;
      expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).to.equal(credentials);
    });
  }

  for (const [url, words] of [
    ['socks5://jane:hidden@proxy:1080', 'names a proxy of the kind “socks5”'],
    ['http://jane:hidden@', 'is no address'],
  ] as const) {
    it(`refuses ${url}, and says where it comes from but not what is secret`, () => {
      for (const [setting, environment, source] of [[url, {}, 'The proxy of the provider'], [undefined, { HTTPS_PROXY: url }, 'HTTPS_PROXY']] as const) {
        expect(() => proxyFor(https, setting, environment))
          .to.throw(HttpFailure, `${source} ${words}`)
          .that.satisfies((failure: HttpFailure) => failure.reason === 'proxy' && !failure.message.includes('hidden'));
      }
    });
  }
});

describe('Proxies that fail', () => {
  const bench = new Bench();
  const maker = new CertificateMaker();
  let root: Certified;
  let leaf: Certified;
  before(() => {
    root = maker.make({ commonName: 'Example Root', authority: true });
    leaf = maker.make({ commonName: 'localhost', names: 'DNS:localhost', issuer: root });
  });
  afterEach(() => bench.end());
  after(() => maker.remove());

  const targets = ['http://jira.example.com/', 'https://jira.example.com/'];
  const raw = async (answer: (socket: Socket) => void): Promise<TestServer> =>
    bench.server(serveTcp((socket) => void socket.once('data', () => answer(socket))));

  it('nothing listens', async () => {
    for (const target of targets) {
      const failure = await failureOf(get(bench.client({ proxy: 'http://jane:hidden@127.0.0.1:1' }), target));
      expect(failure).to.include({ reason: 'proxy', code: 'ECONNREFUSED', sent: false });
      expect(failure.message).to.equal('The proxy cannot be used. Nothing listens at 127.0.0.1:1: the connection was refused.');
    }
  });

  it('it does not answer to CONNECT', async () => {
    const server = await bench.server(serveTcp((socket) => socket.resume()));
    const client = bench.client({ proxy: server.url }, { limits: { connectTimeout: 100 } });
    const failure = await failureOf(get(client, 'https://jira.example.com/'));
    expect(failure).to.include({ reason: 'proxy', code: 'UND_ERR_HEADERS_TIMEOUT', sent: false });
    expect(failure.message).to.include('jira.example.com:443').and.to.include(`127.0.0.1:${server.port}`);
    await closed(server.connections[0]!);
  });

  it('the client is closed while the proxy is asked for a tunnel', async () => {
    const asked = deferred<Socket>();
    const proxy = await raw((socket) => asked.resolve(socket));
    const client = bench.client({ proxy: proxy.url });
    const failure = failureOf(get(client, 'https://jira.example.com/'));
    const end = closed(await asked.promise);
    await client.close();
    await end;
    expect(await failure).to.include({ reason: 'offline', sent: false });
  });

  it('it is no proxy', async () => {
    const speaking = await raw((socket) => socket.end('220 ESMTP\r\n'));
    expect(await failureOf(get(bench.client({ proxy: speaking.url }), 'https://jira.example.com/'))).to.include({ reason: 'proxy', sent: false });
    const silent = await raw((socket) => socket.end());
    expect(await failureOf(get(bench.client({ proxy: silent.url }), 'https://jira.example.com/'))).to.include({ reason: 'proxy', sent: false });
  });

  it('it wants a way to know the user that is not supported', async () => {
    const server = await raw((socket) => {
      socket.end('HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n');
    });
    for (const target of targets) {
      const failure = await failureOf(get(bench.client({ proxy: server.url }), target));
      expect(failure).to.include({ reason: 'proxy', code: 'HTTP_407', sent: false });
      expect(failure.message).to.equal(`The proxy 127.0.0.1:${server.port} wants to know the user by Negotiate, NTLM, which is not supported (HTTP 407).`);
      expect(failure.hint).to.include('cntlm');
    }
  });

  it('what the server behind it answers is not taken for its own', async () => {
    const server = await raw((socket) => socket.end('HTTP/1.1 503 No\r\nServer: Apache\r\nContent-Length: 4\r\n\r\nJira'));
    expect(await get(bench.client({ proxy: server.url }), 'http://jira.example.com/')).to.include({ status: 503, body: 'Jira' });
  });

  /** A proxy that is reached by TLS. */
  const serveTlsProxy = (): Promise<TestServer> => {
    const server = createHttps({ cert: leaf.certificate, key: leaf.privateKey }, (_, response) => response.end('by the proxy'));
    server.on('connect', (request: IncomingMessage, socket: Socket) => {
      const [host, port] = request.url!.split(':');
      const onward = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host!, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      socket.on('close', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    return listen(server, 'https://localhost');
  };

  it('a proxy may be reached by TLS, and a tunnel have TLS within', async () => {
    const proxy = await bench.server(serveTlsProxy());
    const server = await bench.server(serveHttps({ cert: leaf.certificate, key: leaf.privateKey }, (_, response) => response.end('by the server')));
    const client = bench.client({ ca: root.certificate, proxy: proxy.url });
    expect((await get(client, server.url)).body).to.equal('by the server');
    expect((await get(client, 'http://jira.example.com/')).body).to.equal('by the proxy');
  });

  it('its certificate is not trusted', async () => {
    const proxy = await bench.server(serveTlsProxy());
    for (const target of targets) {
      const failure = await failureOf(get(bench.client({ proxy: proxy.url }), target));
      expect(failure).to.include({ reason: 'proxy', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', sent: false });
      expect(failure.message).to.include('“Example Root”').and.to.include(`localhost:${proxy.port}`);
    }
  });

  it('it closes the tunnel in the middle of the TLS handshake', async () => {
    const server = createHttp();
    server.on('connect', (_: IncomingMessage, socket: Socket) => {
      socket.once('data', () => socket.destroy());
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    });
    const proxy = await bench.server(listen(server, 'http://127.0.0.1'));
    const failure = await failureOf(get(bench.client({ proxy: proxy.url }), 'https://jira.example.com/'));
    expect(failure).to.include({ reason: 'offline', code: 'ECONNRESET', sent: false });
  });
});
