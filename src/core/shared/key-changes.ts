/** Finds the key that an application link has now, where it was changed while agents go on. */
import type { Age } from '../../infrastructure/age.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import { JiraError } from '../errors.ts';
import type { ProviderStore } from '../providers/provider-store.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { openKey } from './open-key.ts';

/** Milliseconds for which keys that Jira refused are not tried again: a wrong signature may have other reasons. */
const pause = 60_000;

/** What changes of keys are made with. */
export interface KeyChangesOptions {
  readonly store: ProviderStore;
  readonly age: Age;
  readonly clock: Clock;
  /** The identities of age in the user's own files. */
  readonly identities: () => Promise<readonly string[]>;
}

/** The other keys that are published for a provider, tried in turn. */
export class KeyChanges {
  readonly #options: KeyChangesOptions;
  readonly #refused = new Map<string, number>();

  constructor(options: KeyChangesOptions) {
    this.#options = options;
  }

  /**
   * After Jira refused a signature: takes up the first other key whose signature it accepts.
   *
   * @param seen the record that was refused
   * @param attempt asks Jira something with a record
   * @param passphrase of the team, where it was given just now
   * @returns the record that works; `undefined` where there is none, and everything is as before
   */
  async change(seen: ProviderRecord, attempt: (record: ProviderRecord) => Promise<unknown>, passphrase?: string): Promise<ProviderRecord | undefined> {
    const { store, age, clock, identities } = this.#options;
    const record = (await store.list()).find(({ id }) => id === seen.id);
    const offer = record && (await store.offerFor(record));
    const others = offer?.keys.filter(({ fingerprint }) => fingerprint !== seen.authentication.keyFingerprint) ?? [];
    if (record === undefined || offer === undefined || others.length === 0) return undefined;
    if (record.secret !== seen.secret && record.authentication.keyFingerprint !== seen.authentication.keyFingerprint) return record;
    const secret = await store.secretOf(record);
    const { authentication } = secret;
    const set = `${record.id} ${others.map(({ fingerprint }) => fingerprint).join(' ')}`;
    if (authentication?.type !== 'oauth1' || (this.#refused.get(set) ?? 0) > clock.now()) return undefined;
    const known = [...(authentication.identity === undefined ? [] : [authentication.identity]), ...(await identities())];
    const withKey = (privateKey: string, keyFingerprint: string | undefined): Promise<ProviderRecord> =>
      store.replace(record.id, { ...secret, authentication: { ...authentication, privateKey } }, ({ secret: _secret, ...former }) => ({
        ...former,
        authentication: { ...former.authentication, keyFingerprint },
      }));
    for (const key of others) {
      const privateKey = (await store.privateKeyOf(key.fingerprint)) ?? (await openKey(age, key, { identities: known, passphrase }, offer.source))?.privateKey;
      if (privateKey === undefined) continue;
      const changed = await withKey(privateKey, key.fingerprint);
      if (await isAccepted(attempt(changed))) return changed;
    }
    this.#refused.set(set, clock.now() + pause);
    await withKey(authentication.privateKey, record.authentication.keyFingerprint);
    return undefined;
  }
}

/** Whether Jira found the signature wrong: of another key, or of another address than it has for itself. */
export function isWrongSignature(error: unknown): boolean {
  return error instanceof JiraError && error.details.oauthProblem === 'signature_invalid';
}

/** Any other refusal comes after the signature was found to be right. */
async function isAccepted(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    (error: unknown) => !isWrongSignature(error),
  );
}
