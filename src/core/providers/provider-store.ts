/** Providers, key pairs and their secrets on disk. A change is whole or not at all, also under `kill -9`. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document, SecretStore } from '../../infrastructure/storage/storage.ts';
import { JiraError } from '../errors.ts';
import { type Configuration, type KeyPairRecord, type ProviderRecord, ProviderSecret } from './records.ts';
import { type NewId, SecretChanges } from './secret-changes.ts';

/** A provider without what the store itself gives it. */
export type NewProvider = Omit<ProviderRecord, 'secret'>;

/** The store of providers: reads are free, changes are atomic (see `SecretChanges`). */
export class ProviderStore {
  readonly #configuration: Document<Configuration>;
  readonly #secrets: SecretStore;
  readonly #changes: SecretChanges;

  constructor(configuration: Document<Configuration>, secrets: SecretStore, newId: NewId, clock: Clock) {
    this.#configuration = configuration;
    this.#secrets = secrets;
    this.#changes = new SecretChanges(configuration, secrets, newId, clock);
  }

  /** Every provider, in the order of their making. */
  async list(): Promise<ProviderRecord[]> {
    return (await this.#configuration.read()).providers;
  }

  /** @throws {JiraError} unknownProvider */
  async get(id: string): Promise<ProviderRecord> {
    return found((await this.list()).find((provider) => provider.id === id));
  }

  /**
   * The provider that a request is for: the named one, else the only one.
   *
   * @throws {JiraError} unknownProvider or ambiguousProvider
   */
  async resolve(id: string | undefined): Promise<ProviderRecord> {
    if (id !== undefined) return this.get(id);
    const providers = await this.list();
    if (providers.length > 1) {
      const names = providers.map((provider) => `${provider.id} (${provider.name})`).join(', ');
      throw new JiraError('ambiguousProvider', `Several providers are configured: say which one by \`provider\`. There are ${names}.`);
    }
    const [only] = providers;
    if (only === undefined) {
      throw new JiraError('unknownProvider', 'No Jira is configured yet. Configure one with jira/configure.', { hint: 'Configure a provider with jira/configure.' });
    }
    return only;
  }

  /**
   * The secrets of a provider.
   *
   * @throws {JiraError} storage where they are gone: nobody is to be asked for anything in nobody's name instead
   */
  async secretOf(record: ProviderRecord): Promise<ProviderSecret> {
    const secret = await this.findSecret(record);
    if (secret !== undefined) return secret;
    const next = 'Configure it again with jira/configure.';
    throw new JiraError('storage', `The credentials of ${record.name} are no longer where they were kept. ${next}`, { hint: next });
  }

  /** The secrets of a provider; `undefined` where they are gone: with a damaged file that had no backup, for instance. */
  async findSecret(record: ProviderRecord): Promise<ProviderSecret | undefined> {
    const text = await this.#secrets.get(record.secret);
    return text === undefined ? undefined : ProviderSecret.parse(JSON.parse(text));
  }

  /** Adds a provider. @param signal ends the waiting; once it is aborted, nothing is added */
  async add(provider: NewProvider, secret: ProviderSecret, signal: AbortSignal): Promise<ProviderRecord> {
    return this.#changes.store(JSON.stringify(secret), ({ providers }, name) => {
      const record = { ...provider, secret: name };
      providers.push(record);
      return { result: record, obsolete: [] };
    }, signal);
  }

  /**
   * Changes a provider together with its secrets.
   *
   * @param change gets the newest record and gives the new one
   * @param signal ends the waiting; once it is aborted, nothing is changed
   * @throws {JiraError} unknownProvider where it was removed meanwhile
   */
  async replace(id: string, secret: ProviderSecret, change: (record: ProviderRecord) => NewProvider, signal?: AbortSignal): Promise<ProviderRecord> {
    return this.#changes.store(JSON.stringify(secret), ({ providers }, name) => {
      const index = providers.findIndex((provider) => provider.id === id);
      const former = found(providers[index]);
      const record = { ...change(former), secret: name };
      providers[index] = record;
      return { result: record, obsolete: [former.secret] };
    }, signal);
  }

  /**
   * Notes what was learnt of a provider, unless its credentials were changed meanwhile: then it was
   * learnt of others.
   *
   * @param seen the record that it was learnt with
   * @returns whether it is news: one of several agents that learn the same gets `true`
   */
  async note(seen: ProviderRecord, learnt: Partial<Pick<ProviderRecord, 'state' | 'endTold'>>): Promise<boolean> {
    return this.#configuration.update(({ providers }) => {
      const record = providers.find((provider) => provider.id === seen.id && provider.secret === seen.secret);
      if (record === undefined) return false;
      const { state, endTold } = record;
      Object.assign(record, learnt);
      return record.state !== state || record.endTold !== endTold;
    });
  }

  /** Forgets a provider, its secrets, and its key pair where no other provider uses it. @throws {JiraError} unknownProvider */
  async remove(id: string): Promise<void> {
    await this.#changes.change((configuration) => {
      const { secret, authentication } = found(configuration.providers.find((provider) => provider.id === id));
      configuration.providers = configuration.providers.filter((provider) => provider.id !== id);
      for (const query of configuration.queries) if (query.provider === id) delete query.provider;
      const used = configuration.providers.some((provider) => provider.authentication.keyPair === authentication.keyPair);
      const keyPair = used ? undefined : configuration.keyPairs.find((each) => each.id === authentication.keyPair);
      configuration.keyPairs = configuration.keyPairs.filter((each) => each !== keyPair);
      return { result: undefined, obsolete: keyPair === undefined ? [secret] : [secret, keyPair.secret] };
    });
  }

  /** Adds a key pair. @param privateKey unencrypted PKCS#8, PEM; @param signal ends the waiting: nothing is added then */
  async addKeyPair(keyPair: Omit<KeyPairRecord, 'secret'>, privateKey: string, signal: AbortSignal): Promise<void> {
    await this.#changes.store(privateKey, ({ keyPairs }, secret) => {
      keyPairs.push({ ...keyPair, secret });
      return { result: undefined, obsolete: [] };
    }, signal);
  }

  /** A key pair with its private key (PKCS#8, PEM); `undefined` where there is none of this id. */
  async keyPair(id: string): Promise<{ record: KeyPairRecord; privateKey: string } | undefined> {
    const record = (await this.#configuration.read()).keyPairs.find((each) => each.id === id);
    const privateKey = record === undefined ? undefined : await this.#secrets.get(record.secret);
    return record === undefined || privateKey === undefined ? undefined : { record, privateKey };
  }

  /** Makes sure that the store can be read, locked and written. @returns how many providers it holds */
  async probe(): Promise<number> {
    return this.#configuration.update(({ providers }) => providers.length);
  }

  /** Tells when anything changed, by this agent or another. @returns a function that ends it */
  watch(listener: () => void): () => void {
    return this.#configuration.watch(listener);
  }
}

/** The id is not repeated: it may be anything that a client mistook for one. */
function found(record: ProviderRecord | undefined): ProviderRecord {
  if (record === undefined) throw new JiraError('unknownProvider', 'There is no such provider. The list is in jira/providers.');
  return record;
}
