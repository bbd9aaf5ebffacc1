/** Completing JQL from the live server. */
import { assert } from 'chai';
import { CompletionItemKind } from 'vscode-languageserver/node';
import type { JqlCompletionItem } from '../../protocol/jql.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

/** The query after an item was taken. */
function taken(jql: string, { textEdit: { range, newText } }: JqlCompletionItem): string {
  assert.strictEqual(range.start.line, 0);
  return jql.slice(0, range.start.character) + newText + jql.slice(range.end.character);
}

for (const [profile, language, connect] of [
  ['8.20', 'en', connectByToken],
  ['10.3', 'de', connectByOAuth],
] as const) {
  describe(`completing JQL on Jira ${profile} (${language})`, () => {
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

    /** @param marked a query with the cursor as `|` */
    const complete = async (marked: string) => {
      const offset = marked.indexOf('|');
      const jql = marked.replace('|', '');
      const { items, ...rest } = await agent.request('jira/completeJql', { jql, position: offset });
      return { ...rest, items, jql, labels: items.map(({ label }) => label), results: items.map((item) => taken(jql, item)) };
    };

    const cases: readonly (readonly [string, string])[] = [
      ['|', 'assignee'],
      ['ass|', 'assignee'],
      ['project = ABC and epic li|', 'project = ABC and "Epic Link"'],
      ['cf[101|', 'cf[10102]'],
      ['cf[101|] is empty', 'cf[10102] is empty'],
      ['status |', 'status NOT IN'],
      ['status not |', 'status not IN'],
      ['assignee was |', 'assignee was NOT IN'],
      ['assignee = cur|', 'assignee = currentUser()'],
      ['assignee = ali|', 'assignee = alice'],
      ['assignee is |', 'assignee is NOT EMPTY'],
      ['project in (AB|', 'project in (ABC'],
      ['project in (WEB, AB|) order by key', 'project in (WEB, ABC) order by key'],
      ['project in |', 'project in (ABC)'],
      ['project = ABC |', 'project = ABC AND'],
      ['status was Done |', 'status was Done BEFORE'],
      ['status changed by ali|', 'status changed by alice'],
      ['status changed after sta|', 'status changed after startOfDay()'],
      ['order |', 'order BY'],
      ['order by prio|', 'order by priority'],
      ['order by key |', 'order by key DESC'],
      ['sprint in open|', 'sprint in openSprints()'],
    ];
    for (const [marked, expected] of cases) {
      it(marked, async () => assert.include((await complete(marked)).results, expected));
    }

    it('offers operators that the field has, and no others', async () => {
      assert.deepEqual((await complete('summary |')).labels, ['~', '!~', 'IS', 'IS NOT']);
      assert.notInclude((await complete('summary = x and text |')).labels, 'WAS');
    });

    it('offers functions that give what the field takes', async () => {
      const { labels } = await complete('created >= |');
      assert.include(labels, 'startOfWeek()');
      assert.notInclude(labels, 'currentUser()');
    });

    it('says which kind each item is', async () => {
      const kinds = Object.fromEntries((await complete('assignee = |')).items.map(({ label, kind }) => [label, kind]));
      assert.deepInclude(kinds, { 'currentUser()': CompletionItemKind.Function, EMPTY: CompletionItemKind.Keyword });
      assert.strictEqual((await complete('assi|')).items[0]?.kind, CompletionItemKind.Field);
    });

    it('puts values into quotation marks where they need them, also where some are there', async () => {
      const name = language === 'de' ? 'In Arbeit' : 'In Progress';
      for (const [before, after] of [['', ''], ['"', ''], ["'", ''], ['"', '"']]) {
        const { results } = await complete(`status = ${before}In|${after} AND project = ABC`);
        assert.include(results, `status = "${name}" AND project = ABC`, before);
      }
      assert.include((await complete(`status = ${name.slice(0, -3)}|`)).results, `status = "${name}"`);
      const [item] = (await complete('status = "In|')).items;
      assert.isTrue(item?.filterText.startsWith('"In'));
    });

    it('takes a position of LSP too, and the end where there is none', async () => {
      const jql = 'project = ABC\nAND assi';
      for (const position of [{ line: 1, character: 8 }, undefined]) {
        const { items } = await agent.request('jira/completeJql', { jql, position });
        assert.deepEqual(items[0]?.textEdit, { range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } }, newText: 'assignee' });
      }
    });

    it('finds fields by the names that the user’s language has', async () => {
      const { results } = await complete(language === 'de' ? 'Bearb|' : 'Affects|');
      assert.deepEqual(results, [language === 'de' ? 'assignee' : 'affectedVersion']);
    });

    it('is of this user: what was read is not read again', async () => {
      await complete('assignee = ali|');
      const before = jira.requests.length;
      for (const marked of ['ass|', 'order by |', 'assignee = ali|', 'project = ABC |']) assert.isNotEmpty((await complete(marked)).items);
      assert.lengthOf(jira.requests, before);
    });
  });
}

describe('completing JQL', () => {
  let jira: DisposableJira;
  let agent: Agent;

  beforeEach(async () => {
    jira = await openJira({ profile: '10.3', issues: 5, software: false });
    agent = await startAgent();
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  it('offers what every Jira has while the server is out of reach, and says so', async () => {
    await connectByToken(agent, jira);
    jira.faults.always(/./, 'reset');
    const { items, warnings } = await agent.request('jira/completeJql', { jql: 'assign' });
    assert.strictEqual(items[0]?.label, 'assignee');
    assert.lengthOf(warnings, 1);
  });

  it('knows no sprints where Jira Software is not installed', async () => {
    await connectByToken(agent, jira);
    assert.isEmpty((await agent.request('jira/completeJql', { jql: 'sprint' })).items);
    assert.notInclude((await agent.request('jira/presets', {})).presets.map(({ id }) => id), 'currentSprint');
    await expectError(agent.request('jira/issues', { preset: 'currentSprint' }), 'unsupported');
  });

  it('needs a provider', async () => {
    await expectError(agent.request('jira/completeJql', { jql: '' }), 'unknownProvider');
  });

  it('shows values with marks of HTML as text', async () => {
    await connectByToken(agent, jira);
    const { items } = await agent.request('jira/completeJql', { jql: 'assignee = dave' });
    assert.match(items[0]?.label ?? '', /<Dalton>/);
    assert.notInclude(JSON.stringify(items), '<b>');
  });
});
