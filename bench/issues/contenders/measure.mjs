/** What every contender of Node.js measures, in a process of its own. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What it is to do: JSON of `{ baseUrl, token, user, password, pageSize, … }`, the first argument. */
export const task = JSON.parse(process.argv[2]);

/**
 * Measures one fetch of all issues, prints it, and waits until its memory was read from outside.
 *
 * @param fetchAll gets a function that takes each page as it comes
 */
export async function measure(fetchAll) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const issues = [];
  let first;
  const before = process.cpuUsage();
  const begin = performance.now();
  await fetchAll((page) => {
    first ??= { first: performance.now() - begin, firstSize: page.length };
    issues.push(...page);
  });
  const all = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  const sample = { ...first, shown: first.first, all, issues: issues.length, blocked: delay.max / 1e6, processorTime: (user + system) / 1000 };
  process.stdout.write(`${JSON.stringify(sample)}\n`);
  process.stdin.resume();
}

/** What users of a client write, since none of them has it: one page after another. */
export async function inSequence(fetchPage, onPage) {
  for (let startAt = 0, total = 1; startAt < total; ) {
    const page = await fetchPage(startAt);
    onPage(page.issues);
    startAt += page.issues.length;
    total = page.total;
  }
}
