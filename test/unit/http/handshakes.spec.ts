import { expect } from 'chai';
import { Bench, failureOf, get } from './support/requests.ts';
import { CertificateMaker, type Certified } from './support/authority.ts';
import { serveOpenssl, type OpensslServer } from './support/openssl-server.ts';

describe('TLS handshakes with OpenSSL', () => {
  const bench = new Bench();
  const maker = new CertificateMaker();
  let root: Certified;
  let serverFiles: string[];

  before(() => {
    root = maker.make({ commonName: 'Example Root', authority: true });
    const server = maker.make({ commonName: 'localhost', names: 'DNS:localhost', issuer: root });
    serverFiles = ['-cert', maker.write('server.pem', server.certificate), '-key', maker.write('server-key.pem', server.privateKey)];
  });
  afterEach(() => bench.end());
  after(() => maker.remove());

  const serve = async (...options: string[]): Promise<OpensslServer> => {
    const server = await serveOpenssl([...serverFiles, ...options]);
    bench.onEnd(() => server.stop());
    return server;
  };
  const mutual = (): string[] => ['-Verify', '1', '-verify_return_error', '-CAfile', maker.write('root.pem', root.certificate)];

  it('agrees on TLS 1.2 and on TLS 1.3', async () => {
    for (const version of ['-tls1_2', '-tls1_3']) {
      const { url } = await serve(version);
      expect((await get(bench.client({ ca: root.certificate }), url)).body, version).to.include('Protocol');
    }
  });

  it('refuses TLS 1.1', async () => {
    const { url } = await serve('-tls1_1', '-cipher', 'ALL:@SECLEVEL=0');
    const failure = await failureOf(get(bench.client({ ca: root.certificate }), url));
    expect(failure).to.include({ reason: 'protocol', sent: false });
    expect(failure.hint).to.include('too old');
  });

  it('shows its certificate to a server that demands one', async () => {
    const clientCertificate = maker.make({ commonName: 'someone', issuer: root });
    for (const version of ['-tls1_2', '-tls1_3']) {
      const { url } = await serve(version, ...mutual());
      const client = bench.client({ ca: root.certificate, clientCertificate });
      expect((await get(client, url)).body, version).to.include('Protocol');
    }
  });

  it('says that the server demands a certificate', async () => {
    const { url } = await serve('-tls1_3', ...mutual());
    const failure = await failureOf(get(bench.client({ ca: root.certificate }), url));
    expect(failure).to.include({ reason: 'certificate', code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' });
    expect(failure.hint).to.equal('Set `network.clientCertificate`.');
  });

  it('says that a server of TLS 1.2 may demand one: it only says that the handshake failed', async () => {
    const { url } = await serve('-tls1_2', ...mutual());
    const failure = await failureOf(get(bench.client({ ca: root.certificate }), url));
    expect(failure).to.include({ reason: 'protocol', sent: false });
    expect(failure.hint).to.include('network.clientCertificate');
  });

  it('says that the server does not trust its certificate', async () => {
    const clientCertificate = maker.make({ commonName: 'somebody else' });
    for (const version of ['-tls1_2', '-tls1_3']) {
      const { url } = await serve(version, ...mutual());
      const failure = await failureOf(get(bench.client({ ca: root.certificate, clientCertificate }), url));
      expect(failure, version).to.include({ reason: 'certificate' });
      expect(failure.hint, version).to.include('network.clientCertificate');
    }
  });
});
