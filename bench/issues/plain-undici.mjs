/**
 * What a program does that uses undici and nothing else: pages of a search, one after another or
 * several at a time. The first page tells how many there are.
 *
 * Arguments: JSON of `{ baseUrl, token, pageSize, inFlight, fields? }`. Prints a `Sample`, its peak left out.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Pool } from 'undici';

const { baseUrl, token, pageSize, inFlight, fields } = JSON.parse(process.argv[2]);
const { origin, pathname } = new URL(baseUrl);
const pool = new Pool(origin, { connections: inFlight });

async function fetchPage(startAt) {
  const query = new URLSearchParams({ jql: 'ORDER BY key ASC', startAt, maxResults: pageSize, ...(fields && { fields }) });
  const { statusCode, body } = await pool.request({
    method: 'GET',
    path: `${pathname}/rest/api/2/search?${query}`,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  if (statusCode !== 200) throw new Error(`Jira answered ${statusCode}.`);
  return body.json();
}

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const begin = performance.now();
const { issues, total } = await fetchPage(0);
const first = performance.now() - begin;
const firstSize = issues.length;

const starts = Array.from({ length: Math.ceil(total / firstSize) - 1 }, (_, page) => (page + 1) * firstSize);
const pages = [];
await Promise.all(Array.from({ length: inFlight }, async () => {
  for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
    pages[start / firstSize] = (await fetchPage(start)).issues;
  }
}));
const all = issues.concat(...pages.slice(1));
const sample = { first, firstSize, all: performance.now() - begin, issues: all.length, blocked: delay.max / 1e6 };
process.stdout.write(`${JSON.stringify(sample)}\n`);
process.stdin.resume(); // Until its memory was read from outside.
await pool.close();
