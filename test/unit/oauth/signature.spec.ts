import { join } from 'node:path';
import { expect } from 'chai';
import { createRsaSha1Signer, sha1SignaturesAllowed } from '../../../src/core/oauth/signature.ts';
import { openssl, run, temporaryFolder } from '../../support/openssl.ts';
import { refuseSha1 } from '../../support/sha1-refused.ts';

/** Of RFC 5849, section 3.4.1.1, an empty one, and one that is not ASCII although a base string always is. */
const baseStrings = [
  'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DRSA-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  '',
  'GET&https%3A%2F%2Fjira.example.com%2F&summary%3D日本',
];

interface Report {
  readonly plainSha1: string;
  readonly plainSha256: string;
  readonly signatures: string[];
  readonly allowed: boolean;
  readonly forgeLoaded: boolean;
}

describe('RSA-SHA1 signature', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  let keys: { bits: number; pem: string }[];
  before(() => {
    keys = [1024, 2048, 4096].map((bits) => ({ bits, pem: openssl(`genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${bits}`).toString() }));
  });

  function signByOpenssl(pem: string, baseString: string): string {
    return openssl(['dgst', '-sha1', '-sign', folder.write('key.pem', pem)], baseString).toString('base64');
  }

  function verifyByOpenssl(pem: string, baseString: string, signature: string): string {
    const file = folder.write('signature', Buffer.from(signature, 'base64'));
    return openssl(['dgst', '-sha1', '-prverify', folder.write('key.pem', pem), '-signature', file], baseString).toString().trim();
  }

  function signInProcess(pem: string, environment: NodeJS.ProcessEnv = {}): Report {
    const args = ['--import', 'tsx', join(import.meta.dirname, 'signing-process.ts')];
    return JSON.parse(run(process.execPath, args, JSON.stringify({ pem, baseStrings }), environment).toString()) as Report;
  }

  it('is verified by openssl, and has the bytes that openssl makes', async () => {
    for (const { pem } of keys) {
      const sign = await createRsaSha1Signer(pem);
      for (const baseString of baseStrings) {
        expect(verifyByOpenssl(pem, baseString, sign(baseString))).to.equal('Verified OK');
        expect(sign(baseString)).to.equal(signByOpenssl(pem, baseString));
      }
    }
  });

  it('is made by OpenSSL where OpenSSL makes it, and node-forge is not even loaded', async () => {
    const report = signInProcess(keys[1]!.pem);
    expect(report.plainSha1).to.equal(report.signatures[0]);
    expect(report.forgeLoaded).to.equal(false);
    expect(report.allowed).to.equal(true);
    expect(await sha1SignaturesAllowed()).to.equal(true);
  });

  describe('where the policy of OpenSSL refuses SHA-1', () => {
    let refusing: NodeJS.ProcessEnv;
    before(() => {
      refusing = refuseSha1(folder.path('.'));
    });

    it('is made by node-forge, with the same bytes, and openssl verifies it', () => {
      for (const { pem } of keys) {
        const report = signInProcess(pem, refusing);
        expect(report.plainSha1, 'the policy refuses').to.contain('invalid digest');
        expect(report.plainSha256, 'and refuses nothing else').to.match(/^[A-Za-z0-9+/]+=*$/);
        expect(report.forgeLoaded).to.equal(true);
        for (const [index, baseString] of baseStrings.entries()) {
          expect(report.signatures[index]).to.equal(signByOpenssl(pem, baseString));
          expect(verifyByOpenssl(pem, baseString, report.signatures[index]!)).to.equal('Verified OK');
        }
      }
    });

    it('is reported as refused to the doctor', () => {
      expect(signInProcess(keys[1]!.pem, refusing).allowed).to.equal(false);
    });
  });
});
