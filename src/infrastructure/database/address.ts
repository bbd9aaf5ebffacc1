/** The address of a PostgreSQL database, as libpq writes it, and what TLS it wants. */
import { DatabaseFailure } from './database.ts';

/** Where the database is, and as whom. What is `undefined` comes from the environment, as with every client of PostgreSQL. */
export interface DatabaseAddress {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  /** The organization, where the address names one (`?organization=`): of several, the others are then left out. */
  readonly organization: string | undefined;
  /** Whether the connection is encrypted, with the certificate verified. There is no way to have one without the other. */
  readonly tls: boolean;
  /** A file of certificate authorities. */
  readonly rootCertificates: string | undefined;
}

/**
 * Reads an address. On the way to another machine TLS is the default; `sslmode=disable` has to be said.
 *
 * @param environment `PGHOST`, `PGSSLMODE`, `PGSSLROOTCERT`
 * @throws {DatabaseFailure} for what is none; its message repeats nothing of the text, which may hold a password
 */
export function readDatabaseAddress(text: string, environment: NodeJS.ProcessEnv): DatabaseAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new DatabaseFailure('unsupported', 'The address of the organization’s database is none of PostgreSQL. It looks like postgres://user@db.example.com/jira.');
  }
  const given = (name: string): string | undefined => url.searchParams.get(name) || undefined;
  const host = decodeURIComponent(url.hostname) || given('host') || environment['PGHOST'];
  const mode = given('sslmode') ?? environment['PGSSLMODE'];
  if (mode === 'no-verify') {
    throw new DatabaseFailure('unsupported', 'The address of the organization’s database has `sslmode=no-verify`. Certificates are always verified: name the authority by `sslrootcert` instead.');
  }
  return {
    host: host?.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    user: decodeURIComponent(url.username) || given('user'),
    password: decodeURIComponent(url.password) || given('password'),
    database: decodeURIComponent(url.pathname.replace(/^\//, '')) || given('dbname'),
    organization: given('organization'),
    tls: mode === undefined || mode === 'prefer' || mode === 'allow' ? !isLocal(host) : mode !== 'disable',
    rootCertificates: given('sslrootcert') ?? environment['PGSSLROOTCERT'],
  };
}

/** This machine: by its name, by a loopback address, or by a socket in a folder. */
function isLocal(host: string | undefined): boolean {
  return host === undefined || host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
}
