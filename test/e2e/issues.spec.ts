/** Querying issues: all of them, in order, none twice, and never an empty list in the place of an error. */
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import type { Issue } from '../../protocol/issues.ts';
import { type Agent, expectCode, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const keys = (issues: readonly Issue[]) => issues.map(({ key }) => key);

describe('a list of issues', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira({ issues: 130, pageCap: 50 });
    agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  afterEach(() => jira.faults.clear());

  it('is whole although the server caps its pages: 130 issues, in order, none twice', async () => {
    const { issues, total, cursor } = await agent.request('jira/issues', { jql: 'ORDER BY created ASC, key ASC', limit: 1000 });
    assert.strictEqual(total, 130);
    assert.lengthOf(issues, 130);
    assert.lengthOf(new Set(keys(issues)), 130);
    assert.isUndefined(cursor);
    assert.deepEqual(issues.map(({ created }) => created), issues.map(({ created }) => created).toSorted());
  });

  it('comes in pieces by its cursor', async () => {
    const whole = await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 1000 });
    const pieces: Issue[] = [];
    let cursor: string | undefined;
    do {
      const page = await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 60, cursor });
      pieces.push(...page.issues);
      cursor = page.cursor;
    } while (cursor !== undefined);
    assert.deepEqual(pieces, whole.issues);
    await expectError(agent.request('jira/issues', { cursor: 'rubbish' }), 'invalidParams', { path: 'cursor' });
    const { cursor: other } = await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 1 });
    await expectError(agent.request('jira/issues', { jql: 'project = ABC', cursor: other }), 'invalidParams', { path: 'cursor' });
  });

  it('streams its pages in order, and the result is then empty', async () => {
    jira.faults.next(/startAt=50&/, { delay: 150 });
    const { issues, total } = await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 1000, partialResultToken: 'p1', workDoneToken: 'w1' });
    assert.deepEqual(issues, []);
    assert.strictEqual(total, 130);
    const streamed = agent.progressOf('p1').flatMap((value) => (value as { issues: Issue[] }).issues);
    const whole = await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 1000 });
    assert.deepEqual(streamed, whole.issues);
    assert.deepEqual([agent.progressOf('w1').at(0), agent.progressOf('w1').at(-1)].map((value) => (value as { kind: string }).kind), ['begin', 'end']);
  });

  it('has none twice where an issue moves while it is read, and says that one may be missing', async () => {
    const [last] = (await agent.request('jira/issues', { jql: 'ORDER BY updated ASC, key DESC', limit: 1 })).issues;
    let release!: () => void;
    jira.faults.always(/startAt=(50|100)&/, { until: new Promise<void>((resolve) => (release = resolve)) });
    agent.onProgress('moving', () => {
      jira.changeIssue(last!.key, { summary: 'Changed meanwhile' });
      release();
    });
    const { warnings } = await agent.request('jira/issues', { jql: 'ORDER BY updated DESC, key ASC', limit: 1000, partialResultToken: 'moving' });
    const streamed = agent.progressOf('moving').flatMap((value) => keys((value as { issues: Issue[] }).issues));
    assert.lengthOf(new Set(streamed), streamed.length);
    assert.deepEqual([streamed.length, warnings], [129, ['The list changed while it was read: an issue may be missing. Ask again to see all.']]);
  });

  it('asks Jira for what is shown, and gives extra fields as Jira gave them', async () => {
    const { issues } = await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 2, fields: ['description', 'no-such-field'] });
    assert.deepEqual(Object.keys(issues[0]?.fields ?? {}), ['description']);
    const query = new URLSearchParams(jira.requests.at(-1)?.query);
    assert.include(query.get('fields') ?? '', 'summary,');
    assert.notInclude(query.get('fields') ?? '', '*');
  });

  it('is of the open issues of the user when nothing is asked for', async () => {
    const { issues, jql } = await agent.request('jira/issues', {});
    assert.match(jql, /currentUser\(\)/);
    for (const { assignee, status } of issues) {
      assert.strictEqual(assignee?.name, 'admin');
      assert.notStrictEqual(status.category, 'done');
    }
  });

  it('finds an issue by its key, by its address, and anything else by words', async () => {
    const [first] = (await agent.request('jira/issues', { jql: 'ORDER BY key ASC', limit: 1 })).issues;
    for (const text of [first?.key ?? '', first?.key.toLowerCase() ?? '', first?.url ?? '', ` ${first?.url}?focusedCommentId=1 `]) {
      assert.deepEqual(keys((await agent.request('jira/issues', { text })).issues), [first?.key], text);
    }
    const words = await agent.request('jira/issues', { text: 'UTF-8' });
    assert.match(words.jql, /^text ~ "UTF 8"/);
    await agent.request('jira/issues', { text: 'say "hello" \\ (world)* ~ [x' });
  });

  it('refuses half a character', async () => {
    await expectError(agent.request('jira/issues', { text: 'a \ud800 b' }), 'invalidParams', { path: 'text' });
    await expectError(agent.request('jira/issues', { jql: 'order by key', fields: ['ok', '\udc00'] }), 'invalidParams', { path: 'fields[1]' });
  });

  it('refuses two wishes at once', async () => {
    await expectError(agent.request('jira/issues', { jql: 'project = ABC', text: 'abc' }), 'invalidParams', { path: 'text' });
  });

  it('tells Jira’s own words where the query is wrong', async () => {
    const { data } = await expectError(agent.request('jira/issues', { jql: 'project = NOPE' }), 'invalidJql', { httpStatus: 400 });
    assert.deepEqual(data.jira?.errorMessages, ["The value 'NOPE' does not exist for the field 'project'."]);
    const { message } = await expectError(agent.request('jira/issues', { jql: 'status = OR' }), 'invalidJql');
    assert.match(message, /line 1, character/);
  });

  it('is empty where Jira says none', async () => {
    const { issues, total } = await agent.request('jira/issues', { jql: 'summary ~ "nobodyeverwrotethis"' });
    assert.deepEqual([issues, total], [[], 0]);
  });

  it('knows filters, and says when there is none', async () => {
    await expectError(agent.request('jira/issues', { filter: '999999' }), 'notFound');
    await expectError(agent.request('jira/issues', { filter: 'mine' }), 'invalidParams', { path: 'filter' });
  });

  it('stops the sockets when it is cancelled, and is answered once', async () => {
    jira.faults.always(/search/, 'hang');
    const cancellation = new CancellationTokenSource();
    const arrived = new Promise<void>((resolve) => jira.journal.once('request', () => resolve()));
    const answer = expectCode(agent.request('jira/issues', { jql: 'ORDER BY key' }, cancellation.token), LSPErrorCodes.RequestCancelled);
    await arrived;
    const over = new Promise<boolean>((resolve) => jira.journal.once('finished', ({ aborted }) => resolve(aborted)));
    cancellation.cancel();
    await answer;
    assert.isTrue(await over);
  });

  for (const [fault, kind] of [
    ['sso302', 'loginPage'],
    ['sso200', 'loginPage'],
  ] as const) {
    it(`is ${kind} behind a gateway (${fault})`, async () => {
      jira.faults.always(/search/, fault);
      await expectError(agent.request('jira/issues', { jql: 'ORDER BY key' }), kind, { message: /https?:/ });
    });
  }

  it('is read again where the server was busy or a connection broke', async () => {
    for (const fault of ['reset', 'truncate', 'rateLimited', 'maintenance'] as const) {
      jira.faults.next(/search/, fault);
      assert.lengthOf((await agent.request('jira/issues', { jql: 'ORDER BY key', limit: 5 })).issues, 5, fault);
    }
  });

  it('over OAuth or by token never carries a cookie', () => {
    assert.deepEqual(jira.requests.filter(({ headers }) => headers.cookie !== undefined), []);
    assert.isTrue(jira.requests.every(({ headers }) => headers['user-agent']?.startsWith('jira-language-server/')));
  });
});
