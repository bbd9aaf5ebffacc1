import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import type { ProviderRecord } from '../providers/records.ts';

/** The key that a provider signs with, to be encrypted for a team. @throws {JiraError} `unsupported` for one that has none here */
export async function keyOfProvider({ store }: Core, record: ProviderRecord): Promise<{ readonly privateKey: string; readonly fingerprint: string }> {
  const { authentication } = await store.secretOf(record);
  const { keyFingerprint } = record.authentication;
  if (authentication?.type !== 'oauth1' || keyFingerprint === undefined) {
    throw new JiraError('unsupported', `${record.name} has no key here that could be shared: it is not set up with OAuth, or its key was not opened yet.`);
  }
  return { privateKey: authentication.privateKey, fingerprint: keyFingerprint };
}
