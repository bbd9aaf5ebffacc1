/** Follows the organization's database: what it publishes is known at once, and while it is away, from the last time. */
import type { Database, DatabaseSession } from '../../infrastructure/database/database.ts';
import type { Offer, Offers } from '../shared/offer.ts';
import { type OrganizationContent, readContent, toOffers, withdrawnIds } from './content.ts';
import { fromDatabase, noDatabase } from './database-errors.ts';
import type { OrganizationOptions } from './organization-options.ts';
import { KeyReports } from './reports.ts';

/** How the database is doing. */
export interface OrganizationState {
  readonly database: string | undefined;
  readonly problem: string | undefined;
  readonly checkedAt: string | undefined;
  readonly organizations: readonly OrganizationContent[];
}

/** Milliseconds that the first request waits for the database; then the last known state serves. */
const patience = 2000;
/** Milliseconds between two looks through a pooler, which tells of no changes. */
const pollTime = 5000;
/** Milliseconds between two looks where changes are told: a connection may have died in silence. */
const heartbeat = 60_000;
/** Milliseconds over which the agents of an organization spread what they do after a change. */
const spread = 200;
/** Milliseconds until the database is tried again; each further time it is twice as long. */
const firstDelay = 1000;
const longestDelay = 60_000;

/** The organization of one agent. Nothing is connected before the first request. */
export class Organization implements Offers {
  readonly #options: OrganizationOptions;
  readonly #reports: KeyReports;
  readonly #listeners = new Set<() => void>();
  #database: Promise<Database> | undefined;
  #state: OrganizationState = { database: undefined, problem: undefined, checkedAt: undefined, organizations: [] };
  #begun: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  /** Whether something happened since the last look. */
  #stirred = false;
  #session: DatabaseSession | undefined;
  #closed = false;
  #onClose: (() => void) | undefined;

  constructor(options: OrganizationOptions) {
    this.#options = options;
    this.#reports = new KeyReports(options);
  }

