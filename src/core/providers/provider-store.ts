/** Providers, key pairs and their secrets on disk. A change is whole or not at all, also under `kill -9`. */
import { Network } from '../../../protocol/network.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document, SecretStore } from '../../infrastructure/storage/storage.ts';
import { JiraError } from '../errors.ts';
import { assertApproved, noOffers, type Offer, type Offers } from '../shared/offer.ts';
import { isMereOffer, noSecret, withOffers } from '../shared/with-offers.ts';
import { type Configuration, type KeyPairRecord, type ListedProvider, type ProviderRecord, ProviderSecret } from './records.ts';
import { type NewId, SecretChanges } from './secret-changes.ts';

/** A provider without what the store itself gives it. */
export type NewProvider = Omit<ProviderRecord, 'secret'>;

/** The store of providers: reads are free, changes are atomic (see `SecretChanges`). */
export class ProviderStore {
  readonly #configuration: Document<Configuration>;
  readonly #secrets: SecretStore;
  readonly #changes: SecretChanges;
  readonly #offers: Offers;

  /** @param offers what others name for the user */
  constructor(configuration: Document<Configuration>, secrets: SecretStore, newId: NewId, clock: Clock, offers: Offers = noOffers) {
    this.#configuration = configuration;
    this.#secrets = secrets;
    this.#changes = new SecretChanges(configuration, secrets, newId, clock);
    this.#offers = offers;
  }

  /** Every provider: the user's own in the order of their making, then those that others offer. */
  async list(): Promise<ListedProvider[]> {
    const offers = await this.#offers.list();
    return withOffers((await this.#configuration.read()).providers, offers);
  }

  /** What the user has taken up of what others offered, whether it is offered now or not. */
  async takenUp(origin: 'workspace' | 'organization'): Promise<ProviderRecord[]> {
    return (await this.#configuration.read()).providers.filter((provider) => provider.origin === origin);
  }

  /** What is offered for a provider: by its id; for one of the user's own, what has the same application link. */
  async offerFor({ id, origin, baseUrl, authentication }: ProviderRecord): Promise<Offer | undefined> {
    const isSameLink = (offer: Offer): boolean => offer.baseUrl === baseUrl && offer.consumerKey !== undefined && offer.consumerKey === authentication.consumerKey;
    return (await this.#offers.list()).find((offer) => (origin === 'user' ? offer.approval === undefined && isSameLink(offer) : offer.id === id));
  }

  /** @throws {JiraError} unknownProvider */
  async get(id: string): Promise<ListedProvider> {
    return found((await this.list()).find((provider) => provider.id === id));
  }

  /**
   * The provider that a request is for: the named one, else the only one. What others offer counts where the user has nothing else.
   *
   * @throws {JiraError} unknownProvider or ambiguousProvider
   */
  async resolve(id: string | undefined): Promise<ListedProvider> {
    if (id !== undefined) return this.get(id);
    const all = await this.list();
    const taken = all.filter((each) => !isMereOffer(each));
    const providers = taken.length === 0 ? all : taken;
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

  /**
   * The secrets of a provider; `undefined` where they are gone: with a damaged file that had no backup, for instance.
   *
   * @throws {JiraError} notAuthorized for a server that the workspace names and the user has not approved: whoever wants
   *   to connect to a provider needs them, so nothing gets there
   */
  async findSecret(record: ProviderRecord): Promise<ProviderSecret | undefined> {
    const offer = record.origin === 'user' ? undefined : (await this.#offers.list()).find(({ id }) => id === record.id);
    assertApproved(offer);
    const text = record.secret === noSecret ? '{}' : await this.#secrets.get(record.secret);
    if (text === undefined) return undefined;
    const secret = ProviderSecret.parse(JSON.parse(text));
    return offer?.ca === undefined ? secret : { ...secret, network: Network.parse({ ...secret.network, ca: offer.ca }) };
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
   * Changes a provider together with its secrets. One that is offered is taken up by it.
   *
   * @param change gets the newest record and gives the new one
   * @param signal ends the waiting; once it is aborted, nothing is changed
   * @throws {JiraError} unknownProvider where it was removed meanwhile
   */
  async replace(id: string, secret: ProviderSecret, change: (record: ProviderRecord) => NewProvider, signal?: AbortSignal): Promise<ProviderRecord> {
    const offered = (await this.list()).find((provider) => provider.id === id && provider.offer !== undefined);
    return this.#changes.store(JSON.stringify(secret), ({ providers }, name) => {
      const index = providers.findIndex((provider) => provider.id === id);
      const former = found(providers[index] ?? offered);
      const { offer: _offer, ...changed }: NewProvider & { offer?: Offer | undefined } = change(former);
      const record = { ...changed, secret: name };
      if (index < 0) providers.push(record);
      else providers[index] = record;
      return { result: record, obsolete: former.secret === noSecret ? [] : [former.secret] };
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
    const listed = (await this.list()).find((provider) => provider.id === id);
    if (listed?.secret === noSecret) return;
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

  /** The private key (PKCS#8, PEM) of the key pair with a fingerprint, where it was made here. */
  async privateKeyOf(fingerprint: string): Promise<string | undefined> {
    const record = (await this.#configuration.read()).keyPairs.find((each) => each.fingerprint === fingerprint);
    return record && this.#secrets.get(record.secret);
  }

  /** Makes sure that the store can be read, locked and written. @returns how many providers it holds */
  async probe(): Promise<number> {
    return this.#configuration.update(({ providers }) => providers.length);
  }

  /** Tells when anything changed, by this agent or another. @returns a function that ends it */
  watch(listener: () => void): () => void {
    const stops = [this.#configuration.watch(listener), this.#offers.watch(listener)];
    return () => stops.forEach((stop) => stop());
  }
}

/** The id is not repeated: it may be anything that a client mistook for one. */
function found(record: ProviderRecord | undefined): ProviderRecord {
  if (record === undefined) throw new JiraError('unknownProvider', 'There is no such provider. The list is in jira/providers.');
  return record;
}
