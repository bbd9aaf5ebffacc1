import type { Finding } from '../../../protocol/doctor.ts';
import type { User } from '../../../protocol/provider.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { ok, skipped, warning } from './findings.ts';

/** Milliseconds before its end from which on an access is warned of. */
const warned = 14 * 86_400_000;

/** `login` where there is nothing to log in with. */
export function skipLogin({ authentication }: ProviderRecord): Finding {
  const hint = authentication.type === 'oauth1' ? 'Authorize it with jira/authorize.' : 'Configure it with credentials.';
  return skipped('login', 'The provider has no access yet.', hint);
}

/**
 * `login`: who Jira takes the user for, and for how long.
 *
 * @param now milliseconds since the epoch
 */
export function checkLogin({ authentication }: ProviderRecord, user: User, now: number): Finding {
  const { type, expiresAt, neverExpires } = authentication;
  const who = `Logged in as ${user.displayName} (${user.name}) by ${means[type]}.`;
  const access = type === 'oauth1' ? 'The access' : 'The token';
  if (expiresAt === undefined) {
    if (type === 'basic') return ok('login', who);
    return ok('login', neverExpires === true ? `${who} ${access} has no end.` : `${who} Jira does not tell when ${access.toLowerCase()} ends.`);
  }
  const end = `${access} ends on ${expiresAt.slice(0, 10)}`;
  const left = Date.parse(expiresAt) - now;
  if (left > warned) return ok('login', `${who} ${end}.`);
  const days = Math.max(0, Math.floor(left / 86_400_000));
  return warning('login', `${who} ${end}, in ${days} day${days === 1 ? '' : 's'}.`, renewals[type]);
}

const means = { token: 'personal access token', oauth1: 'OAuth', basic: 'user name and password' } as const;

const renewals = {
  token: 'Create a new personal access token in your Jira profile, and configure the provider with it.',
  oauth1: 'Authorize the provider anew with jira/authorize, unless the agent renews the access by itself.',
  basic: 'Configure the provider with a new password.',
} as const;
