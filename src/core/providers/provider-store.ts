/** Providers, key pairs and their secrets on disk. A change is whole or not at all, also under `kill -9`. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document, SecretStore } from '../../infrastructure/storage/storage.ts';
import { JiraError } from '../errors.ts';
import { type Configuration, type KeyPairRecord, type ProviderRecord, ProviderSecret } from './records.ts';

/** A provider without what the store itself gives it. */
export type NewProvider = Omit<ProviderRecord, 'secret'>;

/** Makes an identifier that was never used before. */
export type NewId = (prefix: string) => string;

/** Milliseconds after which a secret that nothing refers to is left behind, and not about to be used. */
const youngestOrphan = 3_600_000;

/**
 * The store of providers. Secrets and configuration are two files, so the order of writing makes a
 * change atomic: the new secret under a new name, then the configuration that names it, which is the
 * change itself, and last the old secret's end.
 */
export class ProviderStore {
  readonly #configuration: Document<Configuration>;
  readonly #secrets: SecretStore;
  readonly #newId: NewId;
  readonly #clock: Clock;

  constructor(configuration: Document<Configuration>, secrets: SecretStore, newId: NewId, clock: Clock) {
    this.#configuration = configuration;
    this.#secrets = secrets;
    this.#newId = newId;
    this.#clock = clock;
  }

  /** Every provider, in the order of their making. */
  async list(): Promise<ProviderRecord[]> {
    return (await this.#configuration.read()).providers;
  }

  /** @throws {JiraError} unknownProvider */
  async get(id: string): Promise<ProviderRecord> {
    return found((await this.list()).find((provider) => provider.id === id), id);
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

  /** The secrets of a provider. */
  async secretOf(record: ProviderRecord): Promise<ProviderSecret> {
    const text = await this.#secrets.get(record.secret);
    return text === undefined ? {} : ProviderSecret.parse(JSON.parse(text));
  }

  /** Adds a provider. */
  async add(provider: NewProvider, secret: ProviderSecret): Promise<ProviderRecord> {
    return this.#commit(secret, (configuration, name) => {
      const record = { ...provider, secret: name };
      configuration.providers.push(record);
      return { record, obsolete: undefined };
    });
  }

  /**
   * Changes a provider together with its secrets.
   *
   * @param change gets the newest record and gives the new one
   * @throws {JiraError} unknownProvider where it was removed meanwhile
   */
  async replace(id: string, secret: ProviderSecret, change: (record: ProviderRecord) => NewProvider): Promise<ProviderRecord> {
    return this.#commit(secret, (configuration, name) => {
      const index = configuration.providers.findIndex((provider) => provider.id === id);
      const former = found(configuration.providers[index], id);
      const record = { ...change(former), secret: name };
      configuration.providers[index] = record;
      return { record, obsolete: former.secret };
    });
  }

  /**
   * Notes what was learnt of a provider, unless its credentials were changed meanwhile: then it was
   * learnt of others.
   *
   * @param seen the record that it was learnt with
   */
  async note(seen: ProviderRecord, learnt: Partial<Pick<ProviderRecord, 'state' | 'server' | 'user'>>): Promise<void> {
    await this.#configuration.update(({ providers }) => {
      const record = providers.find((provider) => provider.id === seen.id && provider.secret === seen.secret);
      if (record !== undefined) Object.assign(record, learnt);
    });
  }

  /** Forgets a provider, its secrets, and its key pair where no other provider uses it. @throws {JiraError} unknownProvider */
  async remove(id: string): Promise<void> {
    const obsolete = await this.#configuration.update((configuration) => {
      const { secret, authentication } = found(configuration.providers.find((provider) => provider.id === id), id);
      configuration.providers = configuration.providers.filter((provider) => provider.id !== id);
      const used = configuration.providers.some((provider) => provider.authentication.keyPair === authentication.keyPair);
      const keyPair = used ? undefined : configuration.keyPairs.find((each) => each.id === authentication.keyPair);
      configuration.keyPairs = configuration.keyPairs.filter((each) => each !== keyPair);
      return keyPair === undefined ? [secret] : [secret, keyPair.secret];
    });
    for (const name of obsolete) await this.#secrets.delete(name);
  }

  /** Adds a key pair. @param privateKey unencrypted PKCS#8, PEM */
  async addKeyPair(keyPair: Omit<KeyPairRecord, 'secret'>, privateKey: string): Promise<void> {
    const secret = this.#newId('secret');
    await this.#secrets.set(secret, privateKey);
    await this.#configuration.update(({ keyPairs }) => void keyPairs.push({ ...keyPair, secret }));
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

  async #commit(
    secret: ProviderSecret,
    change: (configuration: Configuration, secretName: string) => { record: ProviderRecord; obsolete: string | undefined },
  ): Promise<ProviderRecord> {
    const name = this.#newId('secret');
    await this.#secrets.set(name, JSON.stringify(secret));
    let changed: { record: ProviderRecord; obsolete: string | undefined };
    try {
      changed = await this.#configuration.update((configuration) => change(configuration, name));
    } catch (error) {
      await this.#secrets.delete(name);
      throw error;
    }
    if (changed.obsolete !== undefined) await this.#secrets.delete(changed.obsolete);
    await this.#collectOrphans();
    return changed.record;
  }

  /** Deletes what an agent that died left behind. A young secret may belong to a change that is still under way. */
  async #collectOrphans(): Promise<void> {
    const oldest = this.#clock.now() - youngestOrphan;
    const old = (await this.#secrets.list()).filter(({ createdAt }) => Date.parse(createdAt) < oldest);
    if (old.length === 0) return;
    const { providers, keyPairs } = await this.#configuration.read();
    const used = new Set([...providers, ...keyPairs].map(({ secret }) => secret));
    for (const { name } of old) if (!used.has(name)) await this.#secrets.delete(name);
  }
}

function found(record: ProviderRecord | undefined, id: string): ProviderRecord {
  if (record === undefined) throw new JiraError('unknownProvider', `There is no provider ${JSON.stringify(id)}. The list is in jira/providers.`);
  return record;
}
