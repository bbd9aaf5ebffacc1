/** Which servers have which projects: what makes `ABC-1` the key of an issue, and `UTF-8` none. */

/** A server, as far as texts can refer to it. */
export interface Server {
  /** The id of the provider. */
  readonly provider: string;
  /** For people. */
  readonly name: string;
  /** Normalised, with no slash at the end. */
  readonly baseUrl: string;
  /** Keys of the projects that the user may see there, former ones included; in upper case. */
  readonly projects: ReadonlySet<string>;
}

/** The servers at one moment. */
export class Servers {
  readonly #servers: readonly Server[];
  readonly #distinct: readonly Server[];
  readonly #byProject = new Map<string, Server[]>();

  /** @param servers of several accounts on one server, the one that comes first is asked */
  constructor(servers: readonly Server[]) {
    this.#servers = [...servers].sort((a, b) => b.baseUrl.length - a.baseUrl.length);
    this.#distinct = servers.filter(({ baseUrl }, index) => servers.findIndex((other) => other.baseUrl === baseUrl) === index);
    for (const server of servers) {
      for (const project of server.projects) {
        const owners = this.#byProject.get(project) ?? [];
        if (!owners.some(({ baseUrl }) => baseUrl === server.baseUrl)) owners.push(server);
        this.#byProject.set(project, owners);
      }
    }
  }

  /** Whether no text can refer to anything. */
  get isEmpty(): boolean {
    return this.#servers.length === 0;
  }

  /** Every server once, however many accounts there are on it. */
  get all(): readonly Server[] {
    return this.#distinct;
  }

  /** The servers that have a project. @param project its key in upper case */
  having(project: string): readonly Server[] {
    return this.#byProject.get(project) ?? [];
  }

  /** The server of an address, and what follows its base URL. The scheme makes no difference, nor does the case of the host. */
  at(address: string): { readonly server: Server; readonly rest: string } | undefined {
    const place = withoutScheme(address);
    for (const server of this.#servers) {
      const base = withoutScheme(server.baseUrl);
      if (place.startsWith(base) && /^(?:[/?#]|$)/.test(place.slice(base.length))) return { server, rest: place.slice(base.length) };
    }
    return undefined;
  }
}

/** The host in lower case, and the rest as it is. */
function withoutScheme(address: string): string {
  const place = address.replace(/^https?:\/\//i, '');
  const path = place.search(/[/?#]/);
  return path < 0 ? place.toLowerCase() : place.slice(0, path).toLowerCase() + place.slice(path);
}
