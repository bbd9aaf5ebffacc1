import { constants, createPublicKey, privateDecrypt, publicEncrypt, X509Certificate } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { expect } from 'chai';
import fc from 'fast-check';
import { generateRsaKeyPair, type RsaKeyPair } from '../../../src/core/keys/generate.ts';
import { fingerprintOf } from '../../../src/core/keys/fingerprint.ts';
import { openssl, temporaryFolder } from '../../support/openssl.ts';

const now = Date.UTC(2026, 2, 1, 9, 30, 0, 123);

describe('A generated key pair', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  for (const bits of [1024, 2048, 3072]) {
    it(`is read by openssl in all its forms (${bits} bits)`, async () => {
      const made = await generateRsaKeyPair({ bits, validDays: 365, commonName: 'Jira Language Server', now: Date.now() });
      expect(made.bits).to.equal(bits);
      assertReadByOpenssl(made);
    });
  }

  it('leaves the event loop free while a key of 4096 bits is made', async () => {
    await import('../../../src/core/keys/forge.ts');
    const ticks: number[] = [performance.now()];
    const timer = setInterval(() => ticks.push(performance.now()), 2);
    const made = await generateRsaKeyPair({ bits: 4096, validDays: 365, commonName: 'Jira Language Server', now: Date.now() });
    clearInterval(timer);
    ticks.push(performance.now());
    const duration = ticks.at(-1)! - ticks[0]!;
    const longestPause = Math.max(...ticks.slice(1).map((tick, index) => tick - ticks[index]!));
    expect(longestPause / duration, 'longest pause in relation to the whole').to.be.below(0.25);
    assertReadByOpenssl(made);
  });

  function assertReadByOpenssl({ bits, fingerprint, publicKey, privateKey, certificate }: RsaKeyPair): void {
    const file = folder.write('certificate.pem', certificate);
    const text = openssl(['x509', '-in', file, '-noout', '-text']).toString();
    for (const words of ['Version: 3 (0x2)', `Public-Key: (${bits} bit)`, 'sha256WithRSAEncryption', 'CA:FALSE', 'Subject Key Identifier']) {
      expect(text).to.contain(words);
    }
    expect(text).to.match(/Key Usage: critical\s+Digital Signature\n/);
    expect(openssl(['verify', '-x509_strict', '-check_ss_sig', '-CAfile', file, file]).toString()).to.contain(': OK');
    expect(openssl('x509 -noout -pubkey', certificate).toString()).to.equal(publicKey);
    expect(openssl('pkey -check -noout', privateKey).toString()).to.contain('Key is valid');
    expect(openssl('rsa -check -noout', privateKey).toString()).to.contain('RSA key ok');
    expect(openssl('pkey -pubout', privateKey).toString()).to.equal(publicKey);
    expect(openssl('pkcs8 -topk8 -nocrypt', privateKey).toString()).to.equal(privateKey);
    const digest = openssl('dgst -sha256 -binary', openssl('pkey -pubin -outform DER', publicKey));
    expect(fingerprint).to.equal(`SHA256:${digest.toString('base64').replace('=', '')}`);
    const key = createPublicKey(publicKey);
    expect(fingerprintOf(key)).to.equal(fingerprint);
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    expect(privateDecrypt({ key: privateKey, padding }, publicEncrypt({ key, padding }, Buffer.from('pair'))).toString()).to.equal('pair');
  }
});

describe('The certificate of a generated key pair', () => {
  const generate = (options: { validDays?: number; commonName?: string } = {}) =>
    generateRsaKeyPair({ bits: 1024, validDays: 365, commonName: 'Jira Language Server', now, ...options });

  it('begins a little before and ends when it says, to the second', async () => {
    const { certificate, createdAt, notAfter } = await generate({ validDays: 30 });
    expect(createdAt).to.equal('2026-03-01T09:30:00.123Z');
    expect(notAfter).to.equal('2026-03-31T09:30:00.000Z');
    const dates = openssl('x509 -noout -dates', certificate).toString();
    expect(dates).to.equal('notBefore=Mar  1 09:25:00 2026 GMT\nnotAfter=Mar 31 09:30:00 2026 GMT\n');
  });

  it('may be valid for a hundred years, beyond the two-digit years of X.509', async () => {
    const { certificate, notAfter } = await generate({ validDays: 36_500 });
    expect(notAfter).to.equal('2126-02-05T09:30:00.000Z');
    expect(openssl('x509 -noout -enddate', certificate).toString()).to.equal('notAfter=Feb  5 09:30:00 2126 GMT\n');
  });

  it('has a serial number that is positive, long, and another each time', async () => {
    const serials = await Promise.all([1, 2, 3].map(async () => openssl('x509 -noout -serial', (await generate()).certificate).toString()));
    for (const serial of serials) expect(serial).to.match(/^serial=[4-7][0-9A-F]{31}\n$/);
    expect(new Set(serials).size).to.equal(3);
  });

  it('has the common name, in any script, as subject and as issuer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 }), async (commonName) => {
        const certificate = new X509Certificate((await generate({ commonName })).certificate);
        const { subject, issuer } = certificate.toLegacyObject() as { subject: object; issuer: object };
        expect(subject).to.deep.equal({ CN: commonName });
        expect(issuer).to.deep.equal({ CN: commonName });
        expect(certificate.verify(certificate.publicKey)).to.equal(true);
      }),
      { numRuns: 15, examples: [['Jirá 日本 🔑'], ['a/b,c=d+e"f'], [' '], ['CN=x']] },
    );
  });

  it('mends half a character in the common name', async () => {
    const { certificate } = await generate({ commonName: 'half \ud83d' });
    expect(new X509Certificate(certificate).subject).to.equal('CN=half \ufffd');
  });
});
