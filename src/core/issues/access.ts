/** Requests about issues to one provider. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { UserCache } from '../cache/user-cache.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { type JiraClient, type JiraRequest, myselfPath } from '../jira/client.ts';
import { record } from '../jira/json.ts';
import type { Priority } from '../jira/pace.ts';
import { toUser } from '../jira/user.ts';
import type { User } from '../../../protocol/provider.ts';
import type { ProviderRecord } from '../providers/records.ts';
import type { IssueMemory } from './memory.ts';
import { projectOfKey, providerOfProject } from './project-owners.ts';

/** What says which provider a request is for. */
export interface Place {
  readonly provider?: string | undefined;
  /** The key of an issue. */
  readonly key?: string | undefined;
  /** The key or the id of a project. */
  readonly project?: string | undefined;
}

/**
 * A provider, and the requests to it that one request of a client needs.
 *
 * Each goes through the connections by itself: credentials that are renewed in between then never repeat a
 * write that went before.
 */
export class Access {
  readonly provider: ProviderRecord;
  readonly #core: Core;
  readonly #signal: AbortSignal;
  readonly #priority: Priority;

  constructor(core: Core, provider: ProviderRecord, signal: AbortSignal, priority: Priority = 'person') {
    this.#core = core;
    this.provider = provider;
    this.#signal = signal;
    this.#priority = priority;
  }

  get memory(): IssueMemory {
    return this.#core.memory;
  }

  /** What this user saw. */
  get seen(): UserCache {
    return this.#core.cache.of(this.provider);
  }

  get clock(): Clock {
    return this.#core.clock;
  }

  get baseUrl(): string {
    return this.provider.baseUrl;
  }

  /** The same provider, with another signal: for what must be done although the client called the rest off. */
  under(signal: AbortSignal): Access {
    return new Access(this.#core, this.provider, signal, this.#priority);
  }

  /**
   * Reads. An answer that somebody between keeps the user's name from is confirmed, since Jira shows somebody whom it
   * does not know less, and says nothing.
   *
   * @throws {JiraError}
   */
  async read(path: string, query: JiraRequest['query'] = [], more: Pick<JiraRequest, 'purpose' | 'bytes' | 'maxSize'> = {}): Promise<unknown> {
    const signal = this.#signal;
    return this.#use(async (client) => {
      const { value, userName } = await client.request({ path, query, signal, priority: this.#priority, ...more });
      if (userName === undefined) await client.confirmIdentity(signal);
      return value;
    });
  }

  /**
   * Writes; it is never sent twice.
   *
   * @throws {JiraError} with `details.httpStatus`, or with the failure of the network as its `cause`
   */
  async write(method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown, query: JiraRequest['query'] = []): Promise<unknown> {
    return this.#use(async (client) => {
      this.#signal.throwIfAborted();
      const { value } = await client.request({ method, path, query, signal: this.#signal, ...(json === undefined ? {} : { json }) });
      return value;
    });
  }

  /** The user of the provider. */
  async me(): Promise<User> {
    const user = this.provider.user ?? toUser(await this.read(myselfPath));
    if (user === undefined) throw new JiraError('server', 'Jira does not say who the user is.');
    return user;
  }

  /** Milliseconds since the epoch, by Jira's clock. */
  async now(): Promise<number> {
    const time = Date.parse(String(record(await this.read('/rest/api/2/serverInfo'))['serverTime']).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    return Number.isNaN(time) ? this.#core.clock.now() : time;
  }

  #use<T>(work: (client: JiraClient) => Promise<T>): Promise<T> {
    return this.#core.connections.use(this.provider.id, work, this.#signal);
  }
}

/**
 * The provider of a request: the named one; the only one; or the only one that knows the project.
 *
 * @throws {JiraError} unknownProvider, ambiguousProvider, or `notFound` where none of several knows the project
 */
export async function accessTo(core: Core, { provider, key, project }: Place, signal: AbortSignal): Promise<Access> {
  const wanted = project ?? (key === undefined ? undefined : projectOfKey(key));
  return new Access(core, await providerOfProject(core, provider, wanted, signal), signal);
}
