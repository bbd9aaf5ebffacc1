/** Moving an issue: which transition is meant, what its screen wants, and what becomes of a comment. */
import { assert } from 'chai';
import { status } from '../jira/data/catalogue.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

describe('a transition', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira();
    agent = await startAgent();
    await connectByToken(agent, jira);
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  afterEach(() => jira.faults.clear());

  const writes = () => jira.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path.replace(/^.*\/issue\//, '')}`);

  it('that Jira answers with 204 gives the issue as it is then', async () => {
    jira.changeIssue('ABC-1', { status: status('To Do') });
    const { issue } = await agent.request('jira/transition', { key: 'ABC-1', transition: '21' });
    assert.strictEqual(jira.requests.findLast(({ method }) => method === 'POST')?.status, 204);
    assert.deepEqual(issue.status, { name: 'In Progress', category: 'indeterminate' });
  });

  it('is found by its id, its name, and its name in another case', async () => {
    for (const wanted of ['31', 'Done', 'dOnE']) {
      jira.changeIssue('ABC-1', { status: status('To Do') });
      const { issue } = await agent.request('jira/transition', { key: 'ABC-1', transition: wanted });
      assert.strictEqual(issue.status.name, 'Done', wanted);
    }
  });

  it('that there is not is told with those that there are, and nothing is sent', async () => {
    const before = writes().length;
    const { message } = await expectError(agent.request('jira/transition', { key: 'ABC-1', transition: 'Deploy' }), 'invalidParams', { path: 'transition' });
    assert.match(message, /21 \(“In Progress”, to “In Progress”\)/);
    assert.lengthOf(writes(), before);
  });

  it('whose name several have is told with their ids', async () => {
    const twins = { transitions: ['71', '72'].map((id) => ({ id, name: 'Twin', to: { id: '3', name: 'In Progress' } })) };
    jira.faults.next('/transitions', { status: 200, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: JSON.stringify(twins) });
    await expectError(agent.request('jira/transition', { key: 'ABC-1', transition: 'Twin' }), 'invalidParams', { path: 'transition', message: /71 .*72 / });
  });

  it('without a field that its screen wants is a validation error that names it and says what to give', async () => {
    jira.changeIssue('ABC-2', { status: status('To Do') });
    const { message } = await expectError(agent.request('jira/transition', { key: 'ABC-2', transition: 'Resolve with a reason' }), 'validation', {
      httpStatus: 400,
      jira: { errorMessages: [], errors: { resolution: 'Resolution is required.' } },
    });
    assert.match(message, /`fields\.resolution`: one of Done \(10000\), Won't Do \(10001\)/);
    assert.strictEqual(jira.issue('ABC-2').status.name, 'To Do');
    const { transitions } = await agent.request('jira/transitions', { key: 'ABC-2' });
    const field = transitions.find(({ name }) => name === 'Resolve with a reason')?.fields.find(({ required }) => required);
    assert.deepEqual([field?.id, field?.kind], ['resolution', 'resolution']);
    for (const resolution of ['10002', 'Duplicate', { name: 'Duplicate' }, { id: '10002' }]) {
      jira.changeIssue('ABC-2', { status: status('To Do') });
      const { issue } = await agent.request('jira/transition', { key: 'ABC-2', transition: '51', fields: { resolution } });
      assert.strictEqual(issue.status.category, 'done');
      assert.strictEqual(jira.issue('ABC-2').resolution?.name, 'Duplicate', JSON.stringify(resolution));
    }
  });

  it('with a field that its screen has not is refused in the words of Jira', async () => {
    jira.changeIssue('ABC-2', { status: status('To Do') });
    await expectError(agent.request('jira/transition', { key: 'ABC-2', transition: '31', fields: { summary: 'x' } }), 'validation', {
      jira: { errorMessages: [], errors: { summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown." } },
    });
  });

  it('brings its comment along where its screen has a field for it', async () => {
    jira.changeIssue('ABC-3', { status: status('In Review') });
    const before = jira.issue('ABC-3').details().comments.length;
    const sent = writes().length;
    await agent.request('jira/transition', { key: 'ABC-3', transition: 'Send back', comment: 'Not *yet*.' });
    assert.deepEqual(writes().slice(sent), ['POST ABC-3/transitions']);
    assert.deepEqual(jira.issue('ABC-3').details().comments.slice(before).map(({ body }) => body), ['Not _yet_.']);
  });

  it('has its comment added after it where its screen has no field for it, since Jira would drop it', async () => {
    jira.changeIssue('ABC-3', { status: status('In Progress') });
    const before = jira.issue('ABC-3').details().comments.length;
    const sent = writes().length;
    const { issue } = await agent.request('jira/transition', { key: 'ABC-3', transition: '31', comment: 'Finished.' });
    assert.strictEqual(issue.status.name, 'Done');
    assert.deepEqual(writes().slice(sent), ['POST ABC-3/transitions', 'POST ABC-3/comment']);
    assert.deepEqual(jira.issue('ABC-3').details().comments.slice(before).map(({ body }) => body), ['Finished.']);
  });

  it('whose comment is refused says that the issue has moved', async () => {
    jira.changeIssue('ABC-3', { status: status('To Do') });
    const words = { errorMessages: ['Comments are closed here.'], errors: {} };
    jira.faults.next('/comment', { status: 403, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: JSON.stringify(words) });
    const answer = agent.request('jira/transition', { key: 'ABC-3', transition: '21', comment: 'Hello' });
    await expectError(answer, 'forbidden', { jira: words, message: /^The issue has moved to “In Progress”, but .*Comments are closed here\./ });
    assert.strictEqual(jira.issue('ABC-3').status.name, 'In Progress');
  });

  it('with an empty comment is refused before anything is sent', async () => {
    const sent = jira.requests.length;
    await expectError(agent.request('jira/transition', { key: 'ABC-3', transition: '31', comment: ' \n' }), 'invalidParams', { path: 'comment' });
    assert.lengthOf(jira.requests, sent);
  });

  it('of an issue that is not there, or that the user may not see, is not found', async () => {
    await expectError(agent.request('jira/transition', { key: 'ABC-99999', transition: '31' }), 'notFound', { message: /Issue Does Not Exist/ });
    await expectError(agent.request('jira/transition', { key: 'nonsense', transition: '31' }), 'invalidParams', { path: 'key' });
  });

  it('of a user who may only look: none is open', async () => {
    await using other = await startAgent();
    await connectByToken(other, jira, 'viewer');
    assert.deepEqual(await other.request('jira/transitions', { key: 'ABC-1' }), { transitions: [] });
    await expectError(other.request('jira/transition', { key: 'ABC-1', transition: '31' }), 'invalidParams', { message: /None is open to you/ });
  });
});
