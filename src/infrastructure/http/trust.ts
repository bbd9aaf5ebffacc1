/** The certificate authorities that are trusted: the system's, Node's own, and those that were handed in. */
import { X509Certificate } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as tls from 'node:tls';
import type { Environment } from './proxy.ts';

/** The authorities, and what could not be read of them. */
export interface Trust {
  /** PEM, each once. */
  readonly certificates: readonly string[];
  /** Files that the environment names and that cannot be read. */
  readonly unreadable: readonly string[];
  /** Whether the system's own are among them: Node.js before 22.15 cannot read those of macOS and Windows. */
  readonly includesSystem: boolean;
}

/**
 * Collects the trusted authorities: those that Node.js brings, the system's, `NODE_EXTRA_CA_CERTS`, and more.
 *
 * @param ca more of them, in PEM
 * @param environment `NODE_EXTRA_CA_CERTS`; and `SSL_CERT_FILE` and `SSL_CERT_DIR`, which stand for the
 *   system's store, as with OpenSSL
 */
export async function collectTrust(ca: string | undefined, environment: Environment): Promise<Trust> {
  const unreadable: string[] = [];
  const system = await systemCertificates(environment, unreadable);
  const extra = await namedFile(environment['NODE_EXTRA_CA_CERTS'], unreadable);
  const certificates = [...tls.rootCertificates, ...(system ?? []), ...extra, ...split(ca ?? '')];
  return { certificates: distinct(certificates), unreadable, includesSystem: system !== undefined };
}

/** Where distributions keep all certificates in one file; the first that exists is the one, as in Go's crypto/x509. */
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

async function systemCertificates(environment: Environment, unreadable: string[]): Promise<string[] | undefined> {
  const { SSL_CERT_FILE: file, SSL_CERT_DIR: folders } = environment;
  if (file || folders) {
    const inFolders = await Promise.all((folders ?? '').split(delimiter).filter(Boolean).map(folderCertificates));
    return [...(await namedFile(file, unreadable)), ...inFolders.flat()];
  }
  if (process.platform === 'win32' || process.platform === 'darwin') return nodeSystemCertificates();
  for (const bundle of systemBundles) {
    const certificates = await readCertificates(bundle);
    if (certificates !== undefined) return certificates;
  }
  return nodeSystemCertificates();
}

/** Node.js 22.15 and newer. */
function nodeSystemCertificates(): string[] | undefined {
  const { getCACertificates } = tls as unknown as { getCACertificates?: (type: 'system') => string[] };
  try {
    return getCACertificates?.('system');
  } catch {
    return undefined;
  }
}

async function namedFile(file: string | undefined, unreadable: string[]): Promise<string[]> {
  if (!file) return [];
  const certificates = await readCertificates(file);
  if (certificates === undefined) unreadable.push(file);
  return certificates ?? [];
}

async function folderCertificates(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const contents = await Promise.all(names.map((name) => readCertificates(join(folder, name))));
  return contents.flatMap((certificates) => certificates ?? []);
}

async function readCertificates(file: string): Promise<string[] | undefined> {
  try {
    return split(await readFile(file, 'latin1'));
  } catch {
    return undefined;
  }
}

function split(pem: string): string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

function distinct(certificates: readonly string[]): string[] {
  return [...new Map(certificates.map((pem) => [pem.replace(/\s+/g, ''), pem])).values()];
}

/**
 * Makes what TLS connections share. This takes some milliseconds, so it is done once for all of them.
 *
 * @param certificates the trusted authorities, in PEM
 * @param client a client certificate, for mutual TLS
 * @throws when the client certificate, its key and its passphrase do not fit together
 */
export function secureContext(
  certificates: readonly string[],
  client: { readonly certificate: string; readonly privateKey: string; readonly passphrase?: string | undefined } | undefined,
): tls.SecureContext {
  const own = client === undefined ? {} : { cert: client.certificate, key: client.privateKey, passphrase: client.passphrase };
  try {
    return tls.createSecureContext({ ...own, ca: certificates.join('\n') });
  } catch {
    return tls.createSecureContext({ ...own, ca: certificates.filter(isReadable).join('\n') });
  }
}

/** A system's store may hold a certificate that this OpenSSL refuses; the others count all the same. */
function isReadable(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
