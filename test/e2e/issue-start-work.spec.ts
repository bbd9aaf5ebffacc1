/** Beginning work: assign, move, name a branch; and a run that fails half-way is undone. */
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { status } from '../jira/data/catalogue.ts';
import { type Agent, expectCode, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const refused = { status: 400, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["Heute nicht."],"errors":{}}' };

describe('beginning work', () => {
  let jira: DisposableJira;
  let agent: Agent;

  beforeEach(async () => {
    jira = await openJira({ issues: 50 });
    agent = await startAgent();
    await connectByToken(agent, jira);
    jira.changeIssue('ABC-2', { status: status('To Do'), assignee: 'bob', summary: 'Crash: “Größe” is < 0!' });
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  const outcomes = (steps: readonly { step: string; outcome: string }[]) => steps.map(({ step, outcome }) => `${step} ${outcome}`);

  it('assigns, moves by the category of the status, and names a branch', async () => {
    const { started, issue, branch, steps } = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.isTrue(started);
    assert.deepEqual([issue.assignee?.name, issue.status.name, branch], ['alice', 'In Progress', 'ABC-2-crash-groesse-is-0']);
    assert.deepEqual(outcomes(steps), ['assign done', 'transition done', 'branch done']);
    assert.include(steps[0]?.detail, 'From Bob O’Brien to Alice Archer.');
    assert.include(steps[1]?.detail, 'From “To Do” to “In Progress” by “In Progress”.');
  });

  it('on a German Jira does the same, since it goes by no name', async () => {
    await using german = await openJira({ issues: 50, language: 'de', profile: '10.3' });
    await using other = await startAgent();
    await connectByToken(other, german);
    german.changeIssue('ABC-2', { status: status('To Do') });
    const { started, issue } = await other.request('jira/startWork', { key: 'ABC-2' });
    assert.isTrue(started);
    assert.strictEqual(issue.status.name, 'In Arbeit');
  });

  it('leaves alone what is so already', async () => {
    jira.changeIssue('ABC-2', { status: status('In Review'), assignee: 'alice' });
    const { steps } = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.deepEqual(outcomes(steps), ['assign skipped', 'transition skipped', 'branch done']);
    assert.isEmpty(jira.requests.filter(({ method }) => method !== 'GET'));
    const moved = await agent.request('jira/startWork', { key: 'ABC-2', assign: false, transition: 'Send back' });
    assert.deepEqual(outcomes(moved.steps), ['assign skipped', 'transition done', 'branch done']);
    assert.strictEqual(jira.issue('ABC-2').status.name, 'In Progress');
  });

  it('gives the assignment back where the issue cannot be moved', async () => {
    jira.faults.next((request) => request.method === 'POST', refused);
    const { started, issue, branch, steps } = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.isFalse(started);
    assert.isUndefined(branch);
    assert.deepEqual(outcomes(steps), ['assign done', 'transition failed', 'undoAssign done']);
    assert.include(steps[1]?.detail, 'Heute nicht.');
    assert.deepEqual([issue.assignee?.name, issue.status.name], ['bob', 'To Do']);
  });

  it('gives the assignment back where no transition leads into progress, or the wanted one is not there', async () => {
    const headers = { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' };
    jira.faults.next('/transitions', { status: 200, headers, body: '{"transitions":[{"id":"31","name":"Done","to":{"id":"10001","name":"Done","statusCategory":{"key":"done"}}}]}' });
    const none = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.match(none.steps.find(({ outcome }) => outcome === 'failed')?.detail ?? '', /No transition leads from “To Do” into progress\. There are 31 /);
    jira.changeIssue('ABC-2', { assignee: undefined });
    const wrong = await agent.request('jira/startWork', { key: 'ABC-2', transition: 'Beginnen' });
    assert.deepEqual(outcomes(wrong.steps), ['assign done', 'transition failed', 'undoAssign done']);
    assert.isUndefined(jira.issue('ABC-2').assignee);
  });

  it('changes nothing where it cannot be assigned', async () => {
    jira.faults.next('/assignee', refused);
    const { started, steps } = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.isFalse(started);
    assert.deepEqual(outcomes(steps), ['assign failed']);
    assert.deepEqual([jira.issue('ABC-2').assignee, jira.issue('ABC-2').status.name], ['bob', 'To Do']);
  });

  it('assigns once more where the workflow assigns somebody else, and takes all back where that fails', async () => {
    const reassign = () => jira.journal.once('request', () => jira.changeIssue('ABC-2', { assignee: 'carol' }));
    jira.journal.on('finished', ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/transitions')) reassign();
    });
    const { started, steps } = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.isTrue(started);
    assert.deepEqual(outcomes(steps), ['assign done', 'transition done', 'assign done', 'branch done']);
    assert.strictEqual(jira.issue('ABC-2').assignee, 'alice');

    jira.changeIssue('ABC-2', { status: status('To Do'), assignee: 'bob' });
    let assignments = 0;
    jira.faults.next((request) => (request.url ?? '').endsWith('/assignee') && (assignments += 1) === 2, refused);
    const failed = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.isFalse(failed.started);
    assert.deepEqual(outcomes(failed.steps), ['assign done', 'transition done', 'assign failed', 'undoTransition done', 'undoAssign done']);
    assert.deepEqual([failed.issue.status.name, failed.issue.assignee?.name], ['To Do', 'bob']);
  });

  it('finds out what was done where an answer is lost', async () => {
    jira.faults.next((request) => request.method === 'PUT', 'resetAfter');
    jira.faults.next((request) => request.method === 'POST', 'resetAfter');
    const { started, steps } = await agent.request('jira/startWork', { key: 'ABC-2' });
    assert.isTrue(started);
    for (const { detail } of steps.slice(0, 2)) assert.include(detail, "although Jira's answer got lost");
    assert.lengthOf(jira.requests.filter(({ method }) => method !== 'GET'), 2);
  });

  it('that is called off is undone', async () => {
    jira.faults.next((request) => request.method === 'POST', 'hang');
    const source = new CancellationTokenSource();
    jira.journal.on('request', ({ method }) => method === 'POST' && source.cancel());
    await expectCode(agent.request('jira/startWork', { key: 'ABC-2' }, source.token), LSPErrorCodes.RequestCancelled);
    assert.deepEqual([jira.issue('ABC-2').assignee, jira.issue('ABC-2').status.name], ['bob', 'To Do']);
  });

  it('with a template that git cannot take is refused before anything is done', async () => {
    await expectError(agent.request('jira/startWork', { key: 'ABC-2', branchTemplate: '{nope}/{key}' }), 'invalidParams', { path: 'branchTemplate', message: /\{nope\}.*\{key\}/ });
    await expectError(agent.request('jira/startWork', { key: 'ABC-2', branchTemplate: '..' }), 'invalidParams', { path: 'branchTemplate' });
    assert.isEmpty(jira.requests.filter(({ method }) => method !== 'GET'));
    await expectError(agent.request('jira/startWork', { key: 'ABC-9999' }), 'notFound');
  });
});
