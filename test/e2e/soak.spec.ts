/** A long life in short: tens of thousands of requests, right and wrong, cancelled and disturbed, and nothing is left of them. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import { type Random, randomFrom } from '../jira/data/random.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { handlesOf, memoryOf } from '../support/memory.ts';

/** How many requests; `JIRA_SOAK_REQUESTS=1000000` for a night. */
const requests = Number(process.env['JIRA_SOAK_REQUESTS'] ?? 24_000);
const seed = Number(process.env['JIRA_SOAK_SEED'] ?? 20_260_301);
/** Requests that are under way at once. */
const atOnce = 60;

/** Collects garbage when it is told to, and says how much is left. */
const meter = `process.on('SIGUSR2', () => { gc(); require('node:fs').writeSync(2, 'heap ' + process.memoryUsage().heapUsed + '\\n'); });`;

/** What every request of the run draws from. */
interface Run {
  readonly agent: Agent;
  readonly jira: DisposableJira;
  readonly providers: readonly string[];
  readonly random: Random;
}

/** A whole number; both ends are in. */
function between(random: Random, least: number, most: number): number {
  return least + random.below(most - least + 1);
}

type Call = readonly [method: string, params: unknown];

/** Every kind of request, and how often it comes in a hundred. */
const kinds: readonly (readonly [number, (run: Run) => Call])[] = [
  [30, ({ providers, random }) => ['jira/issues', { provider: random.pick(providers), jql: `key > "ABC-${between(random, 1, 40)}" ORDER BY key`, limit: between(random, 1, 3) }]],
  [6, ({ providers, random }) => ['jira/issues', { provider: random.pick(providers), text: random.pick(['search', 'ABC-1', 'no such words', 'größer "100%"']), limit: 2 }]],
  [4, ({ providers, random }) => ['jira/issues', { provider: random.pick(providers), jql: 'order by key', limit: 3, partialResultToken: `pages-${between(random, 1, 1e9)}`, workDoneToken: `work-${between(random, 1, 1e9)}` }]],
  [6, ({ providers, random }) => ['jira/issues', { provider: random.pick(providers), jql: random.pick(['no query', 'project = NOBODY', '"', 'assignee = ']) }]],
  [3, ({ providers, random }) => ['jira/issues', { provider: random.pick(providers), filter: '99999' }]],
  [10, ({ random }) => ['jira/issues', random.pick<unknown>([{ limit: -1 }, { fields: 7 }, null, [], 'text', { cursor: 'x' }, { provider: 'nobody' }, { jql: '\ud83d' }, {}])]],
  [10, ({ random }) => [random.pick(['no/such', '$/unknown', 'textDocument/hover', 'jira/', '']), { text: 'x'.repeat(between(random, 0, 2000)) }]],
  [12, () => ['jira/providers', {}]],
  [2, ({ jira }) => ['jira/probe', { baseUrl: `${jira.baseUrl}/browse/ABC-1` }]],
  [1, ({ jira }) => ['jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: 'never-issued' } }]],
  [1, ({ random }) => ['jira/completeAuthorization', { authorization: 'never-begun', verifier: String(between(random, 1, 9)) }]],
  [1, ({ providers }) => ['jira/authorize', { provider: providers[1] }]],
];

/** Cancelled ones may hang: nobody else waits for them. */
const hanging = 'summary ~ hanging';
const cancelledInHundred = 14;

function disturb(jira: DisposableJira, random: Random): void {
  const sometimes = (inThousand: number) => ({ url = '' }: IncomingMessage) => url.includes('/rest/') && between(random, 1, 1000) <= inThousand;
  jira.faults.always(({ url = '' }) => url.includes(encodeURIComponent(hanging)), 'hang');
  jira.faults.always(sometimes(4), 'reset');
  jira.faults.always(sometimes(4), 'truncate');
  jira.faults.always(sometimes(4), 'sso302');
  jira.faults.always(sometimes(4), 'sso200');
  jira.faults.always(sometimes(4), 'maintenance');
  jira.faults.always(sometimes(2), 'rateLimited');
  jira.faults.always(sometimes(10), { delay: 30 });
  jira.faults.always(sometimes(10), { status: 500, body: 'not JSON' });
}

function draw(run: Run): Call {
  let left = between(run.random, 1, kinds.reduce((sum, [share]) => sum + share, 0));
  const [, make] = kinds.find(([share]) => (left -= share) <= 0)!;
  return make(run);
}

/** Sends one request, and gives how it ended: `result`, or the code of the error. */
async function one(run: Run): Promise<string> {
  const { agent, random, providers } = run;
  const cancelled = between(random, 1, 100) <= cancelledInHundred;
  const hangs = cancelled && between(random, 1, 2) === 1;
  const [method, params] = hangs ? (['jira/issues', { provider: random.pick(providers), jql: hanging }] as const) : draw(run);
  const cancellation = new CancellationTokenSource();
  const answer = agent.send(method, params, cancellation.token).then(
    () => 'result',
    (error: unknown) => {
      if (error instanceof ResponseError) return String(error.code);
      throw error;
    },
  );
  if (cancelled) {
    for (let turns = between(random, 0, 30); turns > 0; turns -= 1) await new Promise(setImmediate);
    cancellation.cancel();
  }
  return answer;
}

/** Sends many requests, some at once; gives how often each outcome was. */
async function many(run: Run, count: number): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const outcome = await one(run);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/** Bytes on the heap after garbage was collected. */
async function heapOf(agent: Agent): Promise<number> {
  const before = agent.stderr.length;
  agent.process.kill('SIGUSR2');
  for (;;) {
    const told = /heap (\d+)\n/.exec(agent.stderr.slice(before))?.[1];
    if (told !== undefined) return Number(told);
    await once(agent.process.stderr, 'data');
  }
}

describe('a long life', () => {
  it(`of ${requests} random requests ends with flat memory, no handle left, and no request unanswered (seed ${seed})`, async function () {
    this.timeout(60_000 + requests * 10);
    const folder = await mkdtemp(join(tmpdir(), 'jira-soak-'));
    try {
      await writeFile(join(folder, 'meter.cjs'), meter);
      await using jira = await openJira({ issues: 60 });
      await using agent = await startAgent({ execArgv: ['--expose-gc', '--require', join(folder, 'meter.cjs')] });
      const pid = agent.process.pid!;
      await agent.request('jira/providers', {});
      const atStart = handlesOf(pid);
      const providers = [(await connectByToken(agent, jira)).id, (await connectByOAuth(agent, jira, 'bob')).id];
      const run: Run = { agent, jira, providers, random: randomFrom(String(seed)) };
      disturb(jira, run.random);

      // V8 takes the memory of its young generation in the first ten thousand or so (measured on Node.js 24): flat is what comes after.
      const first = await many(run, Math.ceil(requests * 0.6));
      const after = { heap: await heapOf(agent), resident: memoryOf(pid).resident };
      const rest = await many(run, requests - Math.ceil(requests * 0.6));
      const end = { heap: await heapOf(agent), resident: memoryOf(pid).resident };

      const outcomes = [first, rest].flatMap((each) => [...each]);
      assert.strictEqual(outcomes.reduce((sum, [, count]) => sum + count, 0), requests);
      const allowed = ['result', ErrorCodes.InvalidParams, ErrorCodes.MethodNotFound, LSPErrorCodes.RequestFailed, LSPErrorCodes.RequestCancelled].map(String);
      assert.sameMembers([...new Set(outcomes.map(([outcome]) => outcome))], allowed, agent.stderr);

      assert.isBelow(end.heap / after.heap, 1.2, `the heap grew from ${after.heap} to ${end.heap} bytes`);
      assert.isBelow(end.resident / after.resident, 1.25, `the memory grew from ${after.resident} to ${end.resident} MiB`);

      jira.faults.clear();
      await jira.close();
      await agent.request('jira/signOut', { provider: providers[1]! }); // Ends the last authorization, with its listener.
      // Sockets are told of their end, and files are closed, a little later: what was seen is written in the background.
      let now = handlesOf(pid);
      const left = (): string[] => now.filter((handle) => !atStart.includes(handle));
      for (let round = 0; round < 5000 && (left().length > 0 || now.length > atStart.length); round += 1) {
        await agent.request('jira/providers', {});
        now = handlesOf(pid);
      }
      assert.deepEqual(left(), []);
      assert.isAtMost(now.length, atStart.length);
      assert.match(agent.stderr, /^(heap \d+\n)*$/, 'nothing went wrong unforeseen');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
