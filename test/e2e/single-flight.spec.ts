/** Equal requests in flight are one on the wire. */
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import type { SeenRequest } from '../jira/journal.ts';
import { type Agent, expectCode, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

describe('equal requests at the same time', () => {
  let jira: DisposableJira;
  let agent: Agent;
  let release: () => void;
  /** Keys of issues that no test asks for but as a barrier. */
  let spare: string[];

  before(async () => {
    jira = await openJira({ issues: 130, pageCap: 50 });
    spare = jira.issues.slice(-10).map(({ key }) => key);
    agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    // What is loaded with the first request of a kind would let a later one of another kind overtake it.
    await agent.request('jira/issue', { key: spare.pop()! });
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  afterEach(() => jira.faults.clear());

  /** From now on requests that fit wait for `release`. */
  function hold(matcher: string): void {
    jira.faults.always(matcher, { until: new Promise<void>((resolve) => (release = resolve)) });
  }

  const asked = (text: string) => jira.requests.filter(({ path, query }) => `${path}?${query}`.includes(text));
  const arrival = (text: string) => new Promise<SeenRequest>((resolve) => {
    const look = (seen: SeenRequest): void => {
      if (!`${seen.path}?${seen.query}`.includes(text)) return;
      jira.journal.off('request', look);
      resolve(seen);
    };
    jira.journal.on('request', look);
  });
  /** A list that is asked for after others has gone the same way behind them. */
  const allListsAsked = async (): Promise<unknown> => {
    const arrived = arrival('BARRIER-1');
    const answer = agent.request('jira/issues', { text: 'BARRIER-1' });
    await arrived;
    return answer;
  };
  /** An issue, likewise. */
  const allIssuesAsked = async (): Promise<unknown> => {
    const key = spare.pop()!;
    const arrived = arrival(`/issue/${key}?`);
    const answer = agent.request('jira/issue', { key });
    await arrived;
    return answer;
  };

  it('are one on the wire, page by page, and each is answered', async () => {
    const list = { jql: 'summary is not EMPTY ORDER BY key ASC', limit: 1000 };
    const alone = await agent.request('jira/issues', list);
    const pages = asked('EMPTY').length;
    hold('EMPTY');
    const all = [list, list, { ...list, partialResultToken: 'piecemeal' }].map((params) => agent.request('jira/issues', params));
    await allListsAsked();
    release();
    const [first, second, third] = await Promise.all(all);
    assert.deepEqual([first, second], [alone, alone]);
    assert.strictEqual(third?.total, alone.total);
    assert.deepEqual(agent.progressOf('piecemeal').flatMap((value) => (value as { issues: unknown[] }).issues), alone.issues);
    assert.lengthOf(asked('EMPTY'), 2 * pages);
  });

  it('are answered when one of them is called off, and their socket is closed when all are', async () => {
    const key = jira.issues[0]!.key;
    hold(`/issue/${key}?`);
    const one = new CancellationTokenSource();
    const over = new Promise<SeenRequest>((resolve) => jira.journal.on('finished', (seen) => seen.aborted && resolve(seen)));
    const first = expectCode(agent.request('jira/issue', { key }, one.token), LSPErrorCodes.RequestCancelled);
    const second = agent.request('jira/issue', { key });
    await allIssuesAsked();
    one.cancel();
    await first;
    release();
    assert.strictEqual((await second).key, key);
    assert.lengthOf(asked(`/issue/${key}?`), 1);

    jira.faults.clear();
    hold(`/issue/${key}?`);
    const both = [new CancellationTokenSource(), new CancellationTokenSource()];
    const arrived = arrival(`/issue/${key}?`);
    const answers = both.map(({ token }) => expectCode(agent.request('jira/issue', { key }, token), LSPErrorCodes.RequestCancelled));
    await Promise.all([arrived, allIssuesAsked()]);
    both.forEach((source) => source.cancel());
    await Promise.all(answers);
    assert.include((await over).path, key);
    release();
  });

  it('are not one with what is asked after a change', async () => {
    const key = jira.issues[1]!.key;
    hold(`/issue/${key}?`);
    const arrived = arrival(`/issue/${key}?`);
    const before = agent.request('jira/issue', { key });
    await arrived;
    jira.faults.clear();
    await agent.request('jira/comment', { key, body: 'What is new' });
    const after = await agent.request('jira/issue', { key });
    assert.strictEqual(after.comments.at(-1)?.body, 'What is new');
    release();
    await before;
  });
});
