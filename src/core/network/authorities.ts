/** The certificate authorities that a user trusts. */
import { X509Certificate } from 'node:crypto';
import { invalidParams } from '../errors.ts';
import { normalised, readPemSource, squeezed, type PemSource, type ReadFile } from './pem-source.ts';

/**
 * Reads certificates: PEM with one or several, or a file of it, or a file of DER, as Windows exports them.
 *
 * @param text PEM, or the path of a file
 * @param readFile reads a file
 * @returns PEM with nothing but the certificates
 * @throws {JiraError} invalidParams for `network.ca`
 */
export async function readAuthorities(text: string, readFile: ReadFile): Promise<string> {
  const source = await readPemSource(text, 'network.ca', readFile);
  return readCertificates(source, 'network.ca').map(String).join('');
}

/**
 * Reads the certificates of a source, in their order.
 *
 * @param path of the setting in the params
 * @throws {JiraError} invalidParams when there is none, or one is damaged
 */
export function readCertificates({ blocks, binary, name }: PemSource, path: string): X509Certificate[] {
  const pems = blocks.filter((block) => ['CERTIFICATE', 'X509CERTIFICATE', 'TRUSTEDCERTIFICATE'].includes(squeezed(block)));
  const certificates = pems.map((block, index) => {
    const label = squeezed(block) === 'TRUSTEDCERTIFICATE' ? 'TRUSTED CERTIFICATE' : 'CERTIFICATE';
    const certificate = parse(normalised(block, label));
    if (certificate !== undefined) return certificate;
    const which = pems.length === 1 ? 'a certificate that is' : `certificates, of which number ${index + 1} is`;
    throw invalidParams(path, `${name} holds ${which} damaged or cut short.`, 'Copy it once more, whole, from “-----BEGIN CERTIFICATE-----” to “-----END CERTIFICATE-----”.');
  });
  const der = binary === undefined ? undefined : parse(binary);
  if (der !== undefined) return [der];
  if (certificates.length === 0) throw noCertificate(blocks[0]?.label, name, path);
  return certificates;
}

function noCertificate(label: string | undefined, name: string, path: string): Error {
  const found = label === undefined ? '' : `, but “${label}”`;
  const hint =
    label === 'PKCS7'
      ? 'Convert it: openssl pkcs7 -in FILE -print_certs -out certificates.pem'
      : 'A file of certificates has “-----BEGIN CERTIFICATE-----” in it. From a .p12 or .pfx file: openssl pkcs12 -in FILE -nokeys -out certificates.pem';
  return invalidParams(path, `${name} holds no certificate${found}.`, hint);
}

function parse(content: string | Uint8Array | undefined): X509Certificate | undefined {
  if (content === undefined) return undefined;
  try {
    return new X509Certificate(content);
  } catch {
    return undefined;
  }
}
