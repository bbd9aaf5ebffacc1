import type { Finding } from '../../../protocol/doctor.ts';
import { sha1SignaturesAllowed } from '../oauth/signature.ts';
import { ok, warning } from './findings.ts';

/** `signing`: whether OpenSSL makes the signatures of OAuth. */
export async function checkSigning(): Promise<Finding> {
  return (await sha1SignaturesAllowed())
    ? ok('signing', 'OpenSSL makes RSA-SHA1 signatures, as OAuth in Jira needs them.')
    : warning(
        'signing',
        "This system's crypto policy refuses RSA-SHA1 signatures (RHEL 9, FIPS); the agent makes them itself, more slowly.",
        'Prefer a personal access token where the server has them.',
      );
}
