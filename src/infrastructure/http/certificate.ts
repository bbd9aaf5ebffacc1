/** Why a certificate is not trusted, and what to do about it. */
import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import { HttpFailure } from './http.ts';
import type { Trust } from './trust.ts';

/**
 * The certificates of a server and their issuers, as far as they are known: the server's own first.
 *
 * @param socket a socket that has shaken hands
 */
export function issuerChain(socket: TLSSocket): PeerCertificate[] {
  const chain: PeerCertificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}

/** What a person is shown of a certificate. */
export interface CertificateSummary {
  /** The common name, or else the organization's. */
  readonly subject: string;
  readonly issuer: string;
  /** RFC 3339, UTC. */
  readonly validUntil: string;
}

/** A certificate that is not trusted, and what the server showed. */
export class CertificateFailure extends HttpFailure {
  /** The server's own certificate first; empty where the server was not so far. */
  readonly chain: readonly CertificateSummary[];

  /** @param chain see `summarizeChain`; the rest is as in {@link HttpFailure} */
  constructor(code: string, message: string, chain: readonly CertificateSummary[], details: { readonly hint: string; readonly cause: unknown }) {
    super('certificate', code, message, false, details);
    this.chain = chain;
  }
}

/** What is shown of a chain; names are made harmless. @param chain see {@link issuerChain} */
export function summarizeChain(chain: readonly PeerCertificate[]): CertificateSummary[] {
  return chain.map(({ subject, issuer, valid_to }) => ({
    subject: commonName(subject),
    issuer: commonName(issuer),
    validUntil: new Date(valid_to).toISOString(),
  }));
}

/**
 * Makes a failure of a certificate that is not trusted.
 *
 * @param error what Node.js says
 * @param chain see `issuerChain`
 * @param host the name under which the server was asked for
 * @param place host and port, for messages
 * @param trust what is trusted
 */
export function describeCertificate(
  error: NodeJS.ErrnoException,
  chain: readonly PeerCertificate[],
  host: string,
  place: string,
  trust: Trust,
): CertificateFailure {
  const code = error.code!;
  const [message, hint] = describe(code, error.message, chain, host, place, trust);
  return new CertificateFailure(code, message, summarizeChain(chain), { hint, cause: error });
}

function describe(
  code: string,
  words: string,
  chain: readonly PeerCertificate[],
  host: string,
  place: string,
  trust: Trust,
): [message: string, hint: string] {
  const leaf = chain[0];
  switch (code) {
    case 'CERT_HAS_EXPIRED': {
      const expired = chain.find((certificate) => Date.parse(certificate.valid_to) < Date.now());
      return [`${nameOf(expired, leaf, place)} expired${expired === undefined ? '' : ` on ${day(expired.valid_to)}`}.`, renewal];
    }
    case 'CERT_NOT_YET_VALID': {
      const early = chain.find((certificate) => Date.parse(certificate.valid_from) > Date.now());
      return [`${nameOf(early, leaf, place)} is not valid yet${early === undefined ? '' : `, but from ${day(early.valid_from)}`}.`, renewal];
    }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return [
        `The certificate of ${place} is not for ${host}, but for ${namesOf(leaf)}.`,
        'Use the name that is in the certificate, or ask the administrator of the server for a certificate with this one.',
      ];
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return [`The certificate of ${place} is signed by itself and by no authority.`, trustHint('this certificate', trust)];
    case 'SELF_SIGNED_CERT_IN_CHAIN': {
      const authority = commonName(chain.at(-1)?.subject);
      return [`The certificate of ${place} was issued by “${authority}”, which is not trusted here.`, trustHint(`the certificate of “${authority}”`, trust)];
    }
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY': {
      const issuer = commonName(chain.at(-1)?.issuer);
      return [
        `The certificate of ${place} was issued by “${issuer}”, which is not known here, and whose certificate the server does not send.`,
        `${trustHint(`the certificate of “${issuer}”`, trust)} If it is an intermediate one, the server should send it along: its administrator can set that right.`,
      ];
    }
    default:
      return [`The certificate of ${place} is not trusted: ${words} (${code}).`, trustHint('the certificate of its authority', trust)];
  }
}

const renewal = 'Ask the administrator of the server for a new certificate, and check the clock of this machine.';

function trustHint(what: string, trust: Trust): string {
  const hint = [`If it is right, get ${what} in PEM from the administrator, and name it in \`network.ca\` or NODE_EXTRA_CA_CERTS.`];
  if (!trust.includesSystem) hint.push("Node.js 22.15 or newer also trusts this system's own authorities.");
  if (trust.unreadable.length > 0) hint.push(`The environment names ${trust.unreadable.join(' and ')}, which cannot be read.`);
  return hint.join(' ');
}

function nameOf(certificate: PeerCertificate | undefined, leaf: PeerCertificate | undefined, place: string): string {
  if (certificate === undefined || certificate === leaf) return `The certificate of ${place}`;
  return `The certificate of “${commonName(certificate.subject)}”, by which ${place} shows who it is,`;
}

const maxNames = 5;

/** The names of a certificate (RFC 6125: the common name counts no more). */
function namesOf(certificate: PeerCertificate | undefined): string {
  const names = (certificate?.subjectaltname ?? '')
    .split(/,\s*/)
    .map((name) => printable(name.replace(/^(DNS|IP Address):/, '')))
    .filter((name) => name !== '');
  if (names.length === 0) return 'no name at all';
  if (names.length <= maxNames) return names.join(', ');
  return `${names.slice(0, maxNames).join(', ')} and ${names.length - maxNames} more`;
}

function commonName(name: PeerCertificate['subject'] | undefined): string {
  const found = [name?.CN, name?.OU, name?.O].flat().find((part) => part !== undefined);
  return found === undefined ? 'an authority without a name' : printable(found);
}

/** What the other side chose goes to a person's screen. */
function printable(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(0, 100);
}

function day(date: string): string {
  return new Date(date).toISOString().slice(0, 10);
}
