import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { JiraError } from '../../../src/core/errors.ts';
import { readPrivateKey } from '../../../src/core/keys/private-key.ts';
import { openssl, run, temporaryFolder } from '../../support/openssl.ts';

const legacy = '-provider legacy -provider default';

describe('Instead of a private key', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  const key = () => folder.path('rsa.pem');
  const pem = () => readFileSync(key(), 'utf8');
  const body = (text: string) => text.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  const make = (algorithm: string, ...options: string[]) => openssl(`genpkey -algorithm ${algorithm} ${options.join(' ')}`.trim()).toString();
  const traditional = () => openssl(`rsa -in ${key()} -traditional`).toString();
  const encrypted = (options = '') => openssl(`pkcs8 -topk8 -in ${key()} -passout pass:secret ${options}`.trim()).toString();
  const traditionalEncrypted = (options: string) => openssl(`rsa -in ${key()} -traditional -passout pass:secret ${options}`).toString();
  const certificate = () => openssl(`req -x509 -key ${key()} -subj /CN=jira`).toString();
  const request = () => openssl(`req -new -key ${key()} -subj /CN=jira`).toString();
  const pkcs12 = () => {
    const file = folder.write('certificate.pem', certificate());
    return openssl(`pkcs12 -export -inkey ${key()} -in ${file} -passout pass:secret`);
  };
  const ssh = (name: string, ...options: string[]) => {
    run('ssh-keygen', ['-q', '-f', folder.path(name), '-N', '', '-C', 'someone@example.com', ...options]);
    return { private: readFileSync(folder.path(name), 'utf8'), public: readFileSync(folder.path(`${name}.pub`), 'utf8') };
  };
  /** The same octets under the label of another form. */
  const relabel = (text: string, label: string) => text.replace(/(BEGIN|END) [A-Z ]+/g, `$1 ${label}`);
  /** One octet of the content changed. */
  const damage = (text: string, octet: number) => {
    const der = Buffer.from(body(text), 'base64');
    der.writeUInt8(der.readUInt8(octet) ^ 1, octet);
    return text.replace(/(?<=-----\n)[^-]+/, `${der.toString('base64')}\n`);
  };
  const cut = (text: string, lines: number) => [...text.split('\n').slice(0, lines), text.trim().split('\n').at(-1)].join('\n');

  before(() => {
    openssl(`genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${key()}`);
  });

  /** What is given, how it is made, and what the message says of it and of the next step. */
  const keys: readonly (readonly [what: string, make: () => string, is: string, next: string])[] = [
    ['nothing', () => '', 'is empty', 'Paste the whole file'],
    ['white space and quotes', () => ' "\n" ', 'is empty', 'Paste the whole file'],
    ['a certificate', certificate, 'is a certificate', 'Paste the private key that belongs to it'],
    ['a certificate in one line', () => certificate().replaceAll('\n', ' '), 'is a certificate', 'Paste the private key'],
    ['a certificate as openssl trusts it', () => openssl('x509 -trustout', certificate()).toString(), 'is a certificate', 'Paste the private key'],
    ['a certificate without its lines', () => body(certificate()), 'is a certificate', 'Paste the private key'],
    ['a certificate under the lines of a key', () => relabel(certificate(), 'PRIVATE KEY'), 'is a certificate', 'Paste the private key'],
    ['a certificate request', request, 'is a certificate request', 'Paste the private key'],
    ['a certificate request without its lines', () => body(request()), 'is a certificate request', 'Paste the private key'],
    ['PKCS#7', () => openssl(`crl2pkcs7 -nocrl -certfile ${folder.write('certificate.pem', certificate())}`).toString(), 'is a PKCS#7 file', 'Paste the private key'],
    ['a public key', () => openssl('pkey -pubout', pem()).toString(), 'is a public key', 'application link'],
    ['a public key, PKCS#1', () => openssl('rsa -RSAPublicKey_out', pem()).toString(), 'is a public key', 'application link'],
    ['a public key without its lines', () => body(openssl('pkey -pubout', pem()).toString()), 'is a public key', 'application link'],
    ['an SSH public key, RSA', () => ssh('a', '-t', 'rsa').public, 'is the public key of an SSH key', 'without “.pub”'],
    ['an SSH public key, Ed25519', () => ssh('b', '-t', 'ed25519').public, 'is the public key of an SSH key', 'without “.pub”'],
    ['an SSH public key, ECDSA', () => ssh('c', '-t', 'ecdsa').public, 'is the public key of an SSH key', 'without “.pub”'],
    ['an SSH public key, RFC 4716', () => run('ssh-keygen', ['-e', '-f', `${folder.path('a')}.pub`]).toString(), 'is the public key of an SSH key', 'ssh-keygen -p -m PKCS8'],
    ['an OpenSSH private key', () => ssh('d', '-t', 'rsa').private, "is a private key in OpenSSH's own form", 'ssh-keygen -p -m PKCS8 -f'],
    ['an OpenSSH private key in one line', () => ssh('e', '-t', 'ed25519').private.replaceAll('\n', ''), "is a private key in OpenSSH's own form", 'ssh-keygen'],
    ['an SSH2 private key', () => '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56wAAA+8=\n---- END SSH2 ENCRYPTED PRIVATE KEY ----', 'is a private key in the form of SSH2', 'ssh-keygen -i'],
    ['a key of PuTTY', () => 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: 6\n', 'is a key of PuTTY', 'puttygen'],
    ['a PGP key', () => '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBGI=\n-----END PGP PRIVATE KEY BLOCK-----', 'is a PGP key', 'jira/generateKeyPair'],
    ['an EC key', () => make('EC', '-pkeyopt ec_paramgen_curve:P-256'), 'is an EC key', 'Jira takes RSA keys alone'],
    ['an EC key, SEC 1', () => openssl('ecparam -name prime256v1 -genkey').toString(), 'is an EC key', 'Jira takes RSA keys alone'],
    ['an EC key, SEC 1, without its lines', () => body(openssl('ecparam -name prime256v1 -genkey -noout').toString()), 'is an EC key', 'jira/generateKeyPair'],
    ['an encrypted EC key', () => openssl('pkcs8 -topk8 -passout pass:secret', make('EC', '-pkeyopt ec_paramgen_curve:P-256')).toString(), 'is an EC key', 'openssl genpkey'],
    ['an Ed25519 key', () => make('ed25519'), 'is an Ed25519 key', 'openssl genpkey -algorithm RSA'],
    ['an X448 key', () => make('x448'), 'is an Ed25519 key, or one of its kin', 'openssl genpkey'],
    ['a DSA key', () => dsa(), 'is a DSA key', 'jira/generateKeyPair'],
    ['a DSA key, PKCS#8', () => openssl('pkey', dsa()).toString(), 'is a DSA key', 'jira/generateKeyPair'],
    ['a DSA key without its lines', () => body(dsa()), 'is a DSA key', 'jira/generateKeyPair'],
    ['a Diffie-Hellman key', () => make('DHX', '-pkeyopt dh_rfc5114:1'), 'is a key of another kind than RSA', 'jira/generateKeyPair'],
    ['an RSA-PSS key', () => make('RSA-PSS', '-pkeyopt rsa_keygen_bits:1024'), 'is an RSA key that is bound to PSS', 'jira/generateKeyPair'],
    ['an RSA key of 768 bits', () => make('RSA', '-pkeyopt rsa_keygen_bits:768'), 'RSA key has 768 bits', '1024 is the least'],
    ['PEM of another kind', () => '-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----', 'is a PEM file of another kind', 'Paste the whole file'],
    ['two private keys', () => pem() + traditional(), 'is more than one private key', 'Paste the one'],
    ['PKCS#12 in base64', () => pkcs12().toString('base64'), 'is a PKCS#12 file', 'openssl pkcs12 -in FILE -nocerts -nodes'],
    ['PKCS#12 in lines of base64', () => openssl('base64', pkcs12()).toString(), 'is a PKCS#12 file', 'openssl pkcs12'],
    ['a binary file', () => openssl('pkey -outform DER', pem()).toString(), 'is a binary file', 'openssl pkey -inform DER'],
    ['a Java key store in base64', () => Buffer.concat([Buffer.from('feedfeed00000002', 'hex'), Buffer.alloc(60, 1)]).toString('base64'), 'is a Java key store', 'keytool'],
    ['PKCS#8 without its lines', () => body(pem()), 'is a private key without its first and last line', 'Paste the whole file'],
    ['PKCS#1 without its lines', () => body(traditional()), 'is a private key without its first and last line', '-----BEGIN RSA PRIVATE KEY-----'],
    ['encrypted PKCS#8 without its lines', () => body(encrypted()), 'is a private key without its first and last line', 'Paste the whole file'],
    ['PEM encoded once more', () => Buffer.from(pem()).toString('base64'), 'is a PEM file that was encoded in base64', 'base64 -d'],
    ['a JSON Web Key', () => '{ "kty": "RSA", "n": "AQAB" }', 'is a JSON Web Key', 'Convert it to PEM'],
    ['an XML key', () => '<RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue>', 'is XML', 'Convert the key to PEM'],
    ['the path of a file', () => '/home/me/jira.pem', 'is the path of a file', 'Paste what is in the file'],
    ['the path of a file at home', () => '~/.ssh/id_rsa', 'is the path of a file', 'Paste what is in the file'],
    ['the path of a file of Windows', () => 'C:\\Users\\me\\new\\rsa', 'is the path of a file', 'Paste what is in the file'],
    ['the name of a file', () => 'jira private.key', 'is the path of a file', 'Paste what is in the file'],
    ['the address of a file', () => 'file:///etc/jira', 'is the path of a file', 'Paste what is in the file'],
    ['words', () => 'my private key', 'is neither a key', 'Paste the whole file'],
    ['a token', () => 'MDEyMzQ1Njc4OTAxOr1Wf0L+0RxUyqQvZ3NBsVbn9D5k', 'is neither a key', 'Paste the whole file'],
    ['the end of a key', () => pem().split('\n').slice(4).join('\n'), 'is a private key that is cut short', 'Paste the whole file'],
    ['the beginning of a key', () => pem().split('\n').slice(0, 4).join('\n'), 'is a private key that is cut short', 'Paste the whole file'],
    ['the first line of a key', () => '-----BEGIN PRIVATE KEY', 'is a private key that is cut short', 'Paste the whole file'],
    ['a key without its middle', () => cut(pem(), 9), 'is a private key that is cut short', 'Paste the whole file'],
    ['a key without its body', () => cut(pem(), 1), 'is a private key that is cut short', 'Paste the whole file'],
    ['PKCS#1 without its middle', () => cut(traditional(), 9), 'is a private key that is cut short', 'Paste the whole file'],
    ['encrypted PKCS#8 without its middle', () => cut(encrypted(), 9), 'is a private key that is cut short', 'Paste the whole file'],
    ['encrypted PKCS#1 without its middle', () => traditionalEncrypted('-aes128').replace(/.{3}(?=\n-----END)/, ''), 'cut short', 'Paste the whole file'],
    ['a key with a changed modulus', () => damage(pem(), 100), 'is a private key that is damaged', 'Copy the file once more'],
    ['a key with a changed prime', () => damage(pem(), 700), 'is a private key that is damaged', 'Copy the file once more'],
    ['a key with a changed structure', () => damage(pem(), 26), 'is a private key that is damaged', 'Copy the file once more'],
    ['a key with a character lost', () => pem().replace(/\n(?=-----END)/, '*\n'), 'is a private key that is damaged', 'Copy the file once more'],
    ['an encrypted PKCS#1 with a damaged vector', () => traditionalEncrypted('-aes128').replace(/CBC,../, 'CBC,xx'), 'is a private key that is damaged', 'Copy'],
    ['a key of three primes', () => openssl('genrsa -primes 3 2048').toString(), 'is an RSA key of more than two primes', 'jira/generateKeyPair'],
    ['an encryption out of use, PKCS#8', () => encrypted(`-v1 PBE-SHA1-RC4-128 ${legacy}`), 'with an encryption that is out of use', 'openssl pkey -provider legacy'],
    ['an encryption out of use, PBES2', () => encrypted(`-v2 rc2-cbc ${legacy}`), 'with an encryption that is out of use', 'openssl pkey -provider legacy'],
    ['an encryption out of use, PKCS#1', () => traditionalEncrypted(`-seed ${legacy}`), 'with an encryption that is out of use', 'openssl pkey -provider legacy'],
  ];
  for (const [what, makeText, is, next] of keys) {
    it(`${what} is called by its name, with the next step`, async () => {
      await assertRefused('authentication.privateKey', makeText(), 'secret', is, next);
    });
  }

  const lockedKeys: readonly (readonly [what: string, make: () => string])[] = [
    ['encrypted PKCS#8', encrypted],
    ['encrypted PKCS#8 by scrypt', () => encrypted('-scrypt -scrypt_N 1024')],
    ['encrypted PKCS#8 by DES', () => encrypted(`-v1 PBE-MD5-DES ${legacy}`)],
    ['encrypted PKCS#8 by RC2 of PKCS#12', () => encrypted(`-v1 PBE-SHA1-RC2-40 ${legacy}`)],
    ['encrypted PKCS#1', () => traditionalEncrypted('-aes256')],
    ['encrypted PKCS#1 by DES', () => traditionalEncrypted(`-des ${legacy}`)],
  ];
  for (const [what, makeText] of lockedKeys) {
    it(`${what} wants its passphrase, and the right one`, async () => {
      const text = makeText();
      await assertRefused('authentication.passphrase', text, undefined, 'is encrypted', 'give its passphrase');
      await assertRefused('authentication.passphrase', text, '', 'is encrypted', 'give its passphrase');
      for (const wrong of ['Secret', 'secret ', 'x'.repeat(2000), 'a\0b', '日本']) {
        await assertRefused('authentication.passphrase', text, wrong, 'does not open the private key', 'Check the passphrase');
      }
    });
  }

  it('a wrong passphrase that by chance leaves a valid padding is wrong all the same', async () => {
    for (const text of [encrypted('-v2 aes-128-cbc -iter 1'), encrypted(`-v1 PBE-MD5-DES -iter 1 ${legacy}`)]) {
      // One in 256 does: the odds that none of so many does are 1 in 350.
      for (let n = 0; n < 1500; n++) {
        await assertRefused('authentication.passphrase', text, `wrong ${n}`, 'does not open the private key', 'Check the passphrase');
      }
    }
  });

  /** FIPS 186-4's own parameters would take long to make; Jira-sized DSA parameters come from OpenSSL. */
  const dsa = () => openssl('pkey -traditional', openssl('dsaparam -genkey -noout 1024')).toString();

  async function assertRefused(path: string, text: string, passphrase: string | undefined, is: string, next: string): Promise<void> {
    const error = await readPrivateKey(text, passphrase).then(
      () => expect.fail('it was read'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof JiraError)) throw error;
    expect(error.kind).to.equal('invalidParams');
    expect(error.details.path).to.equal(path);
    expect(error.message).to.contain(is);
    expect(error.message).to.contain(next);
  }
});
