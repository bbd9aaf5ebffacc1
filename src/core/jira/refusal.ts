/** What it means that Jira does not take the credentials. */
import type { Credentials } from './credentials.ts';
import { JiraError } from '../errors.ts';

/** What is known of the life of credentials. */
export interface CredentialLife {
  /** When they end, in milliseconds since the epoch; `never` where Jira said so; absent where it does not tell. */
  readonly expiresAt?: number | 'never' | undefined;
  /** Whether Jira took them before. */
  readonly workedBefore: boolean;
}

/**
 * The error for credentials that Jira ignores. An unknown, an expired and a revoked token look the
 * same: Jira goes on as if nobody had logged in (measured on 10.3), so the end date decides.
 *
 * @param now milliseconds since the epoch
 */
export function refusal(type: Credentials['type'], life: CredentialLife, now: number, httpStatus: number): JiraError {
  const { expiresAt, workedBefore } = life;
  if (type === 'basic') return error('credentialsRejected', 'Jira does not accept the user name and the password.', 'Enter them again. They are not tried again by themselves, since some failures more would lock the account.', httpStatus);
  if (type !== 'token') return error('credentialsRejected', 'Jira does not accept the OAuth access any more.', 'Authorize again.', httpStatus);
  const renew = 'Create a personal access token in your Jira profile and configure the provider with it.';
  if (typeof expiresAt === 'number' && expiresAt <= now) {
    return error('credentialsExpired', `The personal access token expired on ${new Date(expiresAt).toISOString().slice(0, 10)}.`, renew, httpStatus);
  }
  if (expiresAt !== undefined) return error('credentialsRejected', 'The personal access token was revoked.', renew, httpStatus);
  return workedBefore
    ? error('credentialsExpired', 'The personal access token has expired or was revoked.', renew, httpStatus)
    : error('credentialsRejected', 'Jira does not know this personal access token: it is mistyped, expired, or revoked.', renew, httpStatus);
}

function error(kind: 'credentialsRejected' | 'credentialsExpired', message: string, hint: string, httpStatus: number): JiraError {
  return new JiraError(kind, `${message} ${hint}`, { hint, httpStatus });
}
