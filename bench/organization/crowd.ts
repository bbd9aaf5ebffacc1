/**
 * A crowd of agents at the organization's database: what it costs the database, through a pooler and with connections of
 * their own. The connections are those of the agent; no agent is started for each. Run it by itself:
 *
 *     node --import tsx bench/organization/crowd.ts [agents through the pooler] [agents on their own] [seconds]
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Database, DatabaseSession } from '../../src/infrastructure/database/database.ts';
import { createPostgresDatabase } from '../../src/infrastructure/database/postgres.ts';
import { type Postgres, startPostgres } from '../../test/support/postgres.ts';

const [pooled = 1000, own = 300, seconds = 30] = process.argv.slice(2).map(Number);
/** As the agent polls: every five seconds, a quarter more or less. */
const pollTime = 5000;

await using postgres = await startPostgres([`max_connections = ${own + 50}`]);
const chief = await connect(postgres.address());
const { members } = await chief.setUp('Crowd', {});
postgres.createRoles(['member'], members);
await chief.setEncryption('Crowd', ['age1x'], undefined);
const [organization] = await chief.read();
await throughPooler(postgres);
await onTheirOwn(postgres);
await chief.close();

async function throughPooler(cluster: Postgres): Promise<void> {
  const port = await cluster.startPooler(['member']);
  const sessions = await connectAll(pooled, database(cluster.address('member', port)));
  const before = { cpu: cpuSeconds(cluster), at: performance.now() };
  const waits: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(sessions.map(async (session) => {
    for (let next = Math.random() * pollTime; performance.now() + next < end; next = pollTime * (0.75 + Math.random() / 2)) {
      await new Promise((resolve) => setTimeout(resolve, next));
      const asked = performance.now();
      await session.revision();
      waits.push(performance.now() - asked);
    }
  }));
  const took = (performance.now() - before.at) / 1000;
  report(`${pooled} agents through a pooler with ${backends(cluster)} connections to PostgreSQL, for ${Math.round(took)} s`, {
    'questions in a second': (waits.length / took).toFixed(0),
    'answered within (median, 99 of 100)': `${quantile(waits, 0.5)} ms, ${quantile(waits, 0.99)} ms`,
    'of one core, for PostgreSQL': `${(((cpuSeconds(cluster) - before.cpu) / took) * 100).toFixed(1)} %`,
  });
  await Promise.all(sessions.map((session) => session.close()));
}

async function onTheirOwn(cluster: Postgres): Promise<void> {
  const memoryBefore = memoryMegabytes(cluster);
  const sessions = await connectAll(own, database(cluster.address('member')));
  let published = 0;
  const delays: number[] = [];
  await Promise.all(sessions.map((session) => session.listen(() => delays.push(performance.now() - published))));
  const memory = (memoryMegabytes(cluster) - memoryBefore) / own;
  published = performance.now();
  await chief.publish(organization!.id, { name: 'Jira', baseUrl: 'https://jira.example.com', type: 'token', consumerKey: '' }, undefined);
  while (delays.length < own) await new Promise((resolve) => setTimeout(resolve, 5));
  report(`${own} agents with a connection of their own`, {
    'memory for each': `${memory.toFixed(1)} MB`,
    'all told of a change within': `${Math.max(...delays).toFixed(0)} ms`,
  });
  const began = performance.now();
  await Promise.all(sessions.map((session) => session.read()));
  report('all of them read what changed', { within: `${(performance.now() - began).toFixed(0)} ms` });
  await Promise.all(sessions.map((session) => session.close()));
}

function database(address: string): Database {
  return createPostgresDatabase(address, () => Promise.resolve(undefined));
}

function connect(address: string): Promise<DatabaseSession> {
  return database(address).connect();
}

/** A few at a time, as they come in the morning. */
async function connectAll(count: number, to: Database): Promise<DatabaseSession[]> {
  const sessions: DatabaseSession[] = [];
  while (sessions.length < count) sessions.push(...(await Promise.all(Array.from({ length: Math.min(20, count - sessions.length) }, () => to.connect()))));
  return sessions;
}

/** The processes of the cluster: the first, and its children. */
function processes(cluster: Postgres): string[] {
  const [first = ''] = readFileSync(`${cluster.folder}/data/postmaster.pid`, 'utf8').split('\n');
  return [first, ...execFileSync('ps', ['--ppid', first, '-o', 'pid='], { encoding: 'utf8' }).trim().split(/\s+/)];
}

function backends(cluster: Postgres): number {
  return Number(cluster.sql("select count(*) from pg_stat_activity where usename = 'member'"));
}

/** Of all its processes, in clock ticks of a hundredth. Those that ended meanwhile count with the first. */
function cpuSeconds(cluster: Postgres): number {
  const ticks = processes(cluster).map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  });
  return ticks.reduce((sum, each) => sum + each, 0) / 100;
}

/** What is shared counts in parts (PSS). */
function memoryMegabytes(cluster: Postgres): number {
  const kilobytes = processes(cluster).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
}

function quantile(values: number[], part: number): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0).toFixed(1);
}

function report(title: string, rows: Readonly<Record<string, string>>): void {
  process.stdout.write(`${title}\n${Object.entries(rows).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`);
}
