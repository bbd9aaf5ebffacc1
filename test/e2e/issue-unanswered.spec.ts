/** Writes whose answer is lost: each is sent once, and the user learns what became of it. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { status } from '../jira/data/catalogue.ts';
import type { Fault } from '../jira/faults.ts';
import { type Agent, expectCode, expectError, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const isWrite = ({ method }: IncomingMessage) => method !== 'GET';

/** Answers that leave it open whether Jira did it: none, and half of one. */
const lost: Readonly<Record<string, Fault>> = { 'is cut off': 'resetAfter', 'comes by half': 'truncate' };

for (const [profile, indexLag] of [['8.20', 0], ['9.12', 60_000], ['11.3', 0]] as const) {
  describe(`a write whose answer is lost, on Jira ${profile} with an index that is ${indexLag / 1000} s late`, () => {
    let jira: DisposableJira;
    let agent: Agent;

    before(async () => {
      jira = await openJira({ profile, indexLag });
      agent = await startAgent();
      await connectByToken(agent, jira);
    });

    after(async () => {
      await agent[Symbol.asyncDispose]();
      await jira[Symbol.asyncDispose]();
    });

    beforeEach(() => jira.faults.clear());

    const writesOf = async (act: () => Promise<unknown>) => {
      const before = jira.requests.length;
      await act();
      return jira.requests.slice(before).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path.replace(/^.*\/rest\/api\/2/, '')}`);
    };

    for (const [what, fault] of Object.entries(lost)) {
      it(`creates exactly one issue where the answer ${what}, and tells the user`, async () => {
        const summary = `Only once: ${what}`;
        const numbers = () => jira.issues.filter((issue) => issue.summary === summary);
        jira.faults.next(isWrite, fault);
        const writes = await writesOf(async () => {
          const { issue, warnings } = await agent.request('jira/createIssue', { project: 'ABC', type: 'Bug', summary });
          assert.strictEqual(issue.key, numbers()[0]?.key);
          assert.match(warnings?.join() ?? '', /The issue was created, although Jira's answer got lost/);
        });
        assert.deepEqual(writes, ['POST /issue']);
        assert.lengthOf(numbers(), 1);
        const told = agent.frames.filter(({ method }) => method === 'window/logMessage').map(({ params }) => (params as { message: string }).message);
        assert.isTrue(told.some((message) => message.includes("Jira's answer got lost")));
      });

      it(`finds what else was done where the answer ${what}`, async () => {
        jira.changeIssue('ABC-1', { status: status('To Do'), assignee: 'bob', labels: ['a'], watchers: [] });
        const lose = () => jira.faults.next(isWrite, fault);
        const attempts: [expected: string, act: () => Promise<{ warnings?: string[] | undefined }>][] = [
          ['POST /issue/ABC-1/transitions', () => agent.request('jira/transition', { key: 'ABC-1', transition: '31' })],
          ['POST /issue/ABC-1/comment', () => agent.request('jira/comment', { key: 'ABC-1', body: `Said *once*\n\nas it ${what}` })],
          ['PUT /issue/ABC-1/assignee', () => agent.request('jira/assign', { key: 'ABC-1', assignee: 'me' })],
          ['POST /issue/ABC-1/worklog', () => agent.request('jira/logWork', { key: 'ABC-1', timeSpent: 600 })],
          ['PUT /issue/ABC-1', () => agent.request('jira/labels', { key: 'ABC-1', add: ['b'], remove: ['a'] })],
          ['PUT /issue/ABC-1', () => agent.request('jira/editIssue', { key: 'ABC-1', summary: `Changed: ${what}` })],
          ['POST /issue/ABC-1/watchers', () => agent.request('jira/watch', { key: 'ABC-1', watching: true })],
          ['POST /issueLink', () => agent.request('jira/link', { key: 'ABC-1', type: 'relates to', to: 'ABC-4' })],
        ];
        for (const [expected, act] of attempts) {
          lose();
          const writes = await writesOf(async () => assert.match((await act()).warnings?.join() ?? '', /although Jira's answer got lost/, expected));
          assert.deepEqual(writes, [expected]);
        }
        const { status: now, assignee, labels } = jira.issue('ABC-1');
        assert.deepEqual([now.name, assignee, labels], ['Done', 'alice', ['b']] as never);
      });
    }

    it('says that nothing was done where nothing is to be seen of it', async () => {
      jira.changeIssue('ABC-2', { status: status('To Do') });
      const summary = 'Never arrived';
      const attempts = [
        () => agent.request('jira/createIssue', { project: 'ABC', type: 'Bug', summary }),
        () => agent.request('jira/transition', { key: 'ABC-2', transition: '31' }),
        () => agent.request('jira/comment', { key: 'ABC-2', body: 'Never arrived' }),
        () => agent.request('jira/logWork', { key: 'ABC-2', timeSpent: 60 }),
      ];
      for (const attempt of attempts) {
        jira.faults.next(isWrite, 'reset');
        const writes = await writesOf(() => expectError(attempt(), 'offline', { message: /is not there|has not moved|is not in the log/ }));
        assert.lengthOf(writes, 1);
      }
      assert.lengthOf(jira.issues.filter((issue) => issue.summary === summary), 0);
    });

    it('is looked up where a gateway answers in the place of Jira', async () => {
      jira.faults.next(isWrite, { status: 504, body: '<html>Gateway Time-out</html>' });
      await expectError(agent.request('jira/comment', { key: 'ABC-2', body: 'Through the gateway' }), 'server', { httpStatus: 504, message: /The comment is not there/ });
    });

    it('says that nobody knows where Jira cannot be asked either', async () => {
      const summary = 'Nobody knows';
      jira.faults.next(isWrite, 'resetAfter');
      jira.faults.always('serverInfo', { status: 400, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["no"]}' });
      const answer = agent.request('jira/createIssue', { project: 'ABC', type: 'Bug', summary });
      await expectError(answer, 'offline', { message: /nobody knows whether it was done\. Look at the issue in Jira/ });
      assert.lengthOf(jira.issues.filter((issue) => issue.summary === summary), 1);
    });

    it('is not taken for an older one that looks the same', async () => {
      const summary = 'The same twice';
      await agent.request('jira/createIssue', { project: 'ABC', type: 'Bug', summary });
      const [first] = jira.issues.filter((issue) => issue.summary === summary);
      jira.changeIssue(first?.key ?? '', { created: Date.now() - 120_000 });
      jira.faults.next(isWrite, 'reset');
      await expectError(agent.request('jira/createIssue', { project: 'ABC', type: 'Bug', summary }), 'offline', { message: /The issue is not there/ });
    });
  });
}

describe('a write that Jira is too busy for', () => {
  it('is told, and not sent again', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.next(isWrite, 'rateLimited');
    await expectError(agent.request('jira/comment', { key: 'ABC-2', body: 'Too fast' }), 'rateLimited', { httpStatus: 429 });
    assert.lengthOf(jira.requests.filter(({ method }) => method === 'POST'), 1);
  });
});

describe('a write that is called off', () => {
  it('before it is sent is not sent', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.next('createmeta', { delay: 2000 });
    const source = new CancellationTokenSource();
    const arrived = once(jira.journal, 'request');
    const answer = agent.request('jira/createIssue', { project: 'ABC', type: 'Bug', summary: 'Called off' }, source.token);
    await arrived;
    source.cancel();
    await expectCode(answer, LSPErrorCodes.RequestCancelled);
    assert.deepEqual(jira.requests.filter(({ method }) => method === 'POST'), []);
    assert.isTrue(jira.requests.at(-1)?.path.includes('createmeta'));
  });

  it('on its way ends the waiting', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.next('/comment', 'hang');
    const source = new CancellationTokenSource();
    const arrived = once(jira.journal, 'request');
    const answer = agent.request('jira/comment', { key: 'ABC-1', body: 'Called off' }, source.token);
    await arrived;
    const cut = once(jira.journal, 'finished');
    source.cancel();
    await expectCode(answer, LSPErrorCodes.RequestCancelled);
    await cut;
    assert.lengthOf(jira.requests.filter(({ method }) => method === 'POST'), 1);
  });
});

describe('a write whose OAuth access is renewed in between', () => {
  it('is sent once', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByOAuth(agent, jira);
    jira.journal.on('finished', ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/transitions')) jira.expireAccessToken({ userName: 'alice' });
    });
    jira.changeIssue('ABC-1', { status: status('To Do') });
    const { issue } = await agent.request('jira/transition', { key: 'ABC-1', transition: '31', comment: 'Renewed in between' });
    assert.strictEqual(issue.status.name, 'Done');
    const posts = jira.requests.filter(({ method, path, status: code }) => method === 'POST' && path.includes('/issue/') && code !== 401);
    assert.deepEqual(posts.map(({ path }) => path.replace(/^.*\//, '')), ['transitions', 'comment']);
    assert.lengthOf(jira.issue('ABC-1').details().comments.filter(({ body }) => body === 'Renewed in between'), 1);
  });
});
