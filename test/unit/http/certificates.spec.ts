import { createPrivateKey } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import { expect } from 'chai';
import { Bench, failureOf, get } from './support/requests.ts';
import { CertificateMaker, type Certified } from './support/authority.ts';
import { serveHttps, type TestServer } from './support/servers.ts';

describe('TLS certificates', () => {
  const bench = new Bench();
  const maker = new CertificateMaker();
  let root: Certified;
  let intermediate: Certified;
  let leaf: Certified;

  before(() => {
    root = maker.make({ commonName: 'Example Root', authority: true });
    intermediate = maker.make({ commonName: 'Example Intermediate', authority: true, issuer: root });
    leaf = maker.make({ commonName: 'localhost', names: 'DNS:localhost,IP:127.0.0.1', issuer: intermediate });
  });
  afterEach(() => bench.end());
  after(() => maker.remove());

  let requests = 0;
  beforeEach(() => (requests = 0));

  /** Serves with a certificate, its private key, and what else the server sends along. */
  const serve = async ({ certificate, privateKey }: Certified, along: readonly Certified[] = [], options: ServerOptions = {}): Promise<TestServer> => {
    const cert = [certificate, ...along.map((issuer) => issuer.certificate)].join('');
    return bench.server(
      serveHttps({ cert, key: privateKey, ...options }, (_, response) => {
        requests += 1;
        response.end('ok');
      }),
    );
  };

  describe('trusted', () => {
    it('by network.ca, by name and by address', async () => {
      const server = await serve(leaf, [intermediate]);
      const client = bench.client({ ca: root.certificate });
      expect((await get(client, server.url)).body).to.equal('ok');
      expect((await get(client, `https://127.0.0.1:${server.port}`)).body).to.equal('ok');
      await get(client, server.url);
      expect(server.connections).to.have.length(2);
    });

    it('by one of several in network.ca, with text and other line ends around', async () => {
      const server = await serve(leaf, [intermediate]);
      const other = maker.make({ commonName: 'Other Root', authority: true });
      const ca = `# ours\r\n${`${other.certificate}\nExample Root\n${root.certificate}`.replaceAll('\n', '\r\n')}`;
      expect((await get(bench.client({ ca }), server.url)).body).to.equal('ok');
    });

    it('by an intermediate authority in network.ca that the server leaves out', async () => {
      const server = await serve(leaf);
      const client = bench.client({ ca: root.certificate + intermediate.certificate });
      expect((await get(client, server.url)).body).to.equal('ok');
    });

    it('by itself, when it is in network.ca', async () => {
      const own = maker.make({ commonName: 'localhost', names: 'DNS:localhost' });
      const server = await serve(own);
      expect((await get(bench.client({ ca: own.certificate }), server.url)).body).to.equal('ok');
    });

    for (const variable of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE']) {
      it(`by ${variable}`, async () => {
        const server = await serve(leaf, [intermediate]);
        const environment = { [variable]: maker.write('root.pem', root.certificate) };
        expect((await get(bench.client({}, { environment }), server.url)).body).to.equal('ok');
      });
    }
  });

  describe('refused, with the reason', () => {
    it('the authority is not known, and the server sends its own certificate alone', async () => {
      const server = await serve(leaf);
      const failure = await failureOf(get(bench.client({ ca: root.certificate }), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', sent: false });
      expect(failure.message).to.equal(
        `The certificate of localhost:${server.port} was issued by “Example Intermediate”, which is not known here, and whose certificate the server does not send.`,
      );
      expect(failure.hint).to.include('`network.ca`').and.to.include('NODE_EXTRA_CA_CERTS').and.to.include('the server should send it along');
      expect(requests).to.equal(0);
    });

    it('the root is not known, and the server does not send it', async () => {
      const server = await serve(leaf, [intermediate]);
      const failure = await failureOf(get(bench.client(), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' });
      expect(failure.message).to.include('“Example Root”');
      expect(requests).to.equal(0);
    });

    it('the root is not known, and the server sends it', async () => {
      const server = await serve(leaf, [intermediate, root]);
      const failure = await failureOf(get(bench.client(), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' });
      expect(failure.message).to.equal(`The certificate of localhost:${server.port} was issued by “Example Root”, which is not trusted here.`);
    });

    it('it is signed by itself', async () => {
      const server = await serve(maker.make({ commonName: 'localhost', names: 'DNS:localhost' }));
      const failure = await failureOf(get(bench.client({ ca: root.certificate }), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
      expect(failure.message).to.equal(`The certificate of localhost:${server.port} is signed by itself and by no authority.`);
    });

    it('it expired', async () => {
      const expired = maker.make({ commonName: 'localhost', names: 'DNS:localhost', issuer: root, until: '20240229120000Z' });
      const server = await serve(expired);
      const failure = await failureOf(get(bench.client({ ca: root.certificate }), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'CERT_HAS_EXPIRED' });
      expect(failure.message).to.equal(`The certificate of localhost:${server.port} expired on 2024-02-29.`);
      expect(failure.hint).to.include('clock');
    });

    it('the one of an intermediate authority expired', async () => {
      const old = maker.make({ commonName: 'Old Intermediate', authority: true, issuer: root, until: '20230131000000Z' });
      const server = await serve(maker.make({ commonName: 'localhost', names: 'DNS:localhost', issuer: old }), [old]);
      const failure = await failureOf(get(bench.client({ ca: root.certificate }), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'CERT_HAS_EXPIRED' });
      expect(failure.message).to.match(/^The certificate of “Old Intermediate”, .* expired on 2023-01-31\.$/);
    });

    it('it is not valid yet', async () => {
      const early = maker.make({ commonName: 'localhost', names: 'DNS:localhost', issuer: root, from: '20980101000000Z' });
      const server = await serve(early);
      const failure = await failureOf(get(bench.client({ ca: root.certificate }), server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'CERT_NOT_YET_VALID' });
      expect(failure.message).to.equal(`The certificate of localhost:${server.port} is not valid yet, but from 2098-01-01.`);
    });

    it('it is for other names, which are listed', async () => {
      const names = 'DNS:jira.example.com,DNS:*.example.org,IP:192.0.2.1';
      const server = await serve(maker.make({ commonName: 'localhost', names, issuer: root }));
      const client = bench.client({ ca: root.certificate });
      const failure = await failureOf(get(client, server.url));
      expect(failure).to.include({ reason: 'certificate', code: 'ERR_TLS_CERT_ALTNAME_INVALID', sent: false });
      expect(failure.message).to.equal(
        `The certificate of localhost:${server.port} is not for localhost, but for jira.example.com, *.example.org, 192.0.2.1.`,
      );
      expect((await failureOf(get(client, `https://127.0.0.1:${server.port}`))).message).to.include('is not for 127.0.0.1, but for');
      expect(requests).to.equal(0);
    });

    it('it has many names, or none', async () => {
      const client = bench.client({ ca: root.certificate });
      const many = Array.from({ length: 9 }, (_, index) => `DNS:host${index}.example.com`).join();
      const crowded = await serve(maker.make({ commonName: 'crowd', names: many, issuer: root }));
      expect((await failureOf(get(client, crowded.url))).message).to.match(/host4\.example\.com and 4 more\.$/);
      const nameless = await serve(maker.make({ commonName: 'nobody', issuer: root }));
      expect((await failureOf(get(client, nameless.url))).message).to.match(/but for no name at all\.$/);
    });

    it('whatever NODE_TLS_REJECT_UNAUTHORIZED says', async () => {
      const server = await serve(leaf, [intermediate]);
      const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        expect((await failureOf(get(bench.client({}, { environment: process.env }), server.url))).reason).to.equal('certificate');
      } finally {
        if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
        else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
      }
      expect(requests).to.equal(0);
    });

    it('with the files that the environment names and that cannot be read', async () => {
      const server = await serve(leaf);
      const environment = { NODE_EXTRA_CA_CERTS: '/nowhere/extra.pem', SSL_CERT_FILE: '/nowhere/system.pem' };
      const failure = await failureOf(get(bench.client({}, { environment }), server.url));
      expect(failure.hint).to.include('/nowhere/extra.pem').and.to.include('/nowhere/system.pem');
    });

    it('again and again, also with a TLS session from before', async () => {
      const server = await serve(leaf, [intermediate], { maxVersion: 'TLSv1.2' });
      const client = bench.client();
      for (let times = 0; times < 3; times += 1) {
        expect((await failureOf(get(client, server.url))).code).to.equal('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
      }
    });
  });

  describe('of the client', () => {
    let own: Certified;
    before(() => (own = maker.make({ commonName: 'someone', issuer: root })));

    const serveMutual = (): Promise<TestServer> =>
      serve(leaf, [intermediate], { ca: root.certificate, requestCert: true, rejectUnauthorized: true });

    it('is shown', async () => {
      const server = await serveMutual();
      const client = bench.client({ ca: root.certificate, clientCertificate: own });
      expect((await get(client, server.url)).body).to.equal('ok');
    });

    it('may have a private key with a passphrase', async () => {
      const privateKey = createPrivateKey(own.privateKey).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'pass' }) as string;
      const server = await serveMutual();
      const right = bench.client({ ca: root.certificate, clientCertificate: { ...own, privateKey, passphrase: 'pass' } });
      expect((await get(right, server.url)).body).to.equal('ok');
      const wrong = bench.client({ ca: root.certificate, clientCertificate: { ...own, privateKey, passphrase: 'wrong' } });
      const failure = await failureOf(get(wrong, server.url));
      expect(failure).to.include({ reason: 'certificate', sent: false });
      expect(failure.hint).to.include('network.clientCertificate');
    });
  });
});
