import type { Finding } from '../../../protocol/doctor.ts';
import type { CertificateFailure, CertificateSummary } from '../../infrastructure/http/certificate.ts';
import type { TlsSummary } from '../../infrastructure/http/inspector.ts';
import { failed, ok, skipped, warning } from './findings.ts';
import type { Obstacle, Way } from './way.ts';

/** Milliseconds before its end from which on a certificate is warned of. */
const warned = 30 * 86_400_000;

/**
 * `tls`: the version that was agreed on, and the certificates. Where no connection came about at all, that is told here.
 *
 * @param url of the server
 * @param now milliseconds since the epoch
 */
export function checkTls({ tls, obstacle }: Way, url: URL, now: number): Finding {
  if (obstacle?.at === 'tls') return untrusted(obstacle.error);
  if (tls === undefined) return plain(url);
  const detail = `${tls.protocol}. ${describe(tls.chain)}`;
  const [leaf] = tls.chain;
  const left = leaf === undefined ? Infinity : Date.parse(leaf.validUntil) - now;
  if (left > warned) return ok('tls', detail);
  const days = Math.max(0, Math.floor(left / 86_400_000));
  const end = `The certificate of the server ends in ${days} day${days === 1 ? '' : 's'}, on ${day(leaf!)}.`;
  return warning('tls', `${end} ${detail}`, 'Ask the administrator of the server to renew it before that.');
}

function untrusted(error: Obstacle['error']): Finding {
  const { chain = [] } = error as Partial<CertificateFailure>;
  const finding = failed('tls', error, 'Check the address, whether the server runs, and whether this machine is in the right network or VPN.');
  return chain.length === 0 ? finding : { ...finding, detail: `${finding.detail} ${describe(chain)}` };
}

function plain({ hostname }: URL): Finding {
  if (/^(localhost|127\..*|\[::1\])$/.test(hostname)) {
    return skipped('tls', 'The address is plain http, on this machine itself.', 'Nothing is to be done.');
  }
  return warning('tls', 'The address is plain http: credentials and issues can be read on their way.', 'Configure the provider with the https address of the server, if it has one.');
}

function describe(chain: TlsSummary['chain']): string {
  if (chain.length === 0) return '';
  return `Certificates: ${chain.map(describeOne).join('; ')}.`;
}

function describeOne(certificate: CertificateSummary): string {
  const { subject, issuer } = certificate;
  return `“${subject}”, issued by ${issuer === subject ? 'itself' : `“${issuer}”`}, valid until ${day(certificate)}`;
}

function day({ validUntil }: CertificateSummary): string {
  return validUntil.slice(0, 10);
}
