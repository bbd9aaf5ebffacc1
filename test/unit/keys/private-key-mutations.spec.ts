import { expect } from 'chai';
import fc from 'fast-check';
import { JiraError } from '../../../src/core/errors.ts';
import { readPrivateKey } from '../../../src/core/keys/private-key.ts';
import { openssl } from '../../support/openssl.ts';

/** No more characters in a row than this may come back from the body of a key. */
const longestEcho = 8;

describe('A mutilated private key', () => {
  let pems: string[];
  before(() => {
    const pkcs8 = openssl('genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024').toString();
    pems = [
      pkcs8,
      openssl('rsa -traditional', pkcs8).toString(),
      openssl('pkcs8 -topk8 -iter 1 -passout pass:secret', pkcs8).toString(),
      openssl('rsa -traditional -aes128 -passout pass:secret', pkcs8).toString(),
      openssl('pkcs8 -topk8 -v1 PBE-MD5-DES -iter 1 -provider legacy -provider default -passout pass:secret', pkcs8).toString(),
    ];
  });

  /** What may happen to a text, at a place that is given as a part of its length. */
  const mutation = fc.record({
    kind: fc.constantFrom('replace', 'insert', 'remove', 'cut', 'repeat', 'swap'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
    text: fc.oneof(fc.base64String({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('-----', '\n', '=', '\\n', 'BEGIN', 'END', ' ')),
  });

  type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

  function mutate(text: string, { kind, at, length, text: other }: Mutation): string {
    const start = Math.floor(at * text.length);
    const [head, middle, tail] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
    switch (kind) {
      case 'replace':
        return head + other + text.slice(start + other.length);
      case 'insert':
        return head + other + middle + tail;
      case 'remove':
        return head + tail;
      case 'cut':
        return head;
      case 'repeat':
        return head + middle + middle + tail;
      default:
        return tail + middle + head;
    }
  }

  it('is read as the same key, or refused by a JiraError that repeats none of it', async () => {
    const fingerprints = new Set(await Promise.all(pems.map(async (pem) => (await readPrivateKey(pem, 'secret')).fingerprint)));
    expect(fingerprints.size).to.equal(1);
    const outcomes = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(pems.length - 1), fc.array(mutation, { minLength: 1, maxLength: 3 }), async (index, mutations) => {
        const text = mutations.reduce(mutate, pems[index]!);
        try {
          const { fingerprint } = await readPrivateKey(text, 'secret');
          expect(fingerprints).to.include(fingerprint);
          outcomes.read++;
        } catch (error) {
          if (!(error instanceof JiraError)) throw error;
          assertNoEcho(error, text);
          outcomes.refused++;
        }
      }),
      { numRuns: 1500 },
    );
    expect(outcomes.read, 'some mutations do no harm').to.be.above(0);
    expect(outcomes.refused, 'and most do').to.be.above(outcomes.read);
  });

  it('is refused by a JiraError whatever else is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String()), fc.option(fc.string(), { nil: undefined }), async (text, passphrase) => {
        const error = await readPrivateKey(text, passphrase).then(
          () => expect.fail('it was read'),
          (reason: unknown) => reason,
        );
        expect(error).to.be.instanceOf(JiraError);
        assertNoEcho(error as JiraError, text);
      }),
    );
  });

  /** Keys are made of base64; what is shorter, or in other characters, tells nothing of one. */
  function assertNoEcho(error: JiraError, text: string): void {
    expect(error.cause).to.equal(undefined);
    const said = JSON.stringify([error.message, error.details]);
    const echoes = [...text.matchAll(/[A-Za-z0-9+/=]+/g)].flatMap(([run]) =>
      Array.from(run.slice(longestEcho), (_, at) => run.slice(at, at + longestEcho + 1)).filter((part) => said.includes(part)),
    );
    expect(echoes).to.deep.equal([]);
  }
});
