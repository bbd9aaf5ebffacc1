/** Clients of the configured providers: opened once, used by every request, and what is learnt on the way. */
import type { Network } from '../../../protocol/network.ts';
import type { ErrorKind } from '../../../protocol/errors.ts';
import type { Clock } from '../../infrastructure/clock.ts';
import type { HttpClient } from '../../infrastructure/http/http.ts';
import { JiraError } from '../errors.ts';
import { type ClockSkew, JiraClient } from '../jira/client.ts';
import { anonymous, basicCredentials, type Consumer, type Credentials, oauth1Credentials, tokenCredentials } from '../jira/credentials.ts';
import { answerError } from '../jira/error-answer.ts';
import { Pace } from '../jira/pace.ts';
import type { CredentialLife } from '../jira/refusal.ts';
import { serverInfoPath } from '../jira/server-info.ts';
import { fetchAccessToken } from '../oauth/dance.ts';
import { isWrongSignature, type KeyChanges } from '../shared/key-changes.ts';
import { untilAborted } from '../until-aborted.ts';
import type { ProviderStore } from './provider-store.ts';
import type { ProviderRecord, ProviderSecret } from './records.ts';
import { Recovery } from './recovery.ts';
import { type RefusedState, refusedState } from './refused-state.ts';
import { SlowDowns } from './slow-downs.ts';
import { assertUsable, keyChanged } from './usable.ts';

