/** What is wrong with a query, and where: in Jira's own words, in whatever language, and by the agent's own reading. */
import { assert } from 'chai';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

/** The part of a query of one line that a range is about. */
function partOf(jql: string, range: { start: { line: number; character: number }; end: { line: number; character: number } } | undefined): string | undefined {
  if (range === undefined) return undefined;
  const lines = jql.split('\n');
  assert.strictEqual(range.start.line, range.end.line);
  return lines[range.start.line]?.slice(range.start.character, range.end.character);
}

for (const [profile, language, connect] of [
  ['8.20', 'en', connectByToken],
  ['10.3', 'de', connectByOAuth],
] as const) {
  describe(`validating JQL on Jira ${profile} (${language})`, () => {
    let jira: DisposableJira;
    let agent: Agent;

    before(async () => {
      jira = await openJira({ profile, language, issues: 20 });
      agent = await startAgent();
      await connect(agent, jira);
    });

    after(async () => {
      await agent[Symbol.asyncDispose]();
      await jira[Symbol.asyncDispose]();
    });

    /** Each query, and the part that is wrong. */
    const wrong: readonly (readonly [string, string])[] = [
      ['project = NOPE', 'NOPE'],
      ['project = ABC AND nope = 1', 'nope'],
      ['project = ABC AND status = OR', 'OR'],
      ['project = ABC\nAND status = OR', 'OR'],
      ['assignee = somebody()', 'somebody'],
      ['project ~ ABC', '~'],
      ['summary ~ a@b', '@b'],
      ["summary ~ 'abc", "'abc"],
      ['project = ABC status = Done', 'status'],
      ['project = ABC ORDER BY nope', 'nope'],
      ['created > soon', 'soon'],
      ['project in (ABC, 99999)', '99999'],
      ['status = "Nowhere at all" AND project = ABC', '"Nowhere at all"'],
      ['summary ~ "𝔘𝔫𝔦" AND project = NOPE', 'NOPE'],
      ['project =', '='],
      ['project', 'project'],
      ['(project = ABC', '('],
    ];

    for (const [jql, part] of wrong) {
      it(`${JSON.stringify(jql)}: ${part}`, async () => {
        const { problems, checked } = await agent.request('jira/validateJql', { jql });
        assert.strictEqual(checked, 'server');
        const [first] = problems;
        assert.deepInclude(first, { severity: 1, source: 'jira' });
        assert.strictEqual(partOf(jql, first?.range), part);
        const { data } = await expectError(agent.request('jira/issues', { jql }), 'invalidJql');
        assert.deepEqual(data.range, first?.range);
        assert.include(data.jira?.errorMessages ?? [], first?.message ?? '');
      });
    }

    it('finds nothing wrong with what Jira takes', async () => {
      for (const jql of ['', 'project = ABC and status was not empty', 'cf[10102] is empty order by key', '"Epic Link" = ABC-1 or key > ABC-1']) {
        assert.deepEqual((await agent.request('jira/validateJql', { jql })).problems, [], jql);
      }
    });

    it('tells everything that is wrong at once, with what to do about it', async () => {
      const jql = `project = OR AND ${language === 'de' ? 'Bearbeiter' : 'asignee'} = alice AND summary < x`;
      const { problems } = await agent.request('jira/validateJql', { jql });
      assert.deepEqual(problems.map(({ range }) => partOf(jql, range)), ['OR', language === 'de' ? 'Bearbeiter' : 'asignee', '<']);
      assert.deepEqual(problems.map(({ source }) => source), ['jira', 'agent', 'agent']);
      assert.match(problems[0]?.hint ?? '', /"OR"/);
      assert.match(problems[1]?.hint ?? '', /assignee/);
    });

    it('asks Jira for no issue', async () => {
      await agent.request('jira/validateJql', { jql: 'project = ABC' });
      const { query } = jira.requests.findLast(({ path }) => path.endsWith('/search'))!;
      assert.strictEqual(new URLSearchParams(query).get('maxResults'), '0');
    });
  });
}

describe('validating JQL', () => {
  it('says so where Jira is out of reach, and tells what the grammar tells', async () => {
    await using jira = await openJira({ issues: 5 });
    await using agent = await startAgent({ initializationOptions: { requestTimeout: 2 } });
    await connectByToken(agent, jira);
    await agent.request('jira/validateJql', { jql: '' });
    jira.faults.always(/search/, 'reset');
    const jql = 'nope = 1 AND status = OR';
    const { problems, checked, warnings } = await agent.request('jira/validateJql', { jql });
    assert.strictEqual(checked, 'local');
    assert.lengthOf(warnings, 1);
    assert.deepEqual(problems.map(({ range }) => partOf(jql, range)), ['nope', 'OR']);
  });

  it('takes a long query', async () => {
    await using jira = await openJira({ issues: 5 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const jql = `project = ABC AND labels in (${Array.from({ length: 1000 }, (_, index) => `label${index}`).join(', ')}) AND project = NOPE`;
    const { problems } = await agent.request('jira/validateJql', { jql });
    assert.deepEqual(problems.map(({ range }) => partOf(jql, range)), ['NOPE']);
  });
});
