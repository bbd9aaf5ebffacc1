import { createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import { fingerprintOf } from '../../../src/core/keys/fingerprint.ts';
import { readPrivateKey } from '../../../src/core/keys/private-key.ts';
import { openssl, temporaryFolder } from '../../support/openssl.ts';

const legacy = ['-provider', 'legacy', '-provider', 'default'];

describe('A private key', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  let pkcs8: string;
  let publicKey: string;
  before(() => {
    pkcs8 = openssl('genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048').toString();
    publicKey = openssl('pkey -pubout', pkcs8).toString();
  });

  async function assertRead(text: string, passphrase?: string): Promise<void> {
    const read = await readPrivateKey(text, passphrase);
    expect(read).to.deep.equal({ pem: pkcs8, bits: 2048, publicKey, fingerprint: fingerprintOf(createPublicKey(publicKey)) });
  }

  const traditional = (...args: string[]) => openssl(['rsa', ...args, '-traditional'], pkcs8).toString();
  const encrypted = (passphrase: string, ...args: string[]) =>
    openssl(['pkcs8', '-topk8', '-passout', `pass:${passphrase}`, ...args], pkcs8).toString();
  const traditionalEncrypted = (passphrase: string, ...args: string[]) => traditional(...args, '-passout', `pass:${passphrase}`);

  /** Ways in which a PEM arrives. */
  const mishaps: Readonly<Record<string, (pem: string) => string>> = {
    'as it is': (pem) => pem,
    'with no line break at its end': (pem) => pem.trimEnd(),
    'with line breaks of Windows': (pem) => pem.replaceAll('\n', '\r\n'),
    'with line breaks of old Macs': (pem) => pem.replaceAll('\n', '\r'),
    'with white space around it': (pem) => `\n \t${pem}\n\n `,
    'with white space around each line': (pem) => pem.replace(/^/gm, '    ').replaceAll('\n', ' \n'),
    'with a byte order mark': (pem) => `\ufeff${pem}`,
    'in double quotes': (pem) => `"${pem}"`,
    'in single quotes': (pem) => ` '${pem}' `,
    'in a JSON string': (pem) => JSON.stringify(pem),
    'in a JSON string of a JSON string': (pem) => JSON.stringify(JSON.stringify(pem)),
    'in a JSON object': (pem) => JSON.stringify({ user: 'me', privateKey: pem }),
    'with escaped line breaks of Windows': (pem) => pem.replaceAll('\n', '\\r\\n'),
    'with spaces for line breaks': (pem) => pem.replaceAll('\n', ' '),
    'with tabs for line breaks': (pem) => pem.replaceAll('\n', '\t'),
    'with nothing for line breaks': (pem) => pem.replaceAll('\n', ''),
    'with no white space at all': (pem) => pem.replace(/\s/g, ''),
    'in lines of 76 characters': (pem) => pem.replace(/(?<=-----\n)[^-]+/, (body) => `${body.replaceAll('\n', '').match(/.{1,76}/g)!.join('\n')}\n`),
  };

  for (const [mishap, mangle] of Object.entries(mishaps)) {
    it(`is read ${mishap}`, async () => {
      await assertRead(mangle(pkcs8));
      await assertRead(mangle(traditional()));
      await assertRead(mangle(encrypted('a secret')), 'a secret');
    });
  }

  it('is read from among certificates and the words that openssl pkcs12 writes', async () => {
    const certificate = openssl(['req', '-x509', '-key', folder.write('key.pem', pkcs8), '-subj', '/CN=x']).toString();
    await assertRead(`Bag Attributes\n    friendlyName: jira\nKey Attributes: <No Attributes>\n${pkcs8}Bag Attributes\n${certificate}`);
    await assertRead(`${certificate}${traditional()}`);
  });

  it('is read under the first and last line of another form', async () => {
    const relabel = (pem: string, label: string) => pem.replace(/(BEGIN|END) [A-Z ]+/g, `$1 ${label}`);
    await assertRead(relabel(pkcs8, 'RSA PRIVATE KEY'));
    await assertRead(relabel(traditional(), 'PRIVATE KEY'));
    await assertRead(relabel(encrypted('a secret'), 'PRIVATE KEY'), 'a secret');
    await assertRead(relabel(encrypted('a secret', '-v1', 'PBE-MD5-DES', ...legacy), 'RSA PRIVATE KEY'), 'a secret');
  });

  it('is read although a passphrase is given that it does not need', async () => {
    await assertRead(pkcs8, 'not needed');
  });

  const pkcs8Encryptions: readonly (readonly string[])[] = [
    ...['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des3', 'camellia-256-cbc', 'aria-128-cbc'].map((cipher) => ['-v2', cipher]),
    ...['hmacWithSHA1', 'hmacWithSHA512'].map((digest) => ['-v2', 'aes-256-cbc', '-v2prf', digest]),
    ['-scrypt', '-scrypt_N', '1024'],
    ['-v1', 'PBE-SHA1-3DES'],
    ['-v1', 'PBE-SHA1-2DES'],
    ['-v2', 'des-cbc', ...legacy],
    ...['PBE-MD5-DES', 'PBE-SHA1-DES', 'PBE-MD5-RC2-64', 'PBE-SHA1-RC2-64', 'PBE-SHA1-RC2-40', 'PBE-SHA1-RC2-128'].map((scheme) => ['-v1', scheme, ...legacy]),
  ];
  for (const args of pkcs8Encryptions) {
    it(`is read from encrypted PKCS#8 (${args.join(' ')})`, async () => {
      await assertRead(encrypted('a secret', ...args), 'a secret');
      await assertRead(encrypted('pässwörd', ...args), 'pässwörd');
    });
  }

  for (const args of [['-aes128'], ['-aes256'], ['-des3'], ['-camellia192'], ['-aria256'], ['-des', ...legacy]]) {
    it(`is read from encrypted PKCS#1 (${args[0]}), also in one line`, async () => {
      const pem = traditionalEncrypted('pässwörd', ...args);
      expect(pem).to.contain('Proc-Type: 4,ENCRYPTED');
      for (const mishap of ['as it is', 'with line breaks of Windows', 'with spaces for line breaks', 'with nothing for line breaks', 'with no white space at all']) {
        await assertRead(mishaps[mishap]!(pem), 'pässwörd');
      }
    });
  }

  it('may have 1024 bits', async () => {
    const small = await readPrivateKey(openssl('genrsa -traditional 1024').toString());
    expect(small.bits).to.equal(1024);
  });
});
