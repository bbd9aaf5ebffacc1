/** Finds the key that an application link has now, where it was changed while agents go on. */
import type { SharedKey } from '../../../protocol/shared-keys.ts';
import type { Age } from '../../infrastructure/age.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import { JiraError } from '../errors.ts';
import type { ProviderStore } from '../providers/provider-store.ts';
import type { ListedProvider, ProviderRecord } from '../providers/records.ts';
import type { Offer } from './offer.ts';
import { openKey, type OpenedKey } from './open-key.ts';

/** Milliseconds for which keys that Jira refused are not tried again: a wrong signature may have other reasons. */
const pause = 60_000;

/** What changes of keys are made with. */
export interface KeyChangesOptions {
  readonly store: ProviderStore;
  readonly age: Age;
  readonly clock: Clock;
  /** The identities of age in the user's own files. */
  readonly identities: () => Promise<readonly string[]>;
  /** Reads the organization's database anew. */
  readonly refresh: () => Promise<unknown>;
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
   * @returns the record that works; who publishes keys that nothing opened, the passphrase neither; `undefined` where
   *   there is no key that Jira accepts. In both cases everything is as before
   */
  async change(seen: ProviderRecord, attempt: (record: ProviderRecord) => Promise<unknown>, passphrase?: string): Promise<ProviderRecord | { readonly lockedBy: string } | undefined> {
    const { store, clock } = this.#options;
    if ((this.#refused.get(seen.id) ?? 0) > clock.now() && passphrase === undefined) return undefined;
    const found = await this.#findOthers(seen);
    if (found === undefined) return undefined;
    const { record, offer, keys } = found;
    if (record.authentication.keyFingerprint !== seen.authentication.keyFingerprint) return record;
    const secret = await store.secretOf(record);
    const { authentication } = secret;
    if (authentication?.type !== 'oauth1') return undefined;
    const sign = ({ privateKey, fingerprint, identity = authentication.identity }: SigningKey): Promise<ProviderRecord> =>
      store.replace(record.id, { ...secret, authentication: { ...authentication, privateKey, identity } }, ({ secret: _secret, ...former }) => ({
        ...former,
        authentication: { ...former.authentication, keyFingerprint: fingerprint },
      }));
    const opened = await this.#open(keys, authentication.identity, passphrase, offer.source);
    for (const key of opened) {
      const changed = await sign(key);
      if (await isAccepted(attempt(changed))) return changed;
    }
    if (opened.length > 0) await sign({ privateKey: authentication.privateKey, fingerprint: record.authentication.keyFingerprint });
    if (opened.length < keys.length) return { lockedBy: offer.source };
    this.#refused.set(seen.id, clock.now() + pause);
    return undefined;
  }

  /** The keys beside the refused one. The organization may have published a new one this very moment. */
  async #findOthers(seen: ProviderRecord): Promise<{ record: ListedProvider; offer: Offer; keys: readonly SharedKey[] } | undefined> {
    const { store, refresh } = this.#options;
    for (const isFresh of [false, true]) {
      const record = (await store.list()).find(({ id }) => id === seen.id);
      const offer = record && (await store.offerFor(record));
      if (record === undefined || offer === undefined) return undefined;
      const keys = offer.keys.filter(({ fingerprint }) => fingerprint !== seen.authentication.keyFingerprint);
      if (keys.length > 0) return { record, offer, keys };
      if (!isFresh && offer.origin === 'organization') await refresh().catch(() => undefined);
    }
    this.#refused.set(seen.id, this.#options.clock.now() + pause);
    return undefined;
  }

  /** Those that open: made here, or by an identity, or by the passphrase. */
  async #open(keys: readonly SharedKey[], identity: string | undefined, passphrase: string | undefined, source: string): Promise<SigningKey[]> {
    const { store, age, identities } = this.#options;
    const known = [...(identity === undefined ? [] : [identity]), ...(await identities())];
    const opened = await Promise.all(keys.map(async (key): Promise<SigningKey | undefined> => {
      const privateKey = await store.privateKeyOf(key.fingerprint);
      return privateKey === undefined ? openKey(age, key, { identities: known, passphrase }, source) : { privateKey, fingerprint: key.fingerprint };
    }));
    return opened.filter((each) => each !== undefined);
  }
}

type SigningKey = Partial<OpenedKey> & Pick<OpenedKey, 'privateKey'>;

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
