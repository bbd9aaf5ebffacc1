/** Two clients that change one issue: nobody's change is lost, and whoever comes too late is told. */
import { assert } from 'chai';
import { status } from '../jira/data/catalogue.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

describe('two clients that change one issue', () => {
  let jira: DisposableJira;
  let [alice, bob] = [] as unknown as [Agent, Agent];

  before(async () => {
    jira = await openJira();
    [alice, bob] = await Promise.all([startAgent(), startAgent()]);
    await Promise.all([connectByToken(alice, jira, 'alice'), connectByToken(bob, jira, 'bob')]);
  });

  after(async () => {
    await alice[Symbol.asyncDispose]();
    await bob[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  it('keep each other’s labels and comments', async () => {
    jira.changeIssue('ABC-1', { labels: ['first'] });
    const both = [alice, bob].map((agent, index) => agent.request('jira/labels', { key: 'ABC-1', add: [`from-${index}`] }));
    const comments = [alice, bob].map((agent, index) => agent.request('jira/comment', { key: 'ABC-1', body: `From ${index}` }));
    await Promise.all([...both, ...comments]);
    assert.sameMembers([...jira.issue('ABC-1').labels], ['first', 'from-0', 'from-1']);
    assert.sameMembers(jira.issue('ABC-1').details().comments.slice(-2).map(({ author }) => author), ['alice', 'bob']);
  });

  it('learn of a conflict where the transition that was offered is gone', async () => {
    jira.changeIssue('ABC-2', { status: status('In Progress') });
    const { transitions } = await alice.request('jira/transitions', { key: 'ABC-2' });
    const review = transitions.find(({ name }) => name === 'Send to review');
    await bob.request('jira/transition', { key: 'ABC-2', transition: 'Done' });
    const { message } = await expectError(alice.request('jira/transition', { key: 'ABC-2', transition: review?.id ?? '' }), 'conflict');
    assert.match(message, /somebody else changed the issue.*There are 11 /);
    await expectError(alice.request('jira/transition', { key: 'ABC-2', transition: 'Send to review' }), 'conflict');
    assert.strictEqual(jira.issue('ABC-2').status.name, 'Done');
  });

  it('learn of a conflict where the other one moves it at the last moment', async () => {
    jira.changeIssue('ABC-3', { status: status('In Progress') });
    jira.journal.on('request', ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/ABC-3/transitions')) jira.changeIssue('ABC-3', { status: status('Done') });
    });
    const answer = alice.request('jira/transition', { key: 'ABC-3', transition: 'Send to review' });
    await expectError(answer, 'conflict', { httpStatus: 400, message: /workflow operation \(Send to review\) that is not valid/ });
    jira.journal.removeAllListeners('request');
  });

  it('do not write over a change that they have not seen', async () => {
    const { issues } = await alice.request('jira/issues', { jql: 'key = ABC-4' });
    const { issue: first } = await alice.request('jira/editIssue', { key: 'ABC-4', summary: 'Hers', updated: issues[0]?.updated });
    const { issue: hers } = await alice.request('jira/editIssue', { key: 'ABC-4', summary: 'Hers, better', updated: first.updated });
    assert.strictEqual(hers.summary, 'Hers, better');
    jira.changeIssue('ABC-4', { summary: 'His', updated: Date.parse(hers.updated) + 1 });
    await expectError(alice.request('jira/editIssue', { key: 'ABC-4', summary: 'Hers again', updated: hers.updated }), 'conflict', { message: /Nothing was written/ });
    assert.strictEqual(jira.issue('ABC-4').summary, 'His');
  });
});
