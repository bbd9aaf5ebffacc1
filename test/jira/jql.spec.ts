import { expect } from 'chai';
import { asking, bearer, type Asking } from './asking.ts';
import { startJira, type Jira } from './index.ts';

interface FoundIssue {
  readonly key: string;
  readonly fields: {
    readonly project: { readonly key: string };
    readonly issuetype: { readonly name: string };
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly assignee: { readonly name: string } | null;
    readonly resolution: { readonly name: string } | null;
    readonly priority: { readonly id: string };
    readonly labels: readonly string[];
    readonly summary: string;
    readonly description: string | null;
    readonly created: string;
    readonly updated: string;
    readonly duedate: string | null;
    readonly parent?: { readonly key: string };
    readonly customfield_10102: string | null;
  };
}

type Test = (fields: FoundIssue['fields'], key: string) => boolean;

describe("the honest Jira's JQL", () => {
  let jira: Jira;
  let ask: Asking;
  let all: readonly FoundIssue[];

  before(async () => {
    jira = await startJira({ issues: 600 });
    ask = asking(jira, bearer(jira.createToken('alice')));
    all = await found('');
  });

  after(() => jira.close());

  async function found(jql: string): Promise<readonly FoundIssue[]> {
    const { status, body, text } = await ask('/rest/api/2/search', { method: 'POST', json: { jql, maxResults: 1000 } });
    expect(status, text).to.equal(200);
    return body['issues'] as FoundIssue[];
  }

  async function refused(jql: string, asker = ask): Promise<unknown> {
    const { status, body } = await asker('/rest/api/2/search', { method: 'POST', json: { jql } });
    expect(status, jql).to.equal(400);
    return body['errorMessages'];
  }

  describe('finds what a look at all issues finds', () => {
    const cases: readonly (readonly [string, Test])[] = [
      ['project = ABC', ({ project }) => project.key === 'ABC'],
      ['project = "Website “Überblick”" OR project = abc', ({ project }) => ['WEB', 'ABC'].includes(project.key)],
      ['project in (ABC, "OPS") AND issuetype != Bug', ({ project, issuetype }) => ['ABC', 'OPS'].includes(project.key) && issuetype.name !== 'Bug'],
      ['project not in (BIG, ABC)', ({ project }) => !['BIG', 'ABC'].includes(project.key)],
      ['type = Epic or type = Story and project = WEB', ({ project, issuetype }) => issuetype.name === 'Epic' || (issuetype.name === 'Story' && project.key === 'WEB')],
      ['(type = Epic or type = Story) && project = WEB', ({ project, issuetype }) => ['Epic', 'Story'].includes(issuetype.name) && project.key === 'WEB'],
      ["status = 'In Progress'", ({ status }) => status.name === 'In Progress'],
      ['statusCategory = Done || statusCategory = indeterminate', ({ status }) => ['done', 'indeterminate'].includes(status.statusCategory.key)],
      ['assignee = bob', ({ assignee }) => assignee?.name === 'bob'],
      ['assignee = currentUser()', ({ assignee }) => assignee?.name === 'alice'],
      ['assignee != bob', ({ assignee }) => assignee !== null && assignee.name !== 'bob'],
      ['NOT assignee = bob', ({ assignee }) => assignee !== null && assignee.name !== 'bob'],
      ['assignee is EMPTY', ({ assignee }) => assignee === null],
      ['assignee is not null and !(project = BIG)', ({ assignee, project }) => assignee !== null && project.key !== 'BIG'],
      ['resolution = Unresolved', ({ resolution }) => resolution === null],
      ['resolution in (Done, Unresolved)', ({ resolution }) => resolution === null || resolution.name === 'Done'],
      ['resolution is not EMPTY', ({ resolution }) => resolution !== null],
      ['resolution != Done', ({ resolution }) => resolution !== null && resolution.name !== 'Done'],
      ['priority in (Highest, 2)', ({ priority }) => ['1', '2'].includes(priority.id)],
      ['labels = backend', ({ labels }) => labels.includes('backend')],
      ['labels in ("übersetzung", tech_debt)', ({ labels }) => labels.includes('übersetzung') || labels.includes('tech_debt')],
      ['labels is EMPTY', ({ labels }) => labels.length === 0],
      ['key = abc-7 OR key in (WEB-1, "WEB-2")', (_, key) => ['ABC-7', 'WEB-1', 'WEB-2'].includes(key)],
      ['project = ABC AND key >= ABC-100', ({ project }, key) => project.key === 'ABC' && Number(key.split('-')[1]) >= 100],
      ['parent is not EMPTY', ({ parent }) => parent !== undefined],
      ['"Epic Link" = ABC-1', ({ customfield_10102: epic }) => epic === 'ABC-1'],
      ['cf[10102] is EMPTY', ({ customfield_10102: epic }) => epic === null],
      ['summary ~ "search index"', ({ summary }) => /\bsearch\b/i.test(summary) && /\bindex\b/i.test(summary)],
      ['summary ~ "\\"slow networks\\""', ({ summary }) => /slow networks/i.test(summary)],
      ['summary ~ "transl*"', ({ summary }) => /\btransl/i.test(summary)],
      ['summary !~ login', ({ summary }) => !/\blogin\b/i.test(summary)],
      ['description ~ "\\u0047rö\\u00dfe"', ({ description }) => /größe/i.test(description ?? '')],
      ['description is EMPTY', ({ description }) => description === null],
      ['created >= "2025-01-01" AND created < "2025/02/01"', ({ created }) => created >= '2025-01-01T00:00' && created < '2025-02-01T00:00'],
      ['due <= "2025-03-01"', ({ duedate }) => duedate !== null && duedate <= '2025-03-01'],
      ['due is EMPTY', ({ duedate }) => duedate === null],
      ['filter = 10001', ({ project, issuetype }) => project.key === 'WEB' && issuetype.name === 'Bug'],
      ['created < -1d AND updated <= now()', () => true],
    ];
    for (const [jql, test] of cases) {
      it(jql, async () => {
        const expected = all.filter(({ fields, key }) => test(fields, key)).map(({ key }) => key);
        expect(expected).to.not.be.empty;
        expect((await found(jql)).map(({ key }) => key)).to.have.members(expected);
      });
    }
  });

  it('searches in the past', async () => {
    const keys = async (jql: string): Promise<string[]> => (await found(`${jql} ORDER BY key ASC`)).map(({ key }) => key);
    const done = await keys('status = Done');
    expect(await keys('status CHANGED TO Done')).to.deep.equal(done);
    expect(await keys('status WAS Done')).to.deep.equal(done);
    expect(await keys('status WAS NOT IN (Done, "In Progress") AND status in (Done, "In Progress")')).to.deep.equal([]);
    expect(await keys('status CHANGED FROM Done')).to.deep.equal([]);
    expect(await keys('NOT status CHANGED')).to.deep.equal(await keys('status = "To Do"'));
    const byBob = await keys('status CHANGED BY bob AFTER "2000-01-01"');
    expect(byBob).to.not.be.empty;
    expect(byBob).to.not.have.members(await keys('status CHANGED'));
    expect(await keys('status CHANGED BEFORE "2000-01-01"')).to.deep.equal([]);
    expect(await keys('status CHANGED DURING ("2000-01-01", now())')).to.deep.equal(await keys('status CHANGED'));
  });

  it('reads dates in the zone of the user, and periods from now', async () => {
    const moment = Date.parse('2025-01-15T12:00:00Z');
    jira.changeIssue('ABC-5', { updated: moment });
    const inBogota = asking(jira, bearer(jira.createToken('grace')));
    const total = async (asker: Asking, jql: string): Promise<unknown> =>
      (await asker('/rest/api/2/search', { method: 'POST', json: { jql } })).body['total'];
    const utc = asking(jira, bearer(jira.createToken('carol')));
    const exactly = (time: string): string => `key = ABC-5 AND updated = "2025-01-15 ${time}"`;
    expect([await total(utc, exactly('12:00')), await total(utc, exactly('07:00'))]).to.deep.equal([1, 0]);
    expect([await total(inBogota, exactly('12:00')), await total(inBogota, exactly('07:00'))]).to.deep.equal([0, 1]);
    jira.changeIssue('ABC-5', {});
    expect(await total(utc, 'updated >= -5m')).to.equal(1);
    expect(await total(utc, 'updated >= startOfDay(-1)')).to.equal(1);
    expect(await total(utc, 'updated > endOfDay()')).to.equal(0);
  });

  it('sorts by several fields, the user’s directions or the fields’ own', async () => {
    const sorted = await found('project = WEB ORDER BY priority DESC, created');
    const rank = ({ fields }: FoundIssue): string => `${fields.priority.id} ${9e15 - Date.parse(fields.created)}`;
    expect(sorted.map(rank)).to.deep.equal([...sorted.map(rank)].sort());
    const byKey = await found('order by key asc');
    expect(byKey.slice(0, 3).map(({ key }) => key)).to.deep.equal(['ABC-1', 'ABC-2', 'ABC-3']);
  });

  describe('refuses in the words of Jira', () => {
    const operators = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";
    const cases: readonly (readonly [string, string])[] = [
      ['assignee & bob', `Error in the JQL Query: Expecting operator but got '&'. The valid operators are ${operators}. (line 1, character 10)`],
      ['project', `Error in the JQL Query: Expecting operator before the end of the query. The valid operators are ${operators}.`],
      ["summary ~ 'abc", "Error in the JQL Query: The quoted string 'abc' has not been completed. (line 1, character 11)"],
      ['project = ABC\nAND status = OR', "Error in the JQL Query: Expecting either a value, list or function but got 'OR'. You must surround 'OR' in quotation marks to use it as a value. (line 2, character 14)"],
      ['project =', 'Error in the JQL Query: Expecting either a value, list or function before the end of the query.'],
      ['summary ~ true', "Error in the JQL Query: 'true' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)"],
      ['summary ~ a@b', "Error in the JQL Query: The character '@' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0040' instead. (line 1, character 12)"],
      ['summary ~ "a\\q"', "Error in the JQL Query: '\\q' is an illegal JQL escape sequence. The valid escape sequences are \\', \\\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX. (line 1, character 13)"],
      ['project = ABC status = Done', "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)"],
      ['(project = ABC', "Error in the JQL Query: Expecting ')' before the end of the query."],
      ['AND project = ABC', "Error in the JQL Query: Expecting a field name but got 'AND'. You must surround 'AND' in quotation marks to use it as a field name. (line 1, character 1)"],
      ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
      ['project = SEC AND project = 99999', "A value with ID '99999' does not exist for the field 'project'."],
      ['status = "Nowhere"', "The value 'Nowhere' does not exist for the field 'status'."],
      ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
      ['key = ABC-999', "An issue with key 'ABC-999' does not exist for field 'key'."],
      ['nope = 1', "Field 'nope' does not exist or you do not have permission to view it."],
      ['ORDER BY nope', "Not able to sort using field 'nope'."],
      ['summary ~ "*x"', "Unable to parse the text '*x' for field 'summary'."],
      ['created > soon', "Date value 'soon' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'."],
      ['assignee = somebody()', "Unable to find JQL function 'somebody()'."],
      ['project ~ ABC', "The operator '~' is not supported by the 'project' field."],
      ['summary = x', "The operator '=' is not supported by the 'summary' field."],
      ['summary in test', "The operator 'in' is not supported by the 'summary' field."],
      ['project in ABC', "Operator 'in' does not support the non-list value '\"ABC\"' for field 'project'."],
      ['labels WAS backend', "History searches do not support the 'labels' field."],
      ['status WAS', 'Error in the JQL Query: Expecting either a value, list or function before the end of the query.'],
    ];
    for (const [jql, message] of cases) {
      it(JSON.stringify(jql), async () => {
        expect(await refused(jql)).to.deep.equal([message]);
      });
    }

    it('all that is wrong at once', async () => {
      expect(await refused('project = NOPE AND status = Nowhere')).to.have.lengthOf(2);
    });

    it('what a user may not see as what is not there', async () => {
      const bob = asking(jira, bearer(jira.createToken('bob')));
      expect(await refused('project = SEC', bob)).to.deep.equal(["The value 'SEC' does not exist for the field 'project'."]);
      expect(await refused('key = SEC-1', bob)).to.deep.equal(["An issue with key 'SEC-1' does not exist for field 'key'."]);
    });

    it('in German, too', async () => {
      const german = await startJira({ issues: 5, language: 'de' });
      const own = asking(german, bearer(german.createToken('admin')));
      expect(await refused('project = NOPE', own)).to.deep.equal(["Der Wert 'NOPE' ist für das Feld 'project' nicht vorhanden."]);
      expect(String(await refused('project', own))).to.match(/^Fehler in der JQL-Abfrage: /);
      await german.close();
    });
  });
});
