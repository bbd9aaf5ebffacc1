/** The user's own queries: kept in the configuration, for every window. */
import { assert } from 'chai';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';

describe('saved queries', () => {
  let agent: Agent;

  beforeEach(async () => {
    agent = await startAgent();
  });

  afterEach(() => agent[Symbol.asyncDispose]());

  const names = async (from: Agent, provider?: string) => (await from.request('jira/queries', { provider })).queries.map(({ name }) => name);

  it('are kept, changed and forgotten, also by another window', async () => {
    assert.deepEqual(await names(agent), []);
    const { query } = await agent.request('jira/saveQuery', { name: ' Mine ', jql: 'assignee = currentUser()\nORDER BY updated' });
    assert.deepInclude(query, { name: 'Mine', jql: 'assignee = currentUser()\nORDER BY updated' });
    await using other = await startAgent({ storage: agent.storage });
    await other.request('jira/saveQuery', { name: 'Theirs', jql: 'project = ABC' });
    await other.request('jira/saveQuery', { query: query.id, name: 'Mine, better', jql: 'x' });
    assert.deepEqual(await names(agent), ['Mine, better', 'Theirs']);
    assert.isNull(await agent.request('jira/deleteQuery', { query: query.id }));
    assert.deepEqual(await names(other), ['Theirs']);
  });

  it('have names of their own', async () => {
    const { query } = await agent.request('jira/saveQuery', { name: 'Mine', jql: 'x' });
    await expectError(agent.request('jira/saveQuery', { name: 'MINE', jql: 'y' }), 'invalidParams', { path: 'name', message: new RegExp(query.id) });
    await agent.request('jira/saveQuery', { query: query.id, name: 'mine', jql: 'y' });
  });

  it('that are not there are told', async () => {
    await expectError(agent.request('jira/deleteQuery', { query: 'query-none' }), 'notFound');
    await expectError(agent.request('jira/saveQuery', { query: 'query-none', name: 'a', jql: 'b' }), 'notFound');
    await expectError(agent.request('jira/saveQuery', { name: 'a', jql: 'b', provider: 'nobody' }), 'unknownProvider');
    await expectError(agent.request('jira/queries', { provider: 'nobody' }), 'unknownProvider');
  });

  it('of a provider are its own, and outlive it', async () => {
    await using jira = await openJira({ issues: 50 });
    const first = await connectByToken(agent, jira, 'alice');
    const second = await connectByToken(agent, jira, 'bob');
    await agent.request('jira/saveQuery', { name: 'Any', jql: 'a' });
    await agent.request('jira/saveQuery', { name: 'Hers', jql: 'b', provider: first.id });
    assert.deepEqual(await names(agent, first.id), ['Any', 'Hers']);
    assert.deepEqual(await names(agent, second.id), ['Any']);
    await agent.request('jira/removeProvider', { provider: first.id });
    assert.deepEqual(await names(agent, second.id), ['Any', 'Hers']);
    assert.isEmpty(jira.requests.filter(({ path }) => path.includes('/search')));
  });
});
