/** The organization's database in PostgreSQL. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { collectTrust } from '../http/trust.ts';
import { type DatabaseAddress, readDatabaseAddress } from './address.ts';
import { Administration } from './administration.ts';
import { type Database, DatabaseFailure, type DatabaseSession, type KeyReport, type PublishedKey, type PublishedOrganization, type PublishedProvider, type SetUp } from './database.ts';
import { toDatabaseFailure } from './failure.ts';
import { newestVersion } from './migrations.ts';

/** Milliseconds until a database that does not answer is taken for away. */
const connectTime = 5000;
/** Milliseconds for one statement. */
const queryTime = 15_000;

/**
 * A database by its address. Nothing is connected yet.
 *
 * @param storedPassword gives the password, where neither the address nor the environment does, by the database's `key`
 * @throws {DatabaseFailure} for an address that is none
 */
export function createPostgresDatabase(text: string, storedPassword: (key: string) => Promise<string | undefined>): Database {
  const address = readDatabaseAddress(text, process.env);
  const { env } = process;
  const host = address.host ?? 'localhost';
  const name = `${host}/${address.database ?? env['PGDATABASE'] ?? address.user ?? env['PGUSER'] ?? ''}`;
  const key = JSON.stringify([name, address.port ?? env['PGPORT'], address.user ?? env['PGUSER'], address.organization]);
  return {
    name,
    key,
    async connect() {
      try {
        // Where none is stored, PGPASSFILE or ~/.pgpass may have it.
        const password = address.password || env['PGPASSWORD'] || (await storedPassword(key));
        return await connect({ ...address, password }, name);
      } catch (error) {
        throw toDatabaseFailure(error, name);
      }
    },
  };
}

async function connect(address: DatabaseAddress, name: string): Promise<DatabaseSession> {
  const { host, port, user, password, database } = address;
  const client = new pg.Client({
    host,
    port,
    user,
    password,
    database,
    ssl: address.tls ? { ca: await authorities(address.rootCertificates) } : false,
    application_name: 'jira-language-server',
    connectionTimeoutMillis: connectTime,
    query_timeout: queryTime,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    // Without a listener a lost connection would end the process.
    client.on('error', () => resolve());
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
    // A pooler makes a number of its own up for its clients.
    const pooled = (client as unknown as { processID: number | null }).processID !== rows[0]!.pid;
    return new PostgresSession(client, address.organization, name, pooled, ended);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function authorities(file: string | undefined): Promise<string[]> {
  if (file !== undefined && file !== 'system') return [await readFile(file, 'utf8')];
  return [...(await collectTrust(undefined, process.env)).certificates];
}

/** Times as the protocol has them. */
const timeFormat = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const readSql = `
select o.id::text as id, o.name, pg_has_role(o.administrators::oid, 'usage')
    or pg_has_role((select c.relowner from pg_catalog.pg_class c where c.oid = 'jira_language_server.organizations'::regclass), 'usage') as administrator,
  o.recipients, o.identity,
  coalesce((
    select json_agg(json_build_object(
      'id', p.id::text, 'name', p.name, 'baseUrl', p.base_url, 'type', p.type, 'consumerKey', p.consumer_key, 'ca', p.ca, 'server', p.server,
      'withdrawn', p.withdrawn_at is not null,
      'keys', coalesce((
        select json_agg(json_build_object(
          'fingerprint', k.fingerprint, 'privateKey', k.private_key, 'identity', k.identity,
          'addedAt', to_char(k.added_at at time zone 'UTC', ${timeFormat})
        ) order by k.added_at, k.fingerprint)
        from jira_language_server.keys k where k.provider = p.id), '[]')
    ) order by p.id)
    from jira_language_server.providers p where p.organization = o.id), '[]') as providers
from jira_language_server.organizations o
where $1::text is null or o.name = $1
order by o.id`;

class PostgresSession implements DatabaseSession {
  readonly pooled: boolean;
  readonly ended: Promise<void>;
  readonly #client: pg.Client;
  readonly #organization: string | null;
  readonly #name: string;
  readonly #administration: Administration;

  constructor(client: pg.Client, organization: string | undefined, name: string, pooled: boolean, ended: Promise<void>) {
    this.#client = client;
    this.#organization = organization ?? null;
    this.#name = name;
    this.pooled = pooled;
    this.ended = ended;
    this.#administration = new Administration(client);
  }

  read(): Promise<PublishedOrganization[]> {
    return this.#do(async () => {
      const { rows: [version] } = await this.#client.query<{ oldest: number }>('select oldest_reader as oldest from jira_language_server.migrations order by version desc limit 1');
      if ((version?.oldest ?? 0) > newestVersion) throw new DatabaseFailure('unsupported', `The database ${this.#name} was brought to a version that this agent does not know. Update the agent.`);
      const { rows } = await this.#client.query<PublishedOrganization>(readSql, [this.#organization]);
      return rows.map((row) => withoutNulls(row) as PublishedOrganization);
    });
  }

  revision(): Promise<string> {
    return this.#do(async () => {
      const { rows } = await this.#client.query<{ id: string; revision: string }>('select id::text, revision::text from jira_language_server.organizations order by id');
      return rows.map(({ id, revision }) => `${id}.${revision}`).join(' ');
    });
  }

  listen(onChange: () => void): Promise<void> {
    return this.#do(async () => {
      this.#client.on('notification', onChange);
      await this.#client.query('listen jira_language_server');
    });
  }

  report({ provider, reporter, label, fingerprint }: Omit<KeyReport, 'seenOn'>): Promise<void> {
    return this.#do(async () => void (await this.#client.query('select jira_language_server.report($1, $2, $3, $4)', [provider, reporter, label ?? null, fingerprint])));
  }

  reports(organization: string): Promise<KeyReport[]> {
    return this.#do(async () => {
      const { rows } = await this.#client.query<KeyReport>(
        `select provider::text, reporter, label, fingerprint, to_char(seen_on, 'YYYY-MM-DD') as "seenOn" from jira_language_server.reports where organization = $1 order by label nulls last, reporter`,
        [organization],
      );
      return rows.map((row) => withoutNulls(row) as KeyReport);
    });
  }

  setUp(organization: string, roles: { administrators?: string | undefined; members?: string | undefined }): Promise<SetUp> {
    return this.#do(() => this.#administration.setUp(organization, roles));
  }

  setEncryption(organization: string, recipients: readonly string[], identity: string | undefined): Promise<void> {
    return this.#do(() => this.#administration.setEncryption(organization, recipients, identity));
  }

  publish(organization: string, provider: Omit<PublishedProvider, 'id' | 'withdrawn' | 'keys'>, key: Omit<PublishedKey, 'addedAt'> | undefined): Promise<string> {
    return this.#do(() => this.#administration.publish(organization, provider, key));
  }

  addKey(organization: string, provider: string, key: Omit<PublishedKey, 'addedAt'>): Promise<void> {
    return this.#do(() => this.#administration.addKey(organization, provider, key));
  }

  removeKey(provider: string, fingerprint: string): Promise<void> {
    return this.#do(() => this.#administration.removeKey(provider, fingerprint));
  }

  withdraw(provider: string): Promise<void> {
    return this.#do(() => this.#administration.withdraw(provider));
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  async #do<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      throw toDatabaseFailure(error, this.#name);
    }
  }
}

/** Columns that are empty are absent members here. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => (member === null ? [] : [[name, withoutNulls(member)]])));
}
