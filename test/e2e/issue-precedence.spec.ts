/** What a person waits for goes before what a list asks for, and what nobody waits for any more is stopped. */
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import type { Issue } from '../../protocol/issues.ts';
import type { SeenRequest } from '../jira/journal.ts';
import { type Agent, expectCode, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const pagesOfLists = 8;

describe('while long lists are fetched', () => {
  let jira: DisposableJira;
  let agent: Agent;
  let release: () => void;

  beforeEach(async () => {
    jira = await openJira({ issues: 1000, pageCap: 50 });
    agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    // All pages but the first ones wait.
    jira.faults.always(/[?&]startAt=[1-9]/, { until: new Promise<void>((resolve) => (release = resolve)) });
  });

  afterEach(async () => {
    release();
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  /** As many pages as lists may have on the wire. */
  const wireIsFull = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (jira.requests.filter(({ query }) => /startAt=[1-9]/.test(query)).length < pagesOfLists) return;
        jira.journal.off('request', look);
        resolve();
      };
      jira.journal.on('request', look);
      look();
    });

  it('an issue that a person asks for is answered before the lists are, and they are whole', async () => {
    const { issues: [wanted] } = await agent.request('jira/issues', { jql: 'ORDER BY created DESC', limit: 1 });
    const answered: string[] = [];
    const lists = ['ASC', 'DESC'].map(async (order) => {
      const { issues } = await agent.request('jira/issues', { jql: `ORDER BY key ${order}`, limit: 1000 });
      answered.push(order);
      return issues;
    });
    await wireIsFull();
    assert.strictEqual((await agent.request('jira/issue', { key: wanted!.key })).key, wanted!.key);
    assert.deepEqual(answered, []);
    release();
    const [ascending, descending] = (await Promise.all(lists)) as [Issue[], Issue[]];
    assert.lengthOf(ascending, 1000);
    assert.deepEqual(ascending.map(({ id }) => id).toSorted(), descending.map(({ id }) => id).toSorted());
  });

  it('a list that is cancelled closes the sockets of all its pages, and asks for no more', async () => {
    const over: SeenRequest[] = [];
    const allOver = new Promise<void>((resolve) => jira.journal.on('finished', (seen) => over.push(seen) === pagesOfLists && resolve()));
    const cancellation = new CancellationTokenSource();
    const answer = expectCode(agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 1000 }, cancellation.token), LSPErrorCodes.RequestCancelled);
    await wireIsFull();
    over.length = 0;
    const sent = jira.requests.length;
    cancellation.cancel();
    await answer;
    await allOver;
    assert.isTrue(over.every(({ aborted }) => aborted));
    release();
    await agent.request('jira/issues', { jql: 'ORDER BY created DESC', limit: 1 });
    assert.lengthOf(jira.requests, sent + 1);
  });
});
