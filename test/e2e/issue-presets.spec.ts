/** Queries that are there from the start, and addresses that were pasted. */
import { assert } from 'chai';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

for (const [profile, language] of [
  ['8.20', 'de'],
  ['10.3', 'en'],
] as const) {
  describe(`presets on Jira ${profile} (${language})`, () => {
    let jira: DisposableJira;
    let agent: Agent;

    before(async () => {
      jira = await openJira({ profile, language, issues: 120 });
      agent = await startAgent();
      await connectByToken(agent, jira, 'alice');
    });

    after(async () => {
      await agent[Symbol.asyncDispose]();
      await jira[Symbol.asyncDispose]();
    });

    it('are all taken by Jira, whatever it calls its statuses', async () => {
      const { presets } = await agent.request('jira/presets', { project: 'ABC' });
      assert.includeMembers(presets.map(({ id }) => id), ['assignedToMe', 'reportedByMe', 'watchedByMe', 'recentlyViewed', 'recentlyUpdated', 'dueSoon', 'currentSprint', 'openInProject']);
      for (const { id, title, jql } of presets) {
        assert.isNotEmpty(title);
        const found = await agent.request('jira/issues', { preset: id, project: 'ABC', limit: 500 });
        assert.strictEqual(found.jql, jql);
        assert.deepEqual((await agent.request('jira/validateJql', { jql })).problems, [], jql);
        assert.isTrue(found.issues.every(({ project }) => project.key === 'ABC'));
      }
    });

    it('find what they say', async () => {
      const issuesOf = async (preset: 'assignedToMe' | 'reportedByMe' | 'dueSoon' | 'recentlyViewed') => (await agent.request('jira/issues', { preset, limit: 500 })).issues;
      const due = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      jira.changeIssue('ABC-3', { assignee: 'alice', due });
      const mine = await issuesOf('assignedToMe');
      assert.isNotEmpty(mine);
      for (const { assignee, status } of mine) assert.deepEqual([assignee?.name, status.category === 'done'], ['alice', false]);
      for (const { reporter, status } of await issuesOf('reportedByMe')) assert.deepEqual([reporter?.name, status.category === 'done'], ['alice', false]);
      const { category } = (await agent.request('jira/issue', { key: 'ABC-3', opened: true })).status;
      assert.strictEqual((await issuesOf('dueSoon')).some(({ key }) => key === 'ABC-3'), category !== 'done');
      assert.deepEqual((await issuesOf('recentlyViewed')).map(({ key }) => key), ['ABC-3']);
    });

    it('need to be the only wish, and a project where they say so', async () => {
      await expectError(agent.request('jira/issues', { preset: 'assignedToMe', jql: 'x' }), 'invalidParams', { path: 'preset' });
      await expectError(agent.request('jira/issues', { preset: 'openInProject' }), 'invalidParams', { path: 'project' });
      await expectError(agent.request('jira/issues', { project: 'ABC', jql: 'x' }), 'invalidParams', { path: 'project' });
      await expectError(agent.request('jira/issues', { preset: 'mine' as never }), 'invalidParams', { path: 'preset' });
      assert.notInclude((await agent.request('jira/presets', {})).presets.map(({ id }) => id), 'openInProject');
    });

    it('are no worse than an address that somebody pastes', async () => {
      const of = async (text: string) => (await agent.request('jira/issues', { text, limit: 500 })).issues.map(({ key }) => key);
      for (const path of ['browse/abc-7', 'projects/ABC/issues/ABC-7?filter=allopenissues', 'secure/RapidBoard.jspa?rapidView=1&view=detail&selectedIssue=ABC-7']) {
        assert.deepEqual(await of(`https://elsewhere.example.com/other/${path}`), ['ABC-7']);
      }
      assert.sameMembers(await of(`${jira.baseUrl}/issues/?jql=key%20in%20(ABC-1%2C%20ABC-2)`), ['ABC-1', 'ABC-2']);
      assert.deepEqual(await of('abc-1 ABC-2'), ['ABC-2', 'ABC-1']);
      assert.deepEqual(await of(`${jira.baseUrl}/issues/?filter=10001`), (await agent.request('jira/issues', { filter: '10001', limit: 500 })).issues.map(({ key }) => key));
      assert.isTrue((await of(`${jira.baseUrl}/projects/WEB/summary`)).every((key) => key.startsWith('WEB-')));
      await expectError(agent.request('jira/issues', { text: `${jira.baseUrl}/issues/?filter=99999` }), 'notFound');
      await expectError(agent.request('jira/issues', { text: '***' }), 'invalidParams', { path: 'text' });
    });
  });
}

it('a pasted address says which of several Jiras is meant', async () => {
  await using first = await openJira({ issues: 30 });
  await using second = await openJira({ issues: 30 });
  await using agent = await startAgent();
  await connectByToken(agent, first);
  const { id } = await connectByToken(agent, second);
  const { issues } = await agent.request('jira/issues', { text: `${second.baseUrl}/browse/ABC-1` });
  assert.deepEqual(issues.map(({ key, provider }) => [key, provider]), [['ABC-1', id]]);
  await expectError(agent.request('jira/issues', { text: 'https://nowhere.example.com/browse/ABC-1' }), 'ambiguousProvider');
});
