/** The projects of every server, asked for once and remembered: whatever else looks like a key never leaves the machine. */
import * as z from 'zod';
import type { Document } from '../../infrastructure/storage/storage.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { Access } from '../issues/access.ts';
import { list, record, text } from '../jira/json.ts';
import type { ProviderRecord } from '../providers/records.ts';
import { type Server, Servers } from './servers.ts';

/** What is kept across starts, by provider. */
export const RememberedProjects = z.object({
  providers: z.record(
    z.string(),
    z.object({
      /** The credentials with which they were read, by the name of their secret: another user may see other projects. */
      credentials: z.string(),
      /** RFC 3339. */
      readAt: z.string(),
      projects: z.array(z.string()),
    }),
  ),
});

export type RememberedProjects = z.output<typeof RememberedProjects>;

/** Milliseconds for which the projects of a server are taken for current. */
const longestLife = 3_600_000;
/** Milliseconds after which a server is asked again that gave no answer. */
const pause = 60_000;

/** Told of changes. */
export interface ProjectListener {
  /** There are other servers or projects than before. */
  projectsChanged(): void;
  /** A provider has other credentials than before, or is gone. */
  userChanged(provider: string): void;
}

/** Knows which servers have which projects. */
export class ProjectKeys {
  readonly #core: Core;
  readonly #document: Document<RememberedProjects>;
  readonly #listener: ProjectListener;
  readonly #life: AbortSignal;
  readonly #askedAt = new Map<string, number>();
  readonly #stopWatching: () => void;
  readonly #credentials = new Map<string, string>();
  #servers = new Servers([]);
  #seen = '';
  #refreshing: Promise<void> | undefined;
  #again = false;
  #refreshed = false;

  /**
   * @param document what is kept across starts
   * @param life aborted when the agent ends
   */
  constructor(core: Core, document: Document<RememberedProjects>, listener: ProjectListener, life: AbortSignal) {
    this.#core = core;
    this.#document = document;
    this.#listener = listener;
    this.#life = life;
    this.#stopWatching = core.store.watch(() => void this.refresh());
  }

  /** What is known just now. */
  get servers(): Servers {
    return this.#servers;
  }

  /**
   * Looks which providers there are, and asks those whose projects are not known, or only from long ago.
   *
   * @returns settles when what is remembered is in {@link servers}, and those without anything remembered have answered or failed
   */
  refresh(): Promise<void> {
    if (this.#refreshing !== undefined) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = undefined;
      this.#refreshed = true;
      if (!this.#again) return;
      this.#again = false;
      return this.refresh();
    });
    return this.#refreshing;
  }

  /** Settles when the projects of the servers are known that are there now, or cannot be had. */
  known(): Promise<void> {
    return this.#refreshing ?? (this.#refreshed ? Promise.resolve() : this.refresh());
  }

  /** Ends the watching. */
  close(): void {
    this.#stopWatching();
  }

  async #refresh(): Promise<void> {
    try {
      const providers = await this.#core.store.list();
      const remembered = await this.#document.read();
      this.#take(providers, remembered);
      const due = providers.filter((provider) => this.#isDue(provider, remembered));
      const asked = due.map((provider) => this.#ask(provider));
      // What is remembered serves until the answer is there.
      await Promise.all(asked.filter((_, index) => remembered.providers[due[index]!.id]?.credentials !== due[index]!.secret));
    } catch (error) {
      // A store that cannot be read is told by the request that needs it.
      this.#core.log.debug(error instanceof Error ? error.message : String(error));
    }
  }

  #isDue(provider: ProviderRecord, { providers }: RememberedProjects): boolean {
    const now = this.#core.clock.now();
    const known = providers[provider.id];
    const isKnown = known?.credentials === provider.secret;
    const askedAt = this.#askedAt.get(`${provider.id} ${provider.secret}`);
    if (provider.state !== 'connected' || (askedAt !== undefined && now < askedAt + (isKnown ? longestLife : pause))) return false;
    return !isKnown || now > Date.parse(known.readAt) + longestLife;
  }

  async #ask(provider: ProviderRecord): Promise<void> {
    const { clock, log, memory } = this.#core;
    this.#askedAt.set(`${provider.id} ${provider.secret}`, clock.now());
    try {
      const answer = await new Access(this.#core, provider, this.#life).read('/rest/api/2/project', [['expand', 'projectKeys']]);
      if (!Array.isArray(answer)) throw new JiraError('server', 'The answer of Jira is no list of projects.');
      const projects = [...new Set(answer.flatMap(keysOf))].sort();
      for (const project of projects) memory.projects.note(provider.id, project);
      const found = { credentials: provider.secret, readAt: new Date(clock.now()).toISOString(), projects };
      const providers = await this.#core.store.list();
      await this.#document.update((state) => {
        state.providers[provider.id] = found;
        for (const id of Object.keys(state.providers)) if (!providers.some((each) => each.id === id)) delete state.providers[id];
      });
      this.#take(providers, await this.#document.read());
    } catch (error) {
      log.debug(`The projects of ${provider.name} are not known: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #take(providers: readonly ProviderRecord[], remembered: RememberedProjects): void {
    for (const [id, credentials] of this.#credentials) {
      if (providers.some((provider) => provider.id === id && provider.secret === credentials)) continue;
      this.#credentials.delete(id);
      this.#listener.userChanged(id);
    }
    for (const { id, secret } of providers) this.#credentials.set(id, secret);
    const usable = [...providers.filter(({ state }) => state === 'connected'), ...providers.filter(({ state }) => state !== 'connected' && state !== 'needsAuthorization')];
    const servers = usable.map(({ id, name, baseUrl }): Server => ({ provider: id, name, baseUrl, projects: new Set(remembered.providers[id]?.projects) }));
    const seen = JSON.stringify(servers.map((server) => [server.provider, server.name, server.baseUrl, ...server.projects]));
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#servers = new Servers(servers);
    this.#listener.projectsChanged();
  }
}

/** The key of a project, and those that it had before, where Jira tells them (`expand=projectKeys`). */
function keysOf(project: unknown): string[] {
  const { key, projectKeys } = record(project);
  return [key, ...list(projectKeys)].flatMap((each) => text(each)?.toUpperCase() ?? []);
}
