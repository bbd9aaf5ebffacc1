import { JiraError } from '../errors.ts';
import type { ProviderRecord } from './records.ts';

/** Lets nobody ask Jira with credentials that are known to be of no use. @throws {JiraError} `notAuthorized`, `credentialsExpired`, `credentialsRejected` */
export function assertUsable({ state, name, authentication }: ProviderRecord): void {
  const next = authentication.type === 'oauth1' ? 'Authorize it with jira/authorize.' : 'Configure it with new credentials.';
  if (state === 'needsAuthorization') throw new JiraError('notAuthorized', `${name} has no access yet. ${next}`, { hint: next });
  if (state === 'credentialsExpired') throw new JiraError('credentialsExpired', `The credentials of ${name} have expired. ${next}`, { hint: next });
  if (state === 'credentialsRejected') {
    throw new JiraError('credentialsRejected', `Jira refused the credentials of ${name}; they are not tried again. ${next}`, { hint: next });
  }
}

/** The error where the application link has a key that is published and does not open. @param source who publishes it */
export function keyChanged({ name }: ProviderRecord, source: string): JiraError {
  const hint = 'Authorize it with jira/authorize, and the new passphrase of the team.';
  return new JiraError('notAuthorized', `${source} has changed the key of ${name}, and the passphrase by which it opens. ${hint}`, { hint });
}
