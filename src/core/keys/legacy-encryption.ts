/**
 * Opens private keys whose encryption OpenSSL 3 leaves to its legacy provider, which Node does not
 * load: DES and RC2, as older versions of OpenSSL and Java wrote them by default.
 */
import type { asn1, pki } from 'node-forge';
import { type PemBlock, writePem } from './pem.ts';

type Forge = (typeof import('./forge.ts'))['forge'];

/**
 * Decrypts a private key by node-forge.
 *
 * @param block an encrypted key, PKCS#8 or PKCS#1
 * @returns an unencrypted PEM, `unsupported` where node-forge does not know the encryption either, or
 *   `undefined` where the passphrase does not fit
 */
export async function decryptLegacyKey(block: PemBlock, passphrase: string): Promise<string | 'unsupported' | undefined> {
  const { forge } = await import('./forge.ts');
  try {
    return block.encryption ? decryptPkcs1(forge, block, passphrase) : decryptPkcs8(forge, block, passphrase);
  } catch (error) {
    // What a wrong passphrase makes of a key is seldom a key; node-forge throws where it reads on.
    return isUnsupported(error) ? 'unsupported' : undefined;
  }
}

/** RFC 1421, section 4.6.1.3, with OpenSSL's own derivation of the key. */
function decryptPkcs1({ pki, util }: Forge, block: PemBlock, passphrase: string): string | undefined {
  const key = pki.decryptRsaPrivateKey(writePem(block.label, block), util.encodeUtf8(passphrase)) as pki.rsa.PrivateKey | null;
  return key === null ? undefined : pki.privateKeyToPem(key);
}

/** RFC 5958, section 3. */
function decryptPkcs8(forge: Forge, block: PemBlock, passphrase: string): string | undefined {
  const { asn1, pki, util } = forge;
  const info = asn1.fromDer(util.decode64(block.base64));
  const [algorithm, data] = info.value as [asn1.Asn1, asn1.Asn1];
  const [identifier, parameters] = algorithm.value as [asn1.Asn1, asn1.Asn1];
  const oid = asn1.derToOid(identifier.value as string);
  const scheme = Object.hasOwn(schemes, oid) ? schemes[oid] : undefined;
  if (scheme === undefined) {
    // PBES2 takes the bytes of the passphrase, PKCS#12 its UTF-16.
    const key = pki.decryptPrivateKeyInfo(info, oid === pki.oids.pkcs5PBES2 ? util.encodeUtf8(passphrase) : passphrase) as asn1.Asn1 | null;
    return key === null ? undefined : pki.privateKeyInfoToPem(key);
  }
  const [salt, count] = (parameters.value as asn1.Asn1[]).map(({ value }) => value as string) as [string, string];
  const { key, iv } = scheme.derive(forge, passphrase, salt, asn1.derToInteger(util.createBuffer(count)));
  const cipher = scheme.rc2Bits === undefined ? forge.des.createDecryptionCipher(key) : forge.rc2.createDecryptionCipher(key, scheme.rc2Bits);
  cipher.start(iv);
  cipher.update(util.createBuffer(data.value as string));
  return cipher.finish() ? pki.privateKeyInfoToPem(asn1.fromDer(cipher.output.getBytes())) : undefined;
}

/** A scheme that node-forge has the parts of, and not the whole: DES or RC2 in CBC mode. */
interface Scheme {
  /** The effective bits of the RC2 key; DES where it is left out. */
  readonly rc2Bits?: number;
  /** Key and initialisation vector. */
  derive(forge: Forge, passphrase: string, salt: string, iterations: number): { key: string; iv: string };
}

/** By object identifier. */
const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.5.3': { derive: pbkdf1('md5') },
  '1.2.840.113549.1.5.6': { derive: pbkdf1('md5'), rc2Bits: 64 },
  '1.2.840.113549.1.5.10': { derive: pbkdf1('sha1') },
  '1.2.840.113549.1.5.11': { derive: pbkdf1('sha1'), rc2Bits: 64 },
  '1.2.840.113549.1.12.1.5': { derive: pkcs12, rc2Bits: 128 },
};

/** RFC 8018, sections 5.1 and 6.1: eight octets of key and eight of vector. */
function pbkdf1(algorithm: 'md5' | 'sha1'): Scheme['derive'] {
  return ({ md, util }, passphrase, salt, iterations) => {
    let digest = util.encodeUtf8(passphrase) + salt;
    for (let round = 0; round < iterations; round++) {
      digest = md[algorithm].create().update(digest).digest().getBytes();
    }
    return { key: digest.slice(0, 8), iv: digest.slice(8, 16) };
  };
}

/** RFC 7292, appendix B. */
function pkcs12({ pki, util }: Forge, passphrase: string, salt: string, iterations: number): { key: string; iv: string } {
  const derive = (id: 1 | 2, length: number) => pki.pbe.generatePkcs12Key(passphrase, util.createBuffer(salt), id, iterations, length).getBytes();
  return { key: derive(1, 16), iv: derive(2, 8) };
}

/** So node-forge marks the errors of what it does not know. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && ['supportedOids', 'algorithm', 'errors'].some((mark) => mark in error);
}
