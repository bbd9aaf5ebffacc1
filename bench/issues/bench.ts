/** All issues of a large Jira: the agent beside other clients and plain undici, at no latency and at some. */
import { listFields } from '../../src/core/issues/issue.ts';
import { inTurns, median, printTable, type Contender } from '../measure.ts';
import { fetchByAgent, firstPage } from './agent-contender.ts';
import { startJiraProcess, type JiraProcess } from './jira-process.ts';
import { otherClients } from './other-clients.ts';
import { fetchByProgram, type Task } from './process-contender.ts';
import type { Sample } from './sample.ts';

const issues = 10_000;
/** Requests that a browser's worth of connections carries. */
const inFlight = 8;
const baseline = `undici, ${inFlight} pages at a time`;
const smallPages = `undici, ${inFlight} pages of ${firstPage} at a time, fields of a list`;

/** What to measure. */
export interface IssuesBench {
  /** Of each. */
  readonly runs: number;
  /** The server's largest page. */
  readonly pageCap: number;
  /** Whether other clients take part. */
  readonly peers: boolean;
  /** The server's, in milliseconds; a table for each. */
  readonly latencies: readonly number[];
}

/** Prints the tables. */
export async function benchIssues({ runs, pageCap, peers, latencies }: IssuesBench): Promise<void> {
  for (const latency of latencies) {
    await using jira = await startJiraProcess({ issues, pageCap, latency });
    const samples = await inTurns(contenders(jira, pageCap, peers), runs);
    print(`${issues} issues, pages of ${pageCap} at the most, ${latency} ms of latency, Node.js ${process.versions.node} (medians of ${runs})`, samples);
  }
}

function contenders(jira: JiraProcess, pageCap: number, peers: boolean): Contender<Sample>[] {
  const fields = listFields.join(',');
  const undici = (name: string, task: Task): Contender<Sample> => ({ name, measure: () => fetchByProgram(jira, 'plain-undici.mjs', task) });
  return [
    { name: 'jira-language-server', measure: () => fetchByAgent(jira, issues, true) },
    { name: 'jira-language-server, in one result', measure: () => fetchByAgent(jira, issues, false) },
    undici(baseline, { pageSize: pageCap, inFlight }),
    undici(`${baseline}, fields of a list`, { pageSize: pageCap, inFlight, fields }),
    undici(smallPages, { pageSize: Math.min(firstPage, pageCap), inFlight, fields }),
    undici('undici, one page after another', { pageSize: pageCap, inFlight: 1 }),
    ...(peers ? otherClients() : []).map(({ name, program, modules }) => ({
      name,
      measure: () => fetchByProgram(jira, program, { pageSize: pageCap, ...(modules !== undefined && { modules }) }),
    })),
  ];
}

function print(title: string, samples: Map<string, Sample[]>): void {
  const of = (name: string, value: (sample: Sample) => number): number => median(samples.get(name)!.map(value));
  const rows = [...samples.keys()].map((name) => {
    const missing = samples.get(name)!.find((sample) => sample.issues !== issues);
    if (missing !== undefined) throw new Error(`${name} got ${missing.issues} of ${issues} issues.`);
    const [shown, first, all] = [of(name, (sample) => sample.shown), of(name, (sample) => sample.first), of(name, (sample) => sample.all)];
    const firstSize = of(name, (sample) => sample.firstSize);
    const sameSize = firstSize === of(smallPages, (sample) => sample.firstSize) ? smallPages : baseline;
    return [
      name,
      shown.toFixed(0),
      `${first.toFixed(0)} (${firstSize})`,
      (first / of(sameSize, (sample) => sample.first)).toFixed(2),
      all.toFixed(0),
      (all / of(baseline, (sample) => sample.all)).toFixed(2),
      `${of(name, ({ traffic }) => traffic.requests)}`,
      (of(name, ({ traffic }) => traffic.bytes) / 1e6).toFixed(1),
      of(name, (sample) => sample.peak).toFixed(0),
      dashed(of(name, (sample) => sample.blocked ?? Number.NaN)),
      of(name, (sample) => sample.processorTime).toFixed(0),
      of(name, ({ traffic }) => traffic.serverTime).toFixed(0),
    ];
  });
  printTable(title, head, rows);
}

const head = [
  '', 'first shown, ms', 'first page, ms (issues)', 'to undici’s', 'all, ms', `to undici’s, ${inFlight} at a time`,
  'requests', 'MB on the wire', 'peak MB', 'longest block, ms', 'CPU, ms', 'server’s CPU, ms',
];

function dashed(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(0);
}
