/** The whole issue family, in every version of Jira that is played, with a token and with OAuth. */
import { assert } from 'chai';
import type { Agent } from '../support/agent.ts';
import { expectError, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const ways = { token: connectByToken, OAuth: connectByOAuth } as const;

for (const profile of ['8.20', '9.12', '10.3', '11.3'] as const) {
  for (const [way, connect] of Object.entries(ways)) {
    describe(`the issue family on Jira ${profile} with ${way}`, () => {
      let jira: DisposableJira;
      let agent: Agent;

      before(async () => {
        jira = await openJira({ profile });
        agent = await startAgent();
        await connect(agent, jira);
      });

      after(async () => {
        await agent[Symbol.asyncDispose]();
        await jira[Symbol.asyncDispose]();
      });

      it('reads an issue with everything that its page shows', async () => {
        const { id } = jira.changeIssue('ABC-5', { watchers: ['alice', 'bob'], details: { description: 'h2. Title\r\n\r\n*bold* with ABC-1' } });
        const issue = await agent.request('jira/issue', { key: 'abc-5' });
        const { key, summary, status } = jira.issue('ABC-5');
        assert.deepEqual([issue.key, issue.id, issue.summary, issue.status.name], [key, String(id), summary, status.name]);
        assert.strictEqual(issue.description.trim(), `## Title\n\n**bold** with [ABC-1](${jira.baseUrl}/browse/ABC-1)`);
        assert.lengthOf(issue.comments, jira.issue('ABC-5').details().comments.length);
        assert.isTrue(issue.watching);
        assert.isAtLeast(issue.transitions.length, 4);
      });

      it('moves an issue, with what the screen of the transition wants', async () => {
        const { transitions } = await agent.request('jira/transitions', { key: 'ABC-6' });
        const resolve = transitions.find(({ fields }) => fields.some(({ id, required }) => id === 'resolution' && required));
        const [field] = resolve?.fields ?? [];
        const { issue } = await agent.request('jira/transition', {
          key: 'ABC-6', transition: resolve?.id ?? '', fields: { resolution: field?.allowedValues?.[1]?.id }, comment: 'Closed by **hand**.',
        });
        assert.strictEqual(issue.status.category, 'done');
        assert.strictEqual(jira.issue('ABC-6').resolution?.name, "Won't Do");
        assert.strictEqual(jira.issue('ABC-6').details().comments.at(-1)?.body, 'Closed by *hand*.');
      });

      it('comments, assigns, and logs work', async () => {
        const { comment } = await agent.request('jira/comment', { key: 'ABC-7', body: '# Seen\n\nIn `main`.' });
        assert.deepEqual([comment.author.name, comment.body.trim()], ['alice', '# Seen\n\nIn `main`.']);
        assert.strictEqual(jira.issue('ABC-7').details().comments.at(-1)?.body.replaceAll('\r', ''), 'h1. Seen\n\nIn {{main}}.');
        for (const [assignee, name] of [['me', 'alice'], [null, undefined], ['jürgen.müller', 'jürgen.müller']] as const) {
          const { issue } = await agent.request('jira/assign', { key: 'ABC-7', assignee });
          assert.strictEqual(issue.assignee?.name, name);
        }
        const { id } = await agent.request('jira/logWork', { key: 'ABC-7', timeSpent: 5400, started: '2026-03-01T10:30:00+01:00', comment: 'Looked.' });
        const { entries, timeSpent } = await agent.request('jira/workLog', { key: 'ABC-7' });
        const entry = entries.find((each) => each.id === id);
        assert.deepEqual([entry?.timeSpent, entry?.started, entry?.comment.trim()], [5400, '2026-03-01T09:30:00.000Z', 'Looked.']);
        assert.strictEqual(timeSpent, jira.issue('ABC-7').details().worklogs.reduce((sum, { seconds }) => sum + seconds, 0));
      });

      it('creates an issue with what it says can be created', async () => {
        const { issueTypes } = await agent.request('jira/issueTypes', { project: 'WEB' });
        const bug = issueTypes.find(({ name }) => name === 'Bug');
        const { fields, type } = await agent.request('jira/createFields', { project: 'web', type: bug?.id ?? '' });
        assert.strictEqual(type.name, 'Bug');
        const component = fields.find(({ id }) => id === 'components')?.allowedValues?.[0];
        const { issue } = await agent.request('jira/createIssue', {
          project: 'WEB', type: 'Bug', summary: 'Kaputt “ganz”', description: '- one\n- two',
          fields: { components: [component?.id], priority: 'High', labels: ['new'], assignee: 'bob', fixVersions: ['10201'] },
        });
        const made = jira.issue(issue.key);
        assert.deepEqual([issue.type.name, issue.priority?.name, issue.assignee?.name, issue.labels], ['Bug', 'High', 'bob', ['new']]);
        assert.deepEqual([made.creator, made.components.map(({ name }) => name), made.fixVersions.map(({ id }) => id)], ['alice', [component?.name], ['10201']]);
        assert.strictEqual(made.details().description?.replaceAll('\r', ''), '* one\n* two');
      });

      it('edits, labels, watches and links', async () => {
        const { fields } = await agent.request('jira/editFields', { key: 'ABC-8' });
        assert.include(fields.map(({ id }) => id), 'summary');
        const edited = await agent.request('jira/editIssue', { key: 'ABC-8', summary: 'Other words', description: '', fields: { priority: '1' } });
        assert.deepEqual([edited.issue.summary, edited.issue.priority?.name], ['Other words', 'Highest']);
        assert.isNull(jira.issue('ABC-8').details().description);
        jira.changeIssue('ABC-8', { labels: ['old', 'theirs'], watchers: ['bob'] });
        const { issue } = await agent.request('jira/labels', { key: 'ABC-8', add: ['new'], remove: ['old'] });
        assert.sameMembers(issue.labels, ['new', 'theirs']);
        assert.deepEqual(await agent.request('jira/watch', { key: 'ABC-8', watching: true }), { watching: true, watchers: 2 });
        assert.deepEqual(await agent.request('jira/watch', { key: 'ABC-8', watching: false }), { watching: false, watchers: 1 });
        const { links } = await agent.request('jira/link', { key: 'ABC-8', type: 'is blocked by', to: 'ABC-9' });
        assert.deepInclude(links.map(({ relation, issue: other }) => [relation, other.key]), ['is blocked by', 'ABC-9']);
        const other = await agent.request('jira/issue', { key: 'ABC-9' });
        assert.deepInclude(other.links.map(({ relation, issue: each }) => [relation, each.key]), ['blocks', 'ABC-8']);
      });

      it('lists what there is to choose from', async () => {
        const { projects } = await agent.request('jira/projects', {});
        assert.sameMembers(projects.map(({ key }) => key), ['ABC', 'WEB', 'OPS', 'SEC', 'BIG']);
        assert.lengthOf((await agent.request('jira/projects', { recent: 2 })).projects, 2);
        const { users } = await agent.request('jira/assignableUsers', { key: 'ABC-1', query: 'jür' });
        assert.deepEqual(users.map(({ name }) => name), ['jürgen.müller']);
        const ofProject = await agent.request('jira/assignableUsers', { project: 'SEC' });
        assert.sameMembers(ofProject.users.map(({ name }) => name), ['admin', 'alice']);
        const { filters } = await agent.request('jira/filters', {});
        assert.deepEqual(filters.map(({ id }) => id), ['10000', '10001']);
        const { boards } = await agent.request('jira/boards', { project: 'ABC' });
        const { sprints } = await agent.request('jira/sprints', { board: boards[0]?.id ?? 0, states: ['active', 'closed'] });
        assert.deepEqual(sprints.map(({ name, state }) => [name, state]), [['ABC Sprint 1', 'closed'], ['ABC Sprint 2, a=b [final]', 'active']]);
        await expectError(agent.request('jira/sprints', { board: 2 }), 'unsupported', { message: /does not support sprints/ });
        const { linkTypes } = await agent.request('jira/linkTypes', {});
        assert.include(linkTypes.map(({ outward }) => outward), 'blocks');
      });

      it('begins work, and remembers what a person opened', async () => {
        jira.changeIssue('ABC-10', { assignee: 'bob' });
        const { transitions } = await agent.request('jira/transitions', { key: 'ABC-10' });
        await agent.request('jira/transition', { key: 'ABC-10', transition: transitions.find(({ to }) => to.category === 'new')?.id ?? '' });
        const { started, issue, branch, steps } = await agent.request('jira/startWork', { key: 'ABC-10', branchTemplate: '{type}/{key}' });
        assert.isTrue(started, JSON.stringify(steps));
        assert.deepEqual([issue.assignee?.name, issue.status.category], ['alice', 'indeterminate']);
        assert.strictEqual(branch, `${issue.type.name.toLowerCase()}/ABC-10`);
        for (const key of ['ABC-1', 'WEB-1', 'ABC-2']) await agent.request('jira/issue', { key, opened: true });
        await agent.request('jira/issue', { key: 'ABC-3' });
        const { issues } = await agent.request('jira/recentIssues', {});
        assert.deepEqual(issues.map(({ key }) => key), ['ABC-2', 'WEB-1', 'ABC-1']);
      });
    });
  }
}
