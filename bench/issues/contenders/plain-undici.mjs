/** What a program does that uses undici and nothing else: `inFlight` pages at a time, of `fields` or of all. */
import { Pool } from 'undici';
import { inSequence, measure, task } from './measure.mjs';

const { baseUrl, token, pageSize, inFlight, fields } = task;
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

/** The first page tells how many there are. The others are kept until it is their turn. */
async function sideBySide(onPage) {
  const { issues, total } = await fetchPage(0);
  onPage(issues);
  const starts = Array.from({ length: Math.ceil(total / issues.length) - 1 }, (_, page) => (page + 1) * issues.length);
  const pages = starts.map(() => undefined);
  const left = starts.entries();
  await Promise.all(Array.from({ length: inFlight }, async () => {
    for (const [index, start] of left) pages[index] = (await fetchPage(start)).issues;
  }));
  pages.forEach(onPage);
}

await measure((onPage) => (inFlight === 1 ? inSequence(fetchPage, onPage) : sideBySide(onPage)));
await pool.close();
