/** What a refusal proves against the credentials of a provider. */
import type { JiraError } from '../errors.ts';
import type { ProviderRecord } from './records.ts';

/** What a provider is after a proven refusal. */
export type RefusedState = 'credentialsExpired' | 'credentialsRejected';

/** OAuth problems that say nothing of the credentials themselves. */
const passing: ReadonlySet<string> = new Set(['timestamp_refused', 'nonce_used', 'consumer_key_refused', 'signature_invalid']);

/** The state in which a refusal leaves a provider; `undefined` where it proves nothing against the credentials. */
export function refusedState({ kind, details }: JiraError, { authentication }: ProviderRecord): RefusedState | undefined {
  if (kind === 'credentialsExpired') return kind;
  if (kind === 'captchaRequired') return authentication.type === 'basic' ? 'credentialsRejected' : undefined;
  return kind === 'credentialsRejected' && !passing.has(details.oauthProblem ?? '') ? kind : undefined;
}