/** Connections to one server, with the headers of its gateway. */
export interface Link {
  readonly http: HttpClient;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the connections are made with. */
export interface ConnectionsOptions {
  readonly store: ProviderStore;
  readonly clock: Clock;
  readonly userAgent: string;
  /** Opens connections by network settings. @throws {JiraError} invalidParams, for instance for a CA file that is not there */
  readonly connect: (network: Network | undefined) => Promise<Link>;
  /** A signer for a private key (PKCS#8, PEM). */
  readonly signer: (privateKey: string) => Promise<(baseString: string) => string>;
  readonly nonce: () => string;
  readonly keyChanges: KeyChanges;
  /** Milliseconds for one exchange with a server. */
  readonly requestTimeout: number;
  /** Called when a provider is found reachable or unreachable, or asks to slow down, after it was otherwise. */
  readonly onAvailabilityChange: () => void;
  /** Called when Jira has refused credentials, by one of the agents that share the storage, and once. */
  readonly onRefusal: (message: string, provider: string, state: RefusedState) => void;
}

interface Open {
  readonly secretName: string;
  readonly link: Link;
  readonly client: JiraClient;
  readonly secret: ProviderSecret;
  readonly standing: Standing;
}

/** What all clients of one provider share: it is learnt once. */
export interface Standing {
  readonly skew: ClockSkew;
  readonly pace: Pace;
}

const outOfReach: ReadonlySet<ErrorKind> = new Set(['offline', 'timeout', 'certificate', 'proxy']);

/** Whether a kind of error means that the server is out of reach, and says nothing of the credentials. */
export function isOutOfReach(kind: ErrorKind): boolean {
  return outOfReach.has(kind);
}

/** The clients of all providers. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<string, Promise<Open>>();
  readonly #unreachable = new Set<string>();
  readonly #recovery: Recovery;
  readonly #slowDowns: SlowDowns;
  readonly #closing = new AbortController();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#slowDowns = new SlowDowns(options.clock, options.onAvailabilityChange);
    this.#recovery = new Recovery(options.clock, (id, signal) => this.#askWhetherThere(id, signal));
  }

  /** From now on servers that are out of reach are asked by themselves whether they are there again. */
  recover(): void {
    this.#recovery.begin();
    for (const id of this.#unreachable) this.#recovery.watch(id);
  }

  /** Whether the last request to a provider found it out of reach. */
  isUnreachable(id: string): boolean {
    return this.#unreachable.has(id);
  }

  /** Until when a provider asked to slow down, in milliseconds since the epoch. */
  pausedUntil(id: string): number | undefined {
    return this.#slowDowns.until(id);
  }

  /** The consumer that signs with a private key. */
  async consumer(consumerKey: string, privateKey: string): Promise<Consumer> {
    return { consumerKey, sign: await this.#options.signer(privateKey), nonce: this.#options.nonce };
  }

  /** A client for an address that is no provider yet. The caller closes the link. */
  client(link: Link, baseUrl: string, credentials: Credentials = anonymous, standing: Standing = this.#newStanding(), life: CredentialLife = { workedBefore: false }): JiraClient {
    const { clock, userAgent, requestTimeout: timeout } = this.#options;
    return new JiraClient({ baseUrl, http: link.http, headers: link.headers, credentials, clock, userAgent, life, timeout, ...standing });
  }

  /** Opens connections for an address that is no provider yet. */
  connect(network: Network | undefined): Promise<Link> {
    return this.#options.connect(network);
  }

  /**
   * Does some work with the client of a provider, and learns from how it went: a proven refusal is
   * noted and stops the requests that would repeat it; a network failure never touches credentials.
   *
   * @param id the provider; `undefined` for the only one
   * @throws {JiraError} `notAuthorized`, `credentialsRejected`, `credentialsExpired` at once where that is known
   */
  async use<T>(id: string | undefined, work: (client: JiraClient, record: ProviderRecord) => Promise<T>, signal: AbortSignal): Promise<T> {
    const record = await this.#usable(id, signal);
    try {
      return await this.#attempt(record, work, signal);
    } catch (error) {
      const renewed = isExpiredAccess(error) ? await this.#renew(record, signal) : isWrongSignature(error) ? await this.#changeKey(record, signal) : undefined;
      if (renewed !== undefined) return this.#attempt(renewed, work, signal);
      await this.#learn(record, error);
      throw error;
    }
  }

  /** Signs a step of the dance for a provider. @param token the request token, where there is one already */
  async oauthClient(record: ProviderRecord, token: string | undefined, parameters: Readonly<Record<string, string>>, signal: AbortSignal): Promise<JiraClient> {
    const { link, secret, standing } = await untilAborted(this.#opened(record), signal);
    const { authentication } = secret;
    if (authentication?.type !== 'oauth1') {
      throw new JiraError('unsupported', 'This provider does not use OAuth, so there is nothing to authorize.', { hint: 'Configure it with `type: "oauth1"`.' });
    }
    const consumer = await this.consumer(record.authentication.consumerKey ?? '', authentication.privateKey);
    return this.client(link, record.baseUrl, oauth1Credentials(consumer, token, parameters), standing);
  }

  /** Closes the connections of a provider that changed or went. */
  async forget(id: string): Promise<void> {
    const open = this.#open.get(id);
    this.#open.delete(id);
    this.#unreachable.delete(id);
    this.#recovery.forget(id);
    this.#slowDowns.forget(id);
    await open?.then(({ link }) => link.http.close(), () => undefined);
  }

  /** Closes every connection, and waits for no editor or keyring that still owes a secret. */
  async close(): Promise<void> {
    this.#recovery.stop();
    this.#closing.abort(new JiraError('storage', 'The agent ends, and waits no more for the credentials.'));
    await Promise.all([...this.#open.keys()].map((id) => this.forget(id)));
  }

  async #attempt<T>(record: ProviderRecord, work: (client: JiraClient, record: ProviderRecord) => Promise<T>, signal: AbortSignal): Promise<T> {
    const { client } = await untilAborted(this.#opened(record), signal);
    const result = await work(client, record);
    this.#setReachable(record.id, true);
    return result;
  }

  async #opened(record: ProviderRecord): Promise<Open> {
    const current = await this.#open.get(record.id)?.catch(() => undefined);
    if (current?.secretName === record.secret) return current;
    if (current !== undefined) await this.forget(record.id);
    const opening = this.#openProvider(record);
    this.#open.set(record.id, opening);
    opening.catch(() => this.#open.delete(record.id));
    return opening;
  }

  /** The provider with its connections open. Another window may have changed it before its secret was read. */
  async #usable(id: string | undefined, signal: AbortSignal): Promise<ProviderRecord> {
    const { store } = this.#options;
    for (;;) {
      const record = await store.resolve(id);
      assertUsable(record);
      try {
        await untilAborted(this.#opened(record), signal);
        return record;
      } catch (error) {
        signal.throwIfAborted();
        if ((await store.resolve(id)).secret === record.secret) throw error;
      }
    }
  }

  async #openProvider(record: ProviderRecord): Promise<Open> {
    const secret = await untilAborted(this.#options.store.secretOf(record), this.#closing.signal);
    const link = await this.#options.connect(secret.network);
    const standing = this.#newStanding((seconds) => this.#slowDowns.note(record.id, seconds));
    const { expiresAt, neverExpires } = record.authentication;
    const life = { workedBefore: true, expiresAt: neverExpires === true ? ('never' as const) : expiresAt === undefined ? undefined : Date.parse(expiresAt) };
    const client = this.client(link, record.baseUrl, await this.#credentials(record, secret), standing, life);
    return { secretName: record.secret, link, client, secret, standing };
  }

  #newStanding(onSlowDown?: (seconds: number) => void): Standing {
    return { skew: { seconds: 0 }, pace: new Pace(this.#options.clock, onSlowDown) };
  }

  async #credentials(record: ProviderRecord, { authentication }: ProviderSecret): Promise<Credentials> {
    switch (authentication?.type) {
      case 'token':
        return tokenCredentials(authentication.token);
      case 'basic':
        return basicCredentials(authentication.username, authentication.password);
      case 'oauth1':
        return oauth1Credentials(await this.consumer(record.authentication.consumerKey ?? '', authentication.privateKey), authentication.accessToken);
      case undefined:
        return anonymous;
    }
  }

  /** Renews an access token that has expired (`oauth_session_handle`); another window may have done it already. */
  async #renew(seen: ProviderRecord, signal: AbortSignal): Promise<ProviderRecord | undefined> {
    const { store, clock } = this.#options;
    const record = await store.get(seen.id);
    if (record.secret !== seen.secret) return record;
    const secret = await untilAborted(store.secretOf(record), signal);
    const { authentication } = secret;
    if (authentication?.type !== 'oauth1' || authentication.accessToken === undefined || authentication.sessionHandle === undefined) return undefined;
    try {
      const client = await this.oauthClient(record, authentication.accessToken, { oauth_session_handle: authentication.sessionHandle }, signal);
      const access = await fetchAccessToken(client, signal);
      const renewed = { ...authentication, accessToken: access.token, sessionHandle: access.sessionHandle ?? authentication.sessionHandle };
      const { secret: _former, ...provider } = record;
      const expiresAt = access.expiresIn === undefined ? undefined : new Date(clock.now() + access.expiresIn * 1000).toISOString();
      return await store.replace(record.id, { ...secret, authentication: renewed }, () => ({ ...provider, authentication: { ...provider.authentication, expiresAt } }));
    } catch (error) {
      if (error instanceof JiraError && !isOutOfReach(error.kind)) return undefined;
      throw error;
    }
  }

  /** The key of the application link may have been changed, with the new one published. */
  async #changeKey(record: ProviderRecord, signal: AbortSignal): Promise<ProviderRecord | undefined> {
    const changed = await this.#options.keyChanges.change(record, (other) => this.#attempt(other, (client) => client.confirmIdentity(signal), signal));
    if (changed !== undefined && 'lockedBy' in changed) throw keyChanged(record, changed.lockedBy);
    return changed;
  }

  async #learn(record: ProviderRecord, error: unknown): Promise<void> {
    if (!(error instanceof JiraError)) return;
    // What was trusted is read anew for the next request: the user may have mended it meanwhile.
    if (error.kind === 'certificate') this.#open.delete(record.id);
    if (isOutOfReach(error.kind)) return this.#setReachable(record.id, false);
    if (error.details.httpStatus !== undefined) this.#setReachable(record.id, true);
    const state = refusedState(error, record);
    if (state !== undefined && (await this.#options.store.note(record, { state }))) this.#options.onRefusal(`${record.name}: ${error.message}`, record.id, state);
  }

  /** Any answer will do. Connections of its own read names, proxies and certificates as they are now. */
  async #askWhetherThere(id: string, signal: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const record = (await store.list()).find((each) => each.id === id);
    if (record === undefined) return this.forget(id);
    const open = await this.#open.get(id)?.catch(() => undefined);
    const { network } = open?.secretName === record.secret ? open.secret : await store.secretOf(record);
    const link = await this.#options.connect(network);
    try {
      const answer = await this.client(link, record.baseUrl).exchange({ path: serverInfoPath, signal });
      const refused = answer.status >= 400 && isOutOfReach(answerError(answer, record.baseUrl, 'other').kind);
      if (!refused) this.#setReachable(id, true);
    } finally {
      await link.http.close();
    }
  }

  #setReachable(id: string, reachable: boolean): void {
    const was = !this.#unreachable.has(id);
    if (was === reachable) return;
    if (reachable) {
      this.#unreachable.delete(id);
      this.#recovery.forget(id);
    } else {
      this.#unreachable.add(id);
      this.#recovery.watch(id);
    }
    this.#options.onAvailabilityChange();
  }
}

function isExpiredAccess(error: unknown): boolean {
  return error instanceof JiraError && error.details.oauthProblem === 'token_expired';
}