  async list(): Promise<readonly Offer[]> {
    if (this.#options.open === undefined) return [];
    await this.#begin();
    return toOffers(this.#state.organizations);
  }

  watch(listener: () => void): () => void {
    const tell = (): void => listener();
    this.#listeners.add(tell);
    return () => void this.#listeners.delete(tell);
  }

  /** What is known of the database. */
  async state(): Promise<OrganizationState> {
    if (this.#options.open !== undefined) await this.#begin();
    return this.#state;
  }

  /**
   * Does something with a connection of its own, and has what changed by it known here at once.
   *
   * @throws {JiraError} for whatever the database does not do
   */
  async use<R>(work: (session: DatabaseSession) => Promise<R>): Promise<R> {
    if (this.#options.open === undefined) throw noDatabase();
    return fromDatabase(async () => {
      const session = await (await this.#opened()).connect();
      try {
        return await work(session);
      } finally {
        await session.close();
        this.#stir();
      }
    });
  }

  /** Keeps the password of the database with the user's secrets, for when neither its address nor the environment has it. */
  async keepPassword(password: string): Promise<void> {
    if (this.#options.open === undefined) throw noDatabase();
    const { key } = await fromDatabase(() => this.#opened());
    await this.#options.keepPassword(key, password);
  }

  /** Reads everything this user may see, now. @throws {JiraError} */
  read(): Promise<OrganizationContent[]> {
    return this.use(async (session) => {
      const content = readContent(await session.read());
      await this.#take(content);
      return content;
    });
  }

  /** Ends the connection, and begins no other. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#onClose?.();
    this.#stir();
    await this.#session?.close();
  }

  /** Settles with the first answer of the database, be it that it is away, or when patience is at its end. */
  #begin(): Promise<void> {
    return (this.#begun ??= new Promise((resolve) => {
      const stop = this.#options.clock.after(patience, resolve);
      const done = (): void => {
        stop();
        resolve();
      };
      void this.#remember().then(() => this.#run(done));
    }));
  }

  async #remember(): Promise<void> {
    try {
      const database = await this.#opened();
      const kept = (await this.#options.document.read()).databases[database.key];
      this.#state = { database: database.name, problem: undefined, checkedAt: kept?.readAt, organizations: kept?.organizations ?? [] };
    } catch (error) {
      this.#away(error);
    }
  }

  #opened(): Promise<Database> {
    return (this.#database ??= this.#options.open!());
  }

  async #run(onAnswer: () => void): Promise<void> {
    const stopWatching = this.#options.records.watch(() => this.#stir());
    for (let delay = firstDelay; !this.#closed; delay = Math.min(2 * delay, longestDelay)) {
      try {
        this.#session = await (await this.#opened()).connect();
        await this.#follow(this.#session, () => {
          delay = firstDelay;
          onAnswer();
        });
      } catch (error) {
        this.#away(error);
      }
      onAnswer();
      await this.#session?.close();
      this.#session = undefined;
      await this.#backOff(delay * (0.75 + this.#options.random() / 2));
    }
    stopWatching();
  }

  async #follow(session: DatabaseSession, onAnswer: () => void): Promise<void> {
    const { random } = this.#options;
    const ended = { is: false };
    void session.ended.then(() => {
      ended.is = true;
      this.#stir();
    });
    const news = { are: false };
    if (!session.pooled) {
      await session.listen(() => {
        news.are = true;
        this.#stir();
      });
    }
    for (let seen: string | undefined; !this.#closed && !ended.is; ) {
      news.are = false;
      this.#stirred = false;
      const revision = await session.revision();
      if (revision !== seen) await this.#take(readContent(await session.read()));
      seen = revision;
      onAnswer();
      await this.#report(session);
      await this.#pause((session.pooled ? pollTime : heartbeat) * (0.75 + random() / 2));
      this.#stirred = false;
      if (news.are && !ended.is) await this.#pause(random() * spread);
    }
    if (ended.is && !this.#closed) throw new Error('The connection to the database ended.');
  }

  /** Until it is over, or the agent ends: nothing else brings a database back sooner. */
  #backOff(milliseconds: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        stop();
        resolve();
      };
      const stop = this.#options.clock.after(milliseconds, end);
      this.#onClose = end;
    });
  }

  /** Until it is over, or something wakes it. */
  #pause(milliseconds: number): Promise<void> {
    if (this.#closed || this.#stirred) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        stop();
        this.#wake = undefined;
        resolve();
      };
      const stop = this.#options.clock.after(milliseconds, wake);
      this.#wake = wake;
    });
  }

  #stir(): void {
    this.#stirred = true;
    this.#wake?.();
  }

  /** A report that cannot be sent now is sent another time. */
  async #report(session: DatabaseSession): Promise<void> {
    try {
      await this.#reports.send(session, (await this.#opened()).key, this.#state.organizations);
    } catch (error) {
      this.#options.log.debug(error instanceof Error ? error.message : String(error));
    }
  }

  async #take(organizations: OrganizationContent[]): Promise<void> {
    const { document, clock, onWithdrawn, log } = this.#options;
    const database = await this.#opened();
    const before = JSON.stringify(this.#state.organizations);
    if (this.#state.problem !== undefined) log.info(`The database ${database.name} is there again.`);
    this.#state = { database: database.name, problem: undefined, checkedAt: new Date(clock.now()).toISOString(), organizations };
    if (JSON.stringify(organizations) === before) return;
    for (const listener of this.#listeners) listener();
    try {
      await document.update((state) => {
        state.databases[database.key] = { readAt: this.#state.checkedAt!, organizations };
      });
      await onWithdrawn(withdrawnIds(organizations));
    } catch (error) {
      // A store that cannot be written is told by the request that needs it.
      log.debug(error instanceof Error ? error.message : String(error));
    }
  }

  #away(error: unknown): void {
    const problem = error instanceof Error && (error.name === 'DatabaseFailure' || error.name === 'StorageFailure') ? error.message : 'The connection to the database ended.';
    if (this.#state.problem !== problem && !this.#closed) this.#options.log.warn(`${problem} What is known of the organization is from before.`);
    this.#state = { ...this.#state, problem };
  }
}
