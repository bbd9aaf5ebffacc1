/** The certificate by which the agent shows who it is (mutual TLS). */
import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import type { Network } from '../../../protocol/network.ts';
import type { HttpNetwork } from '../../infrastructure/http/http.ts';
import { invalidParams } from '../errors.ts';
import { readCertificates } from './authorities.ts';
import { normalised, readPemSource, squeezed, type ReadFile } from './pem-source.ts';

const paths = {
  certificate: 'network.clientCertificate.certificate',
  privateKey: 'network.clientCertificate.privateKey',
  passphrase: 'network.clientCertificate.passphrase',
} as const;

/**
 * Reads a client certificate and its private key, of any kind that TLS takes. Both may be in one file, and
 * intermediate certificates may be there too, in any order.
 *
 * @param setting PEM, or paths of files
 * @param readFile reads a file
 * @returns PEM: the certificate first, then the others; the private key in PKCS#8, not encrypted
 * @throws {JiraError} invalidParams for a member of `network.clientCertificate`
 */
export async function readClientCertificate(
  setting: NonNullable<Network['clientCertificate']>,
  readFile: ReadFile,
): Promise<NonNullable<HttpNetwork['clientCertificate']>> {
  const certificates = readCertificates(await readPemSource(setting.certificate, paths.certificate, readFile), paths.certificate);
  const privateKey = await readPrivateKey(setting.privateKey, setting.passphrase, readFile);
  const own = certificates.find((certificate) => belongsTo(certificate, privateKey));
  if (own === undefined) {
    throw invalidParams(paths.privateKey, 'The private key does not belong to the certificate.', 'Give the private key with which the certificate was requested.');
  }
  return {
    certificate: [own, ...certificates.filter((certificate) => certificate !== own)].map(String).join(''),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function belongsTo(certificate: X509Certificate, privateKey: KeyObject): boolean {
  try {
    return certificate.checkPrivateKey(privateKey);
  } catch {
    return false;
  }
}

/** By the label without white space. */
const labels = new Map([
  ['PRIVATEKEY', 'PRIVATE KEY'],
  ['ENCRYPTEDPRIVATEKEY', 'ENCRYPTED PRIVATE KEY'],
  ['RSAPRIVATEKEY', 'RSA PRIVATE KEY'],
  ['ECPRIVATEKEY', 'EC PRIVATE KEY'],
]);

async function readPrivateKey(text: string, passphrase: string | undefined, readFile: ReadFile): Promise<KeyObject> {
  const { blocks, name } = await readPemSource(text, paths.privateKey, readFile);
  const block = blocks.find((each) => labels.has(squeezed(each)));
  if (block === undefined) {
    const found = blocks[0] === undefined ? '' : `, but “${blocks[0].label}”`;
    throw invalidParams(
      paths.privateKey,
      `${name} holds no private key${found}.`,
      'A private key begins with “-----BEGIN PRIVATE KEY-----” or the like. From a .p12 or .pfx file: openssl pkcs12 -in FILE -nocerts -nodes -out key.pem',
    );
  }
  const label = labels.get(squeezed(block))!;
  const encrypted = block.encryption !== undefined || label === 'ENCRYPTED PRIVATE KEY';
  if (encrypted && !passphrase) throw invalidParams(paths.passphrase, 'The private key is encrypted: give its passphrase too.');
  try {
    return createPrivateKey({ key: normalised(block, label) ?? '', passphrase: passphrase ?? '' });
  } catch {
    if (encrypted) throw invalidParams(paths.passphrase, 'The passphrase does not open the private key.');
    throw invalidParams(paths.privateKey, `${name} holds a private key that is damaged or cut short.`);
  }
}
