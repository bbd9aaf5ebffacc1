import { Application } from './application.ts';
import { Administration } from './administration.ts';
import type { Faults } from './faults.ts';
import type { Journal, SeenRequest } from './journal.ts';
import { resolveOptions, type JiraOptions } from './options.ts';
import { JiraServer } from './server.ts';
import { Site } from './site.ts';

/** A running Jira. */
export interface Jira extends Administration {
  /** Where it is, context path included and without a slash at the end: `http://127.0.0.1:41234/jira`. */
  readonly baseUrl: string;
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly SeenRequest[];
  /** Emits `request` when one arrives, and `finished` when it is over; each with its entry of `requests`. */
  readonly journal: Journal;
  /** What goes wrong with the requests to come. */
  readonly faults: Faults;
  /** How many connections clients have opened in all. */
  readonly connections: number;
  /** Stops, and cuts every connection. */
  close(): Promise<void>;
}

/**
 * Starts a Jira that behaves like the real one towards a client, with generated data, in this process.
 *
 * @throws {RangeError} for options that make no sense
 */
export async function startJira(options: JiraOptions = {}): Promise<Jira> {
  const site = new Site(resolveOptions(options));
  const application = new Application(site);
  const server = new JiraServer(site.settings, (request, body, seen) => application.answer(request, body, seen));
  site.listensAt(await server.listen());
  return new RunningJira(site, server);
}

class RunningJira extends Administration implements Jira {
  readonly #server: JiraServer;
  readonly baseUrl: string;

  constructor(site: Site, server: JiraServer) {
    super(site);
    this.#server = server;
    this.baseUrl = site.address;
  }

  get journal(): Journal {
    return this.#server.journal;
  }

  get requests(): readonly SeenRequest[] {
    return this.journal.requests;
  }

  get faults(): Faults {
    return this.#server.faults;
  }

  get connections(): number {
    return this.#server.connections;
  }

  async close(): Promise<void> {
    await this.#server.close();
  }
}
