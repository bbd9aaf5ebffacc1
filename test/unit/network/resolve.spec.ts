import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Network } from '../../../protocol/network.ts';
import { JiraError } from '../../../src/core/errors.ts';
import { resolveNetwork } from '../../../src/core/network/resolve.ts';
import { CertificateMaker, openssl, type Certified } from '../http/support/authority.ts';

const nothing: Network = { ca: undefined, proxy: undefined, clientCertificate: undefined, headers: undefined };

const resolve = (network: Partial<Network>) => resolveNetwork({ ...nothing, ...network }, (path) => readFile(path));

async function refusal(network: Partial<Network>): Promise<JiraError> {
  const error: unknown = await resolve(network).catch((thrown: unknown) => thrown);
  if (!(error instanceof JiraError)) throw new Error('A JiraError was due.', { cause: error });
  expect(error.kind).to.equal('invalidParams');
  return error;
}

describe('Network settings', () => {
  const maker = new CertificateMaker();
  let root: Certified;
  let other: Certified;
  let own: Certified;
  before(() => {
    root = maker.make({ commonName: 'Example Root', authority: true });
    other = maker.make({ commonName: 'Other Root', authority: true });
    own = maker.make({ commonName: 'someone', issuer: root });
  });
  after(() => maker.remove());

  const subjects = (pem: string | undefined): string[] =>
    (pem ?? '').split(/(?<=-----END CERTIFICATE-----\n)/).filter(Boolean).map((each) => new X509Certificate(each).subject);

  it('may be absent', async () => {
    const empty = { network: { ca: undefined, proxy: undefined, clientCertificate: undefined }, headers: {} };
    expect(await resolveNetwork(undefined, (path) => readFile(path))).to.deep.equal(empty);
    expect(await resolve({})).to.deep.equal(empty);
  });

  describe('ca', () => {
    it('is PEM: alone, several, flattened, escaped, among other things', async () => {
      const both = ['CN=Example Root', 'CN=Other Root'];
      for (const ca of [
        root.certificate + other.certificate,
        (root.certificate + other.certificate).replaceAll('\n', ' '),
        JSON.stringify(root.certificate + other.certificate),
        `# ours\r\n${root.certificate.replaceAll('\n', '\r\n')}\n${root.privateKey}${other.certificate}`,
      ]) {
        expect(subjects((await resolve({ ca })).network.ca), ca).to.deep.equal(both);
      }
    });

    it('is the path of a file of PEM or DER', async () => {
      const pem = maker.write('root\\new.pem', root.certificate);
      const der = maker.write('root.cer', '');
      openssl('x509', '-in', pem, '-outform', 'DER', '-out', der);
      const trusted = maker.write('trusted.pem', openssl('x509', '-in', pem, '-trustout'));
      for (const ca of [pem, ` ${pem}\n`, `"${pem}"`, der, trusted]) {
        const resolved = (await resolve({ ca })).network.ca;
        expect(subjects(resolved), ca).to.deep.equal(['CN=Example Root']);
        expect(resolved, ca).to.equal(root.certificate);
      }
    });

    const refused: readonly (readonly [string, () => string, RegExp])[] = [
      ['a file that is not there', () => '/nowhere/root.pem', /^There is no file \/nowhere\/root\.pem\.$/],
      ['a folder', () => '/tmp', /^\/tmp is a folder and no file\.$/],
      ['a path that is not absolute', () => 'root.pem', /^This is neither PEM nor the path of a file\.$/],
      ['something else', () => 'true', /^This is neither PEM nor the path of a file\.$/],
      ['a private key', () => root.privateKey, /^This holds no certificate, but “PRIVATE KEY”\.$/],
      ['a file of something else', () => maker.write('notes.txt', 'my notes'), /^The file .*notes\.txt holds no certificate\.$/],
      ['an empty file', () => maker.write('empty.pem', ''), /^The file .*empty\.pem holds no certificate\.$/],
      ['one that is cut short', () => root.certificate.slice(0, -100), /^This holds a certificate that is damaged or cut short\.$/],
      ['one that is damaged', () => root.certificate.replace(/MII./, 'AAAA').replace(/MIIB/, 'AAAA'), /damaged or cut short/],
      ['the second of several', () => root.certificate + other.certificate.slice(0, 200), /of which number 2 is damaged or cut short/],
    ];
    for (const [name, ca, message] of refused) {
      it(`is not ${name}`, async () => {
        const error = await refusal({ ca: ca() });
        expect(error.details.path).to.equal('network.ca');
        expect(error.message).to.match(message);
      });
    }
  });

  describe('clientCertificate', () => {
    const resolveOwn = async (certificate: string, privateKey: string, passphrase?: string) =>
      (await resolve({ clientCertificate: { certificate, privateKey, passphrase } })).network.clientCertificate!;

    it('is a certificate and its private key', async () => {
      const resolved = await resolveOwn(own.certificate, own.privateKey);
      expect(subjects(resolved.certificate)).to.deep.equal(['CN=someone']);
      expect(createPrivateKey(resolved.privateKey).equals(createPrivateKey(own.privateKey))).to.equal(true);
    });

    it('may be one file with all in it, in any order; its own certificate comes first', async () => {
      const file = maker.write('all.pem', root.certificate + own.privateKey + own.certificate);
      const resolved = await resolveOwn(file, file);
      expect(subjects(resolved.certificate)).to.deep.equal(['CN=someone', 'CN=Example Root']);
    });

    it('may have a private key in each form of OpenSSL, encrypted or flattened', async () => {
      const key = createPrivateKey(own.privateKey);
      const sec1 = key.export({ type: 'sec1', format: 'pem' }).toString();
      const secret = { passphrase: 'pass phrase' };
      const encrypted = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', ...secret }).toString();
      const legacy = key.export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', ...secret }).toString();
      for (const [pem, passphrase] of [[sec1], [sec1.replaceAll('\n', '')], [encrypted, secret.passphrase], [encrypted.replaceAll('\n', ' '), secret.passphrase], [legacy, secret.passphrase], [sec1, 'one too many']]) {
        const resolved = await resolveOwn(own.certificate, pem!, passphrase);
        expect(createPrivateKey(resolved.privateKey).equals(key), pem).to.equal(true);
        expect(resolved.passphrase).to.equal(undefined);
      }
    });

    it('is refused with the member that is wrong, and without what is secret', async () => {
      const key = createPrivateKey(own.privateKey);
      const encrypted = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' }).toString();
      for (const [certificate, privateKey, passphrase, path, message] of [
        [own.certificate, other.privateKey, undefined, 'privateKey', 'does not belong'],
        [own.certificate, encrypted, undefined, 'passphrase', 'is encrypted'],
        [own.certificate, encrypted, '', 'passphrase', 'is encrypted'],
        [own.certificate, encrypted, 'hidden', 'passphrase', 'does not open'],
        [own.certificate, own.certificate, undefined, 'privateKey', 'no private key, but “CERTIFICATE”'],
        [own.certificate, own.privateKey.slice(0, -60), undefined, 'privateKey', 'damaged or cut short'],
        [own.certificate, '/nowhere/key.pem', undefined, 'privateKey', 'There is no file'],
        [own.privateKey, own.privateKey, undefined, 'certificate', 'no certificate, but “PRIVATE KEY”'],
      ] as const) {
        const error = await refusal({ clientCertificate: { certificate, privateKey, passphrase } });
        expect(error.details.path).to.equal(`network.clientCertificate.${path}`);
        expect(error.message).to.include(message).and.not.include('hidden');
      }
    });
  });

  describe('proxy', () => {
    for (const [proxy, resolved] of [
      ['direct', 'direct'],
      [' Direct ', 'direct'],
      ['http://proxy.example.com:3128', 'http://proxy.example.com:3128'],
      ['HTTP://Proxy.Example.com/', 'http://proxy.example.com'],
      ['proxy.example.com:3128', 'http://proxy.example.com:3128'],
      ['https://proxy.example.com', 'https://proxy.example.com'],
      ['http://CORP%5Cjane:p%40ss@proxy:8080', 'http://CORP%5Cjane:p%40ss@proxy:8080'],
      ['jane:pass@proxy:8080', 'http://jane:pass@proxy:8080'],
      ['http://[::1]:8080', 'http://[::1]:8080'],
    ] as const) {
      it(`is ${proxy}`, async () => expect((await resolve({ proxy })).network.proxy).to.equal(resolved));
    }

    for (const [proxy, message] of [
      ['', 'no address'],
      ['http://', 'no address'],
      ['http://jane:hidden@proxy:99999', 'no address'],
      ['socks5://jane:hidden@proxy:1080', '“socks5” is not supported'],
      ['http://wpad.example.com/proxy.pac', 'has no path'],
    ] as const) {
      it(`is not “${proxy}”`, async () => {
        const error = await refusal({ proxy });
        expect(error.details.path).to.equal('network.proxy');
        expect(error.message).to.include(message).and.not.include('hidden');
      });
    }
  });

  describe('headers', () => {
    it('are given by lower-case name', async () => {
      const headers = { 'CF-Access-Client-Id': ' id.access ', 'X_Gateway': 'ä\ttab', 'X-Empty': '', cookie: 'MRHSession=1; other=JSESSIONID' };
      expect((await resolve({ headers })).headers).to.deep.equal({
        'cf-access-client-id': 'id.access',
        x_gateway: 'ä\ttab',
        'x-empty': '',
        cookie: 'MRHSession=1; other=JSESSIONID',
      });
    });

    for (const [name, value, message] of [
      ['X-Split', 'hidden\r\nHost: evil', 'such as a line break'],
      ['X-Null', 'hidden\0', 'such as a line break'],
      ['X-Wide', 'hidden→', 'such as a line break'],
      ['X Space', 'hidden', 'no name of a header'],
      ['X-Colon:', 'hidden', 'no name of a header'],
      ['', 'hidden', 'no name of a header'],
      ['Authorization', 'Bearer hidden', 'credentials of Jira'],
      ['Proxy-Authorization', 'Basic hidden', 'for the proxy'],
      ['Host', 'hidden', 'belongs to the connection'],
      ['Transfer-Encoding', 'hidden', 'belongs to the connection'],
      ['User-Agent', 'hidden', 'sends this header itself'],
      ['Cookie', 'gateway=1; JSESSIONID=hidden', 'Cookies of Jira itself'],
    ] as const) {
      it(`are not ${name || 'without a name'}: ${JSON.stringify(value)}`, async () => {
        const error = await refusal({ headers: { [name]: value } });
        expect(error.details.path).to.equal(`network.headers.${name}`);
        expect(error.message).to.include(message);
        expect(error.message + error.details.hint).not.to.include('hidden');
      });
    }

    it('are not there twice', async () => {
      expect((await refusal({ headers: { 'X-A': '1', 'x-a': '2' } })).message).to.include('twice');
    });
  });
});
