/** Which provider a request about an issue is for, where it does not say. */
import { assert } from 'chai';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import type { Provider } from '../../protocol/provider.ts';

describe('with two Jiras configured, a request that names none', () => {
  let [first, second] = [] as unknown as [DisposableJira, DisposableJira];
  let agent: Agent;
  let theirs: Provider;

  /** The second Jira's user does not see the project SEC; the first one's does. */
  beforeEach(async () => {
    [first, second] = await Promise.all([openJira(), openJira({ profile: '10.3' })]);
    agent = await startAgent();
    await connectByToken(agent, first, 'alice');
    theirs = await connectByToken(agent, second, 'bob');
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await Promise.all([first, second].map((jira) => jira.close()));
  });

  const asked = (jira: DisposableJira) => jira.requests.filter(({ path }) => path.includes('/project/')).length;

  it('goes to the one that knows the project, and asks for it once', async () => {
    for (let times = 0; times < 3; times += 1) {
      const issue = await agent.request('jira/issue', { key: 'sec-1' });
      assert.isTrue(issue.url.startsWith(first.baseUrl));
    }
    assert.strictEqual(asked(first), 1);
    const { issue } = await agent.request('jira/createIssue', { project: 'SEC', type: 'Task', summary: 'Only there' });
    assert.isTrue(issue.url.startsWith(first.baseUrl));
    await agent.request('jira/comment', { key: 'SEC-1', body: 'Here' });
    assert.isEmpty(second.requests.filter(({ method, path }) => method === 'POST' || path.includes('/issue/')));
  });

  it('is ambiguous where both know it, and tells their ids', async () => {
    const { message } = await expectError(agent.request('jira/comment', { key: 'ABC-1', body: 'Where?' }), 'ambiguousProvider');
    assert.include(message, theirs.id);
    await agent.request('jira/comment', { provider: theirs.id, key: 'ABC-1', body: 'Here' });
    assert.strictEqual(second.issue('ABC-1').details().comments.at(-1)?.body, 'Here');
    assert.isEmpty(first.requests.filter(({ method }) => method === 'POST'));
    await expectError(agent.request('jira/projects', {}), 'ambiguousProvider');
  });

  it('finds nothing where none knows it', async () => {
    await expectError(agent.request('jira/issue', { key: 'NOPE-1' }), 'notFound', { message: /None of the configured Jiras has a project NOPE/ });
  });

  it('is no guess where one of them cannot be asked', async () => {
    second.faults.always('/project/', { status: 400, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'bob' }, body: '{"message":"?"}' });
    await expectError(agent.request('jira/comment', { key: 'SEC-1', body: 'x' }), 'ambiguousProvider', { message: /cannot be asked now/ });
    assert.isEmpty(first.requests.filter(({ method }) => method === 'POST'));
  });

  it('leaves out a provider that was signed out', async () => {
    await agent.request('jira/signOut', { provider: theirs.id });
    assert.isTrue((await agent.request('jira/issue', { key: 'ABC-1' })).url.startsWith(first.baseUrl));
  });
});
