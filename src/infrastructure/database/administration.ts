/** What administrators change in the organization's database. Whether they may is for the database to say. */
import pg from 'pg';
import { DatabaseFailure, type PublishedKey, type PublishedProvider, type SetUp } from './database.ts';
import { grants, migrations, newestVersion } from './migrations.ts';

/** Chosen once: whoever sets up waits for others who do, and for nobody else. */
const setUpLock = 4_821_905_133;

/** The statements of administrators, on one connection. */
export class Administration {
  readonly #client: pg.Client;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async setUp(organization: string, roles: { readonly administrators?: string | undefined; readonly members?: string | undefined }): Promise<SetUp> {
    return this.#transaction(async () => {
      await this.#client.query('select pg_catalog.pg_advisory_xact_lock($1)', [setUpLock]);
      const version = await this.#migrate();
      const found = await this.#findRoles(organization);
      if (found !== undefined) return { ...found, version };
      const base = `jira_${organization.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40) || 'organization'}`;
      const administrators = await this.#ensureRole(roles.administrators ?? `${base}_administrators`);
      const members = await this.#ensureRole(roles.members ?? `${base}_members`);
      await this.#client.query('insert into jira_language_server.organizations (name, administrators, members) values ($1, $2::regrole, $3::regrole)', [organization, quoted(administrators), quoted(members)]);
      await this.#client.query(grants.replaceAll('ADMINISTRATORS', () => quoted(administrators)).replaceAll('MEMBERS', () => quoted(members)));
      return { administrators, members, version };
    });
  }

  async setEncryption(organization: string, recipients: readonly string[], identity: string | undefined): Promise<void> {
    const { rowCount } = await this.#client.query('update jira_language_server.organizations set recipients = $2, identity = $3 where name = $1', [organization, recipients, identity ?? null]);
    if (rowCount === 0) throw new DatabaseFailure('forbidden', 'The database does not let this user administer this organization.');
  }

  async publish(organization: string, { name, baseUrl, type, consumerKey, ca, server }: Omit<PublishedProvider, 'id' | 'withdrawn' | 'keys'>, key: Omit<PublishedKey, 'addedAt'> | undefined): Promise<string> {
    return this.#transaction(async () => {
      const { rows } = await this.#client.query<{ id: string }>(
        `insert into jira_language_server.providers as p (organization, name, base_url, type, consumer_key, ca, server) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organization, base_url, type, consumer_key) do update set name = excluded.name, ca = excluded.ca, server = excluded.server, withdrawn_at = null
         returning p.id::text as id`,
        [organization, name, baseUrl, type, consumerKey, ca ?? null, JSON.stringify(server ?? null)],
      );
      const id = rows[0]!.id;
      if (key !== undefined) await this.#putKey(organization, id, key);
      return id;
    });
  }

  async addKey(organization: string, provider: string, key: Omit<PublishedKey, 'addedAt'>): Promise<void> {
    await this.#transaction(async () => {
      if ((await this.#lockKeys(provider)).length > 1) {
        throw new DatabaseFailure('conflict', 'A rotation of this key is under way: end it first, by taking one of the two keys back.');
      }
      await this.#putKey(organization, provider, key);
    });
  }

  async removeKey(provider: string, fingerprint: string): Promise<void> {
    await this.#transaction(async () => {
      const keys = await this.#lockKeys(provider);
      if (keys.length < 2) throw new DatabaseFailure('conflict', 'This is the last key of the provider: rotate it, or withdraw the provider.');
      await this.#client.query('delete from jira_language_server.keys where provider = $1 and fingerprint = $2', [provider, fingerprint]);
    });
  }

  async withdraw(provider: string): Promise<void> {
    await this.#transaction(async () => {
      await this.#client.query('delete from jira_language_server.keys where provider = $1', [provider]);
      await this.#client.query('delete from jira_language_server.reports where provider = $1', [provider]);
      const { rowCount } = await this.#client.query('update jira_language_server.providers set withdrawn_at = now() where id = $1', [provider]);
      if (rowCount === 0) throw new DatabaseFailure('forbidden', 'The database does not let this user withdraw the provider.');
    });
  }

  /** Only whoever owns the tables gets through here; anybody else finds them as they are. @returns their version */
  async #migrate(): Promise<number> {
    const { rows: [there] } = await this.#client.query<{ exists: boolean }>(`select to_regclass('jira_language_server.migrations') is not null as exists`);
    const current = there?.exists ? (await this.#client.query<{ version: number }>('select max(version) as version from jira_language_server.migrations')).rows[0]!.version : 0;
    for (const { version, oldestReader, sql } of migrations.filter((each) => each.version > current)) {
      await this.#client.query(sql);
      await this.#client.query('insert into jira_language_server.migrations (version, oldest_reader) values ($1, $2)', [version, oldestReader]);
    }
    return Math.max(current, newestVersion);
  }

  async #findRoles(organization: string): Promise<{ administrators: string; members: string } | undefined> {
    const { rows } = await this.#client.query<{ administrators: string; members: string }>(
      `select a.rolname::text as administrators, m.rolname::text as members from jira_language_server.organizations o
       join pg_catalog.pg_roles a on a.oid = o.administrators join pg_catalog.pg_roles m on m.oid = o.members where o.name = $1`,
      [organization],
    );
    return rows[0];
  }

  async #ensureRole(role: string): Promise<string> {
    const { rowCount } = await this.#client.query('select from pg_catalog.pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await this.#client.query(`create role ${quoted(role)} nologin`);
    return role;
  }

  /** Others who change keys of this provider wait. */
  async #lockKeys(provider: string): Promise<string[]> {
    const { rowCount } = await this.#client.query('select from jira_language_server.providers where id = $1 and withdrawn_at is null for update', [provider]);
    if (rowCount === 0) throw new DatabaseFailure('forbidden', 'The database does not let this user change the keys of the provider.');
    const { rows } = await this.#client.query<{ fingerprint: string }>('select fingerprint from jira_language_server.keys where provider = $1', [provider]);
    return rows.map(({ fingerprint }) => fingerprint);
  }

  async #putKey(organization: string, provider: string, { fingerprint, privateKey, identity }: Omit<PublishedKey, 'addedAt'>): Promise<void> {
    await this.#client.query(
      `insert into jira_language_server.keys (organization, provider, fingerprint, private_key, identity) values ($1, $2, $3, $4, $5)
       on conflict (provider, fingerprint) do update set private_key = excluded.private_key, identity = excluded.identity`,
      [organization, provider, fingerprint, privateKey.trim(), identity?.trim() ?? null],
    );
  }

  async #transaction<R>(work: () => Promise<R>): Promise<R> {
    await this.#client.query('begin');
    try {
      const result = await work();
      await this.#client.query('commit');
      return result;
    } catch (error) {
      await this.#client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

function quoted(role: string): string {
  return pg.escapeIdentifier(role);
}
