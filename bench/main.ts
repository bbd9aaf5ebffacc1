/**
 * The benchmark: what the agent costs, side by side with the floor and with others.
 *
 * Everything of a table is measured in one run of it, in turns, so that whatever else the machine
 * does falls on all alike. Ratios carry over to other machines; milliseconds do not.
 */
import { parseArgs } from 'node:util';
import { benchCache } from './cache/bench.ts';
import { benchEditor } from './editor/bench.ts';
import { benchIssues } from './issues/bench.ts';
import { benchStart } from './start/bench.ts';
import { benchVsCode } from './vscode/bench.ts';

const usage = `usage: npm run bench [-- [start] [issues] [cache] [editor] [vscode] [options]]

  start            from spawn to the answer of initialize, and memory
  issues           10,000 issues, beside other clients of Jira and plain undici
  cache            a second start with 10,000 issues seen: the list from the cache beside the network's
  editor           typing in a document of 50,000 lines, hovers while a list is fetched
  vscode           the extension’s size, activation and memory in a real VS Code; only where it is named, for it needs Chromium
  --runs N         measurements of each (start: 15, issues, cache and vscode: 5, hovers: 1000)
  --no-peers       without other language servers, and other clients of Jira
  --page-cap N     issues: the server's largest page (1000)
  --latency N      issues: milliseconds of the server's latency, and no others (0, 50, 150); may be repeated
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
    'page-cap': { type: 'string', default: '1000' },
    latency: { type: 'string', multiple: true, default: ['0', '50', '150'] },
    help: { type: 'boolean', default: false },
  },
});
const wanted = positionals.length > 0 ? positionals : ['start', 'issues', 'cache', 'editor'];

if (values.help || wanted.some((name) => !['start', 'issues', 'cache', 'editor', 'vscode'].includes(name))) {
  process.stdout.write(usage);
} else {
  if (wanted.includes('start')) await benchStart({ runs: Number(values.runs ?? 15), peers: !values['no-peers'] });
  if (wanted.includes('issues')) await benchIssues({ runs: Number(values.runs ?? 5), pageCap: Number(values['page-cap']), peers: !values['no-peers'], latencies: values.latency.map(Number) });
  if (wanted.includes('cache')) await benchCache({ runs: Number(values.runs ?? 5) });
  if (wanted.includes('editor')) await benchEditor({ hovers: Number(values.runs ?? 1000) });
  if (wanted.includes('vscode')) await benchVsCode({ runs: Number(values.runs ?? 5) });
}
