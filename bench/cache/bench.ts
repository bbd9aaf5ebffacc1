/** A second start with all issues of a large Jira seen: the list from the cache beside the list from the network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startJiraProcess, type JiraProcess } from '../issues/jira-process.ts';
import { inTurns, median, printTable, type Contender } from '../measure.ts';
import { Session } from './session.ts';

const issues = 10_000;
const latencies = [0, 50, 150];
const query = { jql: 'ORDER BY key ASC', limit: issues };

/** What one look at the list took; milliseconds, but for the peak in megabytes. */
interface Look {
  readonly first: number;
  readonly all: number;
  /** Until it was known what changed since; absent where the network answered. */
  readonly confirmed?: number;
  readonly peak: number;
}

/** @param options `runs` of each */
export async function benchCache({ runs }: { runs: number }): Promise<void> {
  for (const latency of latencies) {
    await using jira = await startJiraProcess({ issues, pageCap: 1000, latency });
    const storage = mkdtempSync(join(tmpdir(), 'jira-bench-'));
    try {
      await see(jira, storage);
      const samples = await inTurns(contenders(storage), runs);
      print(`A second start with ${issues} issues seen, ${latency} ms of latency, Node.js ${process.versions.node} (medians of ${runs})`, samples);
    } finally {
      rmSync(storage, { recursive: true, force: true });
    }
  }
}

/** The first start: it configures the provider and sees the list. */
async function see({ baseUrl, token }: JiraProcess, storage: string): Promise<void> {
  await using session = await Session.start(storage);
  await session.request('jira/configure', { baseUrl, authentication: { type: 'token', token } });
  await session.list(query);
}

function contenders(storage: string): Contender<Look>[] {
  return [
    { name: 'the network', measure: () => look(storage, 'none') },
    { name: 'the cache, in a new agent', measure: () => look(storage, 'first') },
    { name: 'the cache, a second look', measure: () => look(storage, 'first', true) },
  ];
}

async function look(storage: string, cache: 'none' | 'first', again = false): Promise<Look> {
  await using session = await Session.start(storage);
  // The agent's code is loaded by its first request, whatever that is.
  await session.request('jira/providers', {});
  if (again) await session.confirmed(await session.list({ ...query, cache }));
  const seen = await session.list({ ...query, cache });
  if (seen.count !== issues) throw new Error(`There were ${seen.count} of ${issues} issues.`);
  const confirmed = cache === 'none' ? {} : { confirmed: await session.confirmed(seen) };
  return { first: seen.first, all: seen.all, ...confirmed, peak: session.peak };
}

function print(title: string, samples: Map<string, Look[]>): void {
  const rows = [...samples].map(([name, looks]) => {
    const of = (value: (each: Look) => number | undefined): string => {
      const number = median(looks.map((each) => value(each) ?? Number.NaN));
      return Number.isNaN(number) ? '–' : number.toFixed(1);
    };
    return [name, of(({ first }) => first), of(({ all }) => all), of(({ confirmed }) => confirmed), of(({ peak }) => peak)];
  });
  printTable(title, ['the list comes from', 'first shown, ms', 'all, ms', 'changes known, ms', 'peak MB'], rows);
}
