/** Makes RSA key pairs, each with a certificate of its own. */
import { generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { fingerprintOf } from './fingerprint.ts';

/** What to make. */
export interface RsaKeyPairOptions {
  /** The size of the modulus. */
  readonly bits: number;
  /** For how many days the certificate is valid from now. */
  readonly validDays: number;
  /** Subject and issuer of the certificate, in any script. */
  readonly commonName: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A key pair in the forms that other programs read. */
export interface RsaKeyPair {
  readonly bits: number;
  readonly fingerprint: string;
  /** SPKI, PEM. */
  readonly publicKey: string;
  /** PKCS#8, PEM, not encrypted. */
  readonly privateKey: string;
  /** X.509, self-signed, PEM. */
  readonly certificate: string;
  /** RFC 3339 in UTC, with milliseconds. */
  readonly createdAt: string;
  /** The end of the certificate: RFC 3339 in UTC, whole seconds, as X.509 has it. */
  readonly notAfter: string;
}

const day = 24 * 60 * 60 * 1000;
/** The certificate begins a little earlier, for readers whose clock is late. */
const clockTolerance = 5 * 60 * 1000;

/**
 * Makes an RSA key pair and its certificate. The event loop stays free: the key is made, and the
 * certificate signed, by OpenSSL on another thread (node-forge's own arithmetic takes up to a minute).
 */
export async function generateRsaKeyPair({ bits, validDays, commonName, now }: RsaKeyPairOptions): Promise<RsaKeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const notBefore = new Date(wholeSeconds(now - clockTolerance));
  const notAfter = new Date(wholeSeconds(now + validDays * day));
  return {
    bits,
    fingerprint: fingerprintOf(publicKey),
    publicKey: spki,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: await certify(spki, privateKey, commonName, { notBefore, notAfter }),
    createdAt: new Date(now).toISOString(),
    notAfter: notAfter.toISOString(),
  };
}

/** X.509 v3 (RFC 5280), self-signed, for signatures alone. */
async function certify(
  publicKey: string,
  privateKey: KeyObject,
  commonName: string,
  validity: { notBefore: Date; notAfter: Date },
): Promise<string> {
  const { forge } = await import('./forge.ts');
  const { asn1, pki } = forge;
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = serialNumber();
  certificate.validity = validity;
  // Half a surrogate pair has no UTF-8; a buffer makes it U+FFFD.
  const name = [{ name: 'commonName', value: Buffer.from(commonName).toString(), valueTagClass: asn1.Type.UTF8 as number }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.signatureOid = certificate.siginfo.algorithmOid = pki.oids.sha256WithRSAEncryption!;
  certificate.tbsCertificate = pki.getTBSCertificate(certificate);
  const toBeSigned = Buffer.from(asn1.toDer(certificate.tbsCertificate).getBytes(), 'latin1');
  certificate.signature = (await signInBackground('sha256', toBeSigned, privateKey)).toString('latin1');
  return pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}

const signInBackground = promisify<string, Buffer, KeyObject, Buffer>(sign);

/** RFC 5280, section 4.1.2.2: positive and at most 20 octets; here 16, none of them spared by a leading zero. */
function serialNumber(): string {
  const octets = randomBytes(16);
  octets[0] = (octets[0]! & 0x7f) | 0x40;
  return octets.toString('hex');
}

function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
