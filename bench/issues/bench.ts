/** All issues of a large Jira: the agent beside plain undici, at no latency and at some. */
import { listFields } from '../../src/core/issues/issue.ts';
import { inTurns, median, printTable, type Contender } from '../measure.ts';
import { fetchByAgent } from './agent-contender.ts';
import { startJiraProcess, type JiraProcess } from './jira-process.ts';
import type { Sample } from './sample.ts';
import { fetchByUndici } from './undici-contender.ts';

const issues = 10_000;
/** Requests that a browser's worth of connections carries. */
const inFlight = 8;
const baseline = `undici, ${inFlight} in flight`;

/** @param options `runs` of each; `pageCap`: the server's largest page */
export async function benchIssues({ runs, pageCap }: { runs: number; pageCap: number }): Promise<void> {
  for (const latency of [0, 50]) {
    await using jira = await startJiraProcess({ issues, pageCap, latency });
    const samples = await inTurns(contenders(jira, pageCap), runs);
    print(`${issues} issues, pages of ${pageCap} at the most, ${latency} ms of latency (medians of ${runs})`, samples);
  }
}

function contenders(jira: JiraProcess, pageCap: number): Contender<Sample>[] {
  const fields = listFields.join(',');
  return [
    { name: 'undici, one page after another', measure: () => fetchByUndici(jira, { pageSize: pageCap, inFlight: 1 }) },
    { name: baseline, measure: () => fetchByUndici(jira, { pageSize: pageCap, inFlight }) },
    { name: `${baseline}, the fields of a list`, measure: () => fetchByUndici(jira, { pageSize: pageCap, inFlight, fields }) },
    { name: `${baseline}, the fields of a list, pages of 250`, measure: () => fetchByUndici(jira, { pageSize: Math.min(250, pageCap), inFlight, fields }) },
    { name: 'jira-language-server', measure: () => fetchByAgent(jira, issues) },
  ];
}

function print(title: string, samples: Map<string, Sample[]>): void {
  const of = (name: string, value: (sample: Sample) => number): number => median(samples.get(name)!.map(value));
  const rows = [...samples.keys()].map((name) => {
    const missing = samples.get(name)!.find((sample) => sample.issues !== issues);
    if (missing !== undefined) throw new Error(`${name} got ${missing.issues} of ${issues} issues.`);
    const [first, all] = [of(name, (sample) => sample.first), of(name, (sample) => sample.all)];
    return [
      name,
      `${of(name, (sample) => sample.firstSize)}`,
      (first / of(baseline, (sample) => sample.first)).toFixed(2),
      first.toFixed(0),
      (all / of(baseline, (sample) => sample.all)).toFixed(2),
      all.toFixed(0),
      of(name, (sample) => sample.peak).toFixed(0),
      of(name, (sample) => sample.blocked).toFixed(0),
    ];
  });
  printTable(title, ['', 'first page', 'ratio', 'ms', 'all: ratio', 'ms', 'peak MB', 'longest block, ms'], rows);
}
