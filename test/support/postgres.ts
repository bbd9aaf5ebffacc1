/** A real PostgreSQL, and a real pooler before it: started by a test, in a folder of its own. */
import { assert } from 'chai';
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The password of every role that a test makes. */
export const rolePassword = 'pass of a role';

/** Starts a cluster: `await using postgres = await startPostgres()`. PostgreSQL does not run as root: then it runs as `nobody`. */
export async function startPostgres(settings: readonly string[] = []): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'jira-postgres-'));
  giveAway(folder);
  const postgres = new Postgres(folder, await freePort());
  await postgres.create(settings);
  await postgres.start();
  return postgres;
}

/** A running cluster. */
export class Postgres {
  readonly folder: string;
  readonly port: number;
  readonly #children: ChildProcess[] = [];

  constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  /** The address of the database for a role, or for the superuser. */
  address(role = 'owner', port = this.port): string {
    return `postgres://${role}:${encodeURIComponent(rolePassword)}@127.0.0.1:${port}/jira`;
  }

  /** Makes roles that may log in. @param memberOf a role that is granted to each */
  createRoles(names: readonly string[], memberOf?: string): void {
    for (const name of names) this.sql(`create role "${name}" login password '${rolePassword}'${memberOf === undefined ? '' : ` in role "${memberOf}"`}`);
  }

  /** Runs plain SQL by `psql`. @returns what it printed, a row a line @throws {Error} with PostgreSQL's words */
  sql(statement: string, role = 'owner'): string {
    const environment = { ...process.env, PGPASSWORD: rolePassword, PGHOST: '127.0.0.1', PGPORT: String(this.port), PGDATABASE: 'jira', PGUSER: role };
    return execFileSync('psql', ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1', '--command', statement], { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  async create(settings: readonly string[]): Promise<void> {
    const passwordFile = join(this.folder, 'password');
    writeFileSync(passwordFile, rolePassword);
    giveAway(passwordFile);
    await this.#program('initdb', '--pgdata', this.#data, '--username=owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync');
    const all = ["listen_addresses = '127.0.0.1'", `port = ${this.port}`, `unix_socket_directories = '${this.folder}'`, 'fsync = off', ...settings];
    writeFileSync(join(this.#data, 'postgresql.auto.conf'), `${all.join('\n')}\n`);
    await this.start();
    execFileSync('psql', ['--command', 'create database jira'], { env: { ...process.env, PGPASSWORD: rolePassword, PGHOST: '127.0.0.1', PGPORT: String(this.port), PGDATABASE: 'postgres', PGUSER: 'owner' }, stdio: 'pipe' });
  }

  async start(): Promise<void> {
    if (existsSync(join(this.#data, 'postmaster.pid'))) return;
    await this.#program('pg_ctl', 'start', '--pgdata', this.#data, '--wait', '--silent', '--log', join(this.folder, 'log'));
  }

  /** Stops it as a crash does: nobody is told. */
  async kill(): Promise<void> {
    await this.#program('pg_ctl', 'stop', '--pgdata', this.#data, '--mode=immediate', '--wait', '--silent');
  }

  /** Starts pgbouncer before it. @returns its port */
  async startPooler(roles: readonly string[], settings: readonly string[] = []): Promise<number> {
    const port = await freePort();
    const folder = join(this.folder, 'pooler');
    mkdirSync(folder);
    writeFileSync(join(folder, 'users'), roles.map((role) => `"${role}" "${rolePassword}"\n`).join(''));
    const config = [
      '[databases]', `jira = host=127.0.0.1 port=${this.port}`,
      '[pgbouncer]', 'listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir =', 'auth_type = scram-sha-256', `auth_file = ${join(folder, 'users')}`,
      'pool_mode = transaction', 'default_pool_size = 5', 'max_client_conn = 2000', ...settings,
    ];
    writeFileSync(join(folder, 'config'), `${config.join('\n')}\n`);
    for (const file of ['', 'users', 'config']) giveAway(join(folder, file));
    const child = spawn(existsSync('/usr/sbin/pgbouncer') ? '/usr/sbin/pgbouncer' : 'pgbouncer', ['--quiet', join(folder, 'config')], { ...notRoot(), stdio: 'ignore' });
    this.#children.push(child);
    await untilListening(port, child);
    return port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#children) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    }
    if (existsSync(join(this.#data, 'postmaster.pid'))) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  async #program(name: string, ...args: string[]): Promise<void> {
    await run(join(programs(), name), args, { ...notRoot(), cwd: this.folder });
  }
}

/** Debian keeps the programs of each version in a folder of its own. */
function programs(): string {
  const base = '/usr/lib/postgresql';
  const [newest] = existsSync(base) ? readdirSync(base).map(Number).filter((version) => existsSync(join(base, String(version), 'bin', 'initdb'))).sort((a, b) => b - a) : [];
  assert(newest !== undefined, 'PostgreSQL is missing: on Debian the package postgresql has it.');
  return join(base, String(newest), 'bin');
}

/** The user and the group `nobody`. */
const nobody = 65_534;

function notRoot(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
}

function giveAway(path: string): void {
  const { uid, gid } = notRoot();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const connected = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false);
    socket.destroy();
    if (connected) return;
  }
  throw new Error(`pgbouncer ended with code ${child.exitCode}.`);
}
