import { EventEmitter, once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { Bench, failureOf, get } from './support/requests.ts';
import { CertificateMaker, type Certified } from './support/authority.ts';
import { startSquid, startTinyproxy, type RunningProxy } from './support/proxies.ts';
import { closed, serveHttp, serveHttps, type TestServer } from './support/servers.ts';

const user = { name: 'jane', password: 'secret-42' };

for (const [name, start] of [['tinyproxy', startTinyproxy], ['squid', startSquid]] as const) {
  describe(`Proxy: ${name}`, () => {
    const bench = new Bench();
    const maker = new CertificateMaker();
    let root: Certified;
    let plain: TestServer;
    let secure: TestServer;
    let forbidden: TestServer;
    let proxy: RunningProxy;
    let url: string;
    const seen: { headers: IncomingHttpHeaders; target: string | undefined }[] = [];
    const arrivals = new EventEmitter();

    before(async () => {
      root = maker.make({ commonName: 'Example Root', authority: true });
      const leaf = maker.make({ commonName: 'localhost', names: 'DNS:localhost', issuer: root });
      const options = { cert: leaf.certificate, key: leaf.privateKey };
      const listener: Parameters<typeof serveHttp>[0] = (request, response) => {
        seen.push({ headers: request.headers, target: request.url });
        if (request.url === '/held') arrivals.emit('held', request);
        else response.end('ok');
      };
      plain = await serveHttp(listener);
      secure = await serveHttps(options, listener);
      forbidden = await serveHttps(options, listener);
      proxy = await start({ user, tunnels: [secure.port, 1] });
      url = `http://${user.name}:${user.password}@${proxy.place}`;
    });
    beforeEach(() => void seen.splice(0));
    afterEach(() => bench.end());
    after(async () => {
      await Promise.all([plain, secure, forbidden, proxy].map((each) => each.stop()));
      maker.remove();
    });

    const client = (address: string): ReturnType<Bench['client']> => bench.client({ ca: root.certificate, proxy: address });

    it('leads to http by the whole URL', async () => {
      const answer = await get(client(url), `${plain.url}/a%7e?b='c'`, { headers: { authorization: 'Bearer token' } });
      expect(answer.body).to.equal('ok');
      expect(seen).to.have.length(1);
      expect(seen[0]!.target).to.equal("/a%7e?b='c'");
      expect(seen[0]!.headers).to.include({ host: `127.0.0.1:${plain.port}`, authorization: 'Bearer token' });
      expect(seen[0]!.headers['via']).to.be.a('string');
      expect(seen[0]!.headers).not.to.have.property('proxy-authorization');
    });

    it('leads to https by a tunnel, which is kept alive', async () => {
      const through = client(url);
      const before = secure.connections.length;
      for (let times = 0; times < 3; times += 1) expect((await get(through, secure.url)).body).to.equal('ok');
      expect(secure.connections.length - before).to.equal(1);
      expect(seen[0]!.headers).not.to.have.any.keys('proxy-authorization', 'via');
    });

    it('serves many requests at once', async () => {
      const through = client(url);
      for (const server of [plain, secure]) {
        const answers = await Promise.all(Array.from({ length: 20 }, () => get(through, server.url)));
        expect(answers.map(({ body }) => body)).to.deep.equal(Array(20).fill('ok'));
      }
    });

    it('passes on that a request is called off', async () => {
      const through = client(url);
      // Outside of a tunnel tinyproxy waits for the head of the answer, and looks at nothing else meanwhile.
      for (const server of name === 'squid' ? [plain, secure] : [secure]) {
        const abort = new AbortController();
        const arrival = once(arrivals, 'held');
        const answer = get(through, `${server.url}/held`, { signal: abort.signal });
        const [request] = (await arrival) as [IncomingMessage];
        const end = closed(request.socket);
        abort.abort();
        expect(await answer.catch((error: Error) => error.name)).to.equal('AbortError');
        await end;
      }
    });

    it('wants a user name and a password', async () => {
      for (const server of [plain, secure]) {
        const failure = await failureOf(get(client(`http://${proxy.place}`), server.url));
        expect(failure).to.include({ reason: 'proxy', code: 'HTTP_407', sent: false });
        expect(failure.message).to.equal(`The proxy ${proxy.place} wants a user name and a password (HTTP 407).`);
        expect(failure.hint).to.include('http://user:password@host:port');
      }
      expect(seen).to.have.length(0);
    });

    it('does not accept a wrong password, which no message shows', async () => {
      for (const server of [plain, secure]) {
        const failure = await failureOf(get(client(`http://${user.name}:wrong-password@${proxy.place}`), server.url));
        expect(failure.reason).to.equal('proxy');
        expect(failure.message).to.match(/^The proxy 127\.0\.0\.1:\d+ does not accept the user name and the password \(HTTP 40[17]\)\.$/);
        expect(JSON.stringify(failure) + String(failure.stack)).not.to.include('wrong-password');
      }
    });

    it('opens no tunnel to a port that it does not allow', async () => {
      const failure = await failureOf(get(client(url), forbidden.url));
      expect(failure).to.include({ reason: 'proxy', code: 'HTTP_403', sent: false });
      expect(failure.message).to.equal(`The proxy ${proxy.place} does not allow a connection to localhost:${forbidden.port} (HTTP 403).`);
      expect(failure.hint).to.include('NO_PROXY').and.to.include('443');
    });

    it('cannot reach the server', async () => {
      for (const target of ['http://127.0.0.1:1/', 'https://127.0.0.1:1/']) {
        const failure = await failureOf(get(client(url), target));
        expect(failure, target).to.include({ reason: 'proxy', sent: false });
        expect(failure.message, target).to.include(proxy.place).and.to.include('127.0.0.1:1');
      }
    });

    it('does not hide that a certificate is not trusted', async () => {
      const failure = await failureOf(get(bench.client({ proxy: url }), secure.url));
      expect(failure).to.include({ reason: 'certificate', sent: false });
      expect(failure.message).to.include('“Example Root”');
    });

    it('does not matter when the setting is `direct`, or NO_PROXY names the server', async () => {
      const environment = { HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1' };
      const direct = bench.client({ ca: root.certificate, proxy: 'direct' }, { environment });
      const exempt = bench.client({ ca: root.certificate }, { environment: { ...environment, NO_PROXY: '127.0.0.0/8,localhost' } });
      for (const way of [direct, exempt]) {
        for (const server of [plain, secure]) expect((await get(way, server.url)).body).to.equal('ok');
      }
    });

    it('comes from the environment, by the scheme of the server', async () => {
      const environment = { http_proxy: url, HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: `${user.name}:${user.password}@${proxy.place}` };
      const through = bench.client({ ca: root.certificate }, { environment });
      expect((await get(through, plain.url)).body).to.equal('ok');
      expect(seen.at(-1)!.headers['via']).to.be.a('string');
      expect((await get(through, secure.url)).body).to.equal('ok');
    });
  });
}
