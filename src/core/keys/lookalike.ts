/** Tells what it is that was pasted where a private key is due. */
import type { asn1 } from 'node-forge';
import type { Lookalike } from './private-key-refusals.ts';

type Asn1 = asn1.Asn1;

/** By the label of a PEM block, without white space. */
const labels: Readonly<Record<string, Lookalike>> = {
  CERTIFICATE: 'certificate',
  X509CERTIFICATE: 'certificate',
  TRUSTEDCERTIFICATE: 'certificate',
  CERTIFICATEREQUEST: 'certificateRequest',
  NEWCERTIFICATEREQUEST: 'certificateRequest',
  PKCS7: 'certificates',
  CMS: 'certificates',
  PUBLICKEY: 'publicKey',
  RSAPUBLICKEY: 'publicKey',
  SSH2PUBLICKEY: 'sshPublicKey',
  OPENSSHPRIVATEKEY: 'opensshKey',
  SSH2ENCRYPTEDPRIVATEKEY: 'ssh2Key',
  ECPRIVATEKEY: 'ecKey',
  ECPARAMETERS: 'ecKey',
  DSAPRIVATEKEY: 'dsaKey',
  DSAPARAMETERS: 'dsaKey',
};

/**
 * What a PEM block is that holds none of the private keys that are accepted.
 *
 * @param label what stands after `BEGIN`
 */
export function lookalikeOfLabel(label: string): Lookalike {
  const squeezed = label.replace(/\s/g, '');
  if (squeezed.startsWith('PGP')) return 'pgpKey';
  return Object.hasOwn(labels, squeezed) ? labels[squeezed]! : 'otherPem';
}

/** By how a text without PEM blocks begins or ends; the first that fits counts. */
const texts: readonly (readonly [RegExp, Lookalike])[] = [
  [/^$/, 'nothing'],
  [/[\0-\x08\x0e-\x1f\ufffd]/, 'binary'],
  [/-{4,5}\s*END/, 'cutShort'],
  [/-{4,5}\s*BEGIN/, 'cutShort'],
  [/^(ssh-|ecdsa-sha2-|sk-(ssh|ecdsa)-)/, 'sshPublicKey'],
  [/^PuTTY-User-Key-File/, 'puttyKey'],
  [/^\{/, 'jsonWebKey'],
  [/^</, 'xml'],
  [/^LS0tL/, 'pemInBase64'],
  [/^(file:|~[\\/]|\.{1,2}[\\/]|[A-Za-z]:[\\/]|\\\\)/i, 'filePath'],
  [/^[^\n]{1,1024}\.(pem|key|p8|pk8|pkcs8|der|pfx|p12|ppk|crt|cer|pub|jks|txt)$/i, 'filePath'],
  [/^\/[^\n+=]{1,200}$/, 'filePath'],
];

/**
 * What a text without any PEM block is.
 *
 * @param text unwrapped
 */
export async function lookalikeOfText(text: string): Promise<Lookalike> {
  const known = texts.find(([pattern]) => pattern.test(text))?.[1];
  if (known !== undefined) return known;
  const base64 = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(base64)) return 'something';
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.readUInt32BE() === javaKeyStoreMagic) return 'javaKeyStore';
  return (await lookalikeOfDer(bytes)) ?? 'something';
}

const javaKeyStoreMagic = 0xfeedfeed;

/** By the types of the members of a DER sequence, a letter each; the first that fits counts. */
const shapes: readonly (readonly [RegExp, Lookalike])[] = [
  [/^i{9}/, 'pkcs1Key'], // RFC 8017, RSAPrivateKey
  [/^iso/, 'pkcs8Key'], // RFC 5958, OneAsymmetricKey
  [/^so$/, 'encryptedKey'], // RFC 5958, EncryptedPrivateKeyInfo
  [/^io/, 'ecKey'], // RFC 5915, ECPrivateKey
  [/^i{6}$/, 'dsaKey'], // OpenSSL's own
  [/^is{1,2}$/, 'pkcs12'], // RFC 7292, PFX
  [/^(sb|ii)$/, 'publicKey'], // RFC 5280, SubjectPublicKeyInfo; RFC 8017, RSAPublicKey
  [/^Oc$/, 'certificates'], // RFC 5652, ContentInfo
];

/**
 * What a DER structure is.
 *
 * @returns `cutShort` where it ends too early, `undefined` where it is nothing known
 */
export async function lookalikeOfDer(der: Buffer): Promise<Lookalike | undefined> {
  if (der[0] !== derSequence) return undefined;
  const { asn1 } = (await import('./forge.ts')).forge;
  let root: Asn1;
  try {
    root = asn1.fromDer(der.toString('latin1'));
  } catch (error) {
    const tooShort = error instanceof Error && error.message.startsWith('Too few bytes') && der[1] === lengthOfTwoOctets;
    return tooShort ? 'cutShort' : undefined;
  }
  const members = shapeOf(root);
  if (members === 'ssb') return /^issc?$/.test(shapeOf((root.value as Asn1[])[0]!)) ? 'certificateRequest' : 'certificate';
  return shapes.find(([shape]) => shape.test(members))?.[1];
}

const derSequence = 0x30;
/** Keys and certificates have 256 to 65,535 octets. */
const lengthOfTwoOctets = 0x82;

/** The universal types that matter here, by tag number (X.680). */
const letters: Readonly<Record<number, string>> = { 2: 'i', 3: 'b', 4: 'o', 6: 'O', 16: 's' };

function shapeOf({ value }: Asn1): string {
  return Array.isArray(value) ? value.map(({ tagClass, type }) => (tagClass === 0 ? (letters[type] ?? '-') : 'c')).join('') : '';
}
