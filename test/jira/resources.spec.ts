import { expect } from 'chai';
import { asking, basic, bearer, type Answered, type Asking } from './asking.ts';
import { startJira, type Jira } from './index.ts';

type Shape = Record<string, unknown>;

describe("the honest Jira's resources", () => {
  let jira: Jira;
  let ask: Asking;

  before(async () => {
    jira = await startJira({ issues: 300, profile: '9.12' });
    ask = asking(jira, bearer(jira.createToken('admin')));
  });

  after(() => jira.close());

  const post = (path: string, json: unknown): Promise<Answered> => ask(path, { method: 'POST', json });
  const put = (path: string, json: unknown): Promise<Answered> => ask(path, { method: 'PUT', json });
  async function newIssue(): Promise<string> {
    const fields = { project: { key: 'ABC' }, issuetype: { name: 'Task' }, summary: 'New' };
    return String((await post('/rest/api/2/issue', { fields })).body['key']);
  }

  async function fieldsOf(key: string): Promise<Shape> {
    return (await ask(`/rest/api/2/issue/${key}`)).body['fields'] as Shape;
  }

  it('describes the create screen in the way of the version', async () => {
    expect((await ask('/rest/api/2/issue/createmeta?projectKeys=ABC')).body['errorMessages']).to.deep.equal(['Issue Does Not Exist']);
    const types = await ask('/rest/api/2/issue/createmeta/ABC/issuetypes');
    expect(types.body).to.include({ maxResults: 50, startAt: 0, total: 5, isLast: true });
    const fields = await ask('/rest/api/2/issue/createmeta/ABC/issuetypes/10004?maxResults=3');
    expect(fields.body).to.include({ maxResults: 3, isLast: false });
    expect((fields.body['values'] as Shape[])[0]).to.include({ fieldId: 'summary', required: true });
    const old = await startJira({ profile: '8.5', issues: 5 });
    const own = asking(old, basic('admin', 'admin'));
    expect(((await own('/rest/api/2/issue/createmeta?projectKeys=ABC')).body['projects'] as Shape[]).map(({ key }) => key)).to.deep.equal(['ABC']);
    expect((await own('/rest/api/2/issue/createmeta?projectKeys=Operations')).body['projects']).to.deep.equal([]);
    expect((await own('/rest/api/2/issue/createmeta/ABC/issuetypes')).status).to.equal(200);
    await old.close();
  });

  it('lists what administrators defined', async () => {
    for (const name of ['field', 'issuetype', 'priority', 'status', 'resolution', 'statuscategory', 'project']) {
      const { status, body } = await ask(`/rest/api/latest/${name}`);
      expect(status, name).to.equal(200);
      expect(body, name).to.be.an('array').that.is.not.empty;
    }
    expect((await ask('/rest/api/2/status/Done')).body).to.include({ id: '10001' });
    expect((await ask('/rest/api/2/project/NOPE')).body['errorMessages']).to.deep.equal(["No project could be found with key 'NOPE'."]);
    expect((await ask('/rest/api/2/project/WEB/components')).body).to.have.lengthOf(2);
  });

  it('finds users by the beginnings of their names', async () => {
    const names = async (path: string): Promise<unknown[]> => ((await ask(path)).body as unknown as Shape[]).map(({ name }) => name);
    expect(await names('/rest/api/2/user/search?username=%D1%85%D0%B0')).to.deep.equal(['heidi']);
    expect(await names('/rest/api/2/user/search?username=.')).to.include('viewer').and.not.include('ivan');
    expect(await names('/rest/api/2/user/assignable/search?project=SEC&username=')).to.deep.equal(['admin', 'alice']);
    expect((await ask('/rest/api/2/user/search?query=ali')).status).to.equal(400);
  });

  it('helps with completing JQL, names in quotes and HTML where they need it', async () => {
    const { body } = await ask('/rest/api/2/jql/autocompletedata');
    expect(body).to.have.all.keys('visibleFieldNames', 'visibleFunctionNames', 'jqlReservedWords');
    const names = (body['visibleFieldNames'] as Shape[]).map(({ value }) => value);
    expect(names).to.include('assignee').and.include('"Epic Link"');
    const suggested = await ask('/rest/api/2/jql/autocompletedata/suggestions?fieldName=status&fieldValue=in');
    expect(suggested.body['results']).to.deep.equal([
      { value: '"In Progress"', displayName: '<b>In</b> Progress' },
      { value: '"In Review"', displayName: '<b>In</b> Review' },
    ]);
    const user = await ask('/rest/api/2/jql/autocompletedata/suggestions?fieldName=assignee&fieldValue=dave');
    expect(user.text).to.contain('&lt;Dalton&gt;');
  });

  it('picks issues from the history and the current search', async () => {
    const { body } = await ask('/rest/api/2/issue/picker?query=abc-1&currentJQL=project%20%3D%20ABC');
    const sections = body['sections'] as { id: string; issues: Shape[] }[];
    expect(sections.map(({ id }) => id)).to.deep.equal(['hs', 'cs']);
    expect(sections[1]?.issues[0]).to.have.all.keys('key', 'keyHtml', 'img', 'summary', 'summaryText');
    expect(String(sections[1]?.issues[0]?.['keyHtml'])).to.match(/^<b>ABC-1<\/b>/);
  });

  it('gives filters, and the favourites', async () => {
    expect((await ask('/rest/api/2/filter/10001')).body).to.include({ id: '10001', jql: 'project = WEB AND issuetype = Bug ORDER BY priority DESC, key ASC' });
    expect((await ask('/rest/api/2/filter/favourite')).body).to.have.lengthOf(2);
    expect((await ask('/rest/api/2/filter/99999')).status).to.equal(400);
  });

  it('has boards and sprints, and none without Jira Software', async () => {
    expect((await ask('/rest/agile/1.0/board?projectKeyOrId=WEB')).body['values']).to.have.lengthOf(1);
    expect((await ask('/rest/agile/1.0/board/1/sprint?state=active')).body['values']).to.have.nested.property('[0].name', 'ABC Sprint 2, a=b [final]');
    expect((await ask('/rest/agile/1.0/board/2/sprint')).body['errorMessages']).to.deep.equal(['The board does not support sprints']);
    const key = await newIssue();
    expect((await post('/rest/agile/1.0/sprint/2/issue', { issues: [key] })).status).to.equal(204);
    const [sprint] = (await fieldsOf(key))['customfield_10101'] as [string];
    expect(sprint).to.match(/^com\.atlassian\.greenhopper\.service\.sprint\.Sprint@[0-9a-f]+\[id=2,.*name=ABC Sprint 2, a=b \[final\],.*completeDate=<null>,/);
    const found = await ask(`/rest/agile/1.0/sprint/2/issue?jql=key%3D${key}`);
    expect(found.body['issues']).to.have.nested.property('[0].fields.sprint.state', 'active');
    const bare = await startJira({ issues: 5, software: false });
    const answer = await asking(bare, basic('admin', 'admin'))('/rest/agile/1.0/board');
    expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([404, 'text/html;charset=UTF-8']);
    await bare.close();
  });

  it('lets an administrator make an application link, and nobody else', async () => {
    const json = { name: 'Editor', rpcUrl: 'https://editor.invalid', displayUrl: 'https://editor.invalid', typeId: 'generic' };
    const request = { method: 'PUT', json, headers: { Accept: 'application/json' } };
    expect((await asking(jira, basic('bob', 'bob'))('/rest/applinks/latest/applicationlink', request)).status).to.equal(403);
    const made = await ask('/rest/applinks/latest/applicationlink', request);
    const href = (made.body['resources-created'] as { href: string }[])[0]?.href ?? '';
    const consumer = `/rest/applinks-oauth/1.0/applicationlink/${href.split('/').at(-1)}/authentication/consumer`;
    expect((await put(consumer, { key: 'editor', name: 'Editor', publicKey: 'nonsense' })).status).to.equal(400);
  });
});
