/** One account. */
export interface User {
  readonly name: string;
  /** Equal to the name for accounts older than 8.4, `JIRAUSER…` for newer ones. */
  readonly key: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly password: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly active: boolean;
  readonly admin: boolean;
  /** May look, but change nothing. */
  readonly readOnly: boolean;
}

/** What an administrator gives for a new account; the rest is made up. */
export interface NewUser {
  readonly name: string;
  readonly password?: string;
  readonly displayName?: string;
  readonly emailAddress?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly active?: boolean;
  readonly admin?: boolean;
  readonly readOnly?: boolean;
  readonly key?: string;
}

const initialUsers: readonly NewUser[] = [
  { name: 'admin', displayName: 'Adele Administrator', admin: true },
  { name: 'alice', displayName: 'Alice Archer', timeZone: 'Europe/London' },
  { name: 'bob', displayName: 'Bob O’Brien', timeZone: 'America/New_York', key: 'bob' },
  { name: 'carol', displayName: 'Carol Čapek' },
  { name: 'dave', displayName: 'Dave "Dee" <Dalton>' },
  { name: 'erin', displayName: 'Erin Ericsson', timeZone: 'Europe/Stockholm' },
  { name: 'frank', displayName: 'Frank & Sons Support' },
  { name: 'grace', displayName: 'Grace Gómez-Herrera', timeZone: 'America/Bogota', locale: 'es_ES' },
  { name: 'jürgen.müller', displayName: 'Jürgen Müller 山田 😀', timeZone: 'Europe/Berlin', locale: 'de_DE' },
  { name: 'heidi', displayName: 'Хайди Иванова', timeZone: 'Asia/Yekaterinburg' },
  { name: 'ivan', displayName: 'Ivan (left the company)', active: false },
  { name: 'viewer', displayName: 'Vera Viewer', readOnly: true },
];

/** All accounts of a site. */
export class UserDirectory {
  readonly #byName = new Map<string, User>();
  #nextKey = 10000;
  #revision = 0;

  constructor() {
    for (const user of initialUsers) this.add(user);
  }

  /** Adds an account, or replaces the one of the same name. The password is the name unless one is given. */
  add(user: NewUser): User {
    const known = this.#byName.get(user.name.toLowerCase());
    const added: User = {
      key: known?.key ?? `JIRAUSER${this.#nextKey}`,
      displayName: user.name,
      emailAddress: `${encodeURIComponent(user.name).replaceAll('%', '')}@example.com`,
      password: user.name,
      timeZone: 'Etc/UTC',
      locale: 'en_US',
      active: true,
      admin: false,
      readOnly: false,
      ...user,
    };
    this.#nextKey += 1;
    this.#revision += 1;
    this.#byName.set(user.name.toLowerCase(), added);
    return added;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** Finds an account by its name, in any case. */
  find(name: string): User | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** Finds an account by its key. */
  findByKey(key: string): User | undefined {
    return this.all().find((user) => user.key === key);
  }

  /** Finds an account by its name. @throws {RangeError} when there is none */
  get(name: string): User {
    const user = this.find(name);
    if (user === undefined) throw new RangeError(`no user ${name}`);
    return user;
  }

  /** Every account, in the order they were made. */
  all(): User[] {
    return [...this.#byName.values()];
  }
}
