import { expect } from 'chai';
import { asking, bearer, type Answered, type Asking } from './asking.ts';
import { status } from './data/catalogue.ts';
import { startJira, type Jira } from './index.ts';

describe("the honest Jira's links, watchers, history and screens", () => {
  let jira: Jira;
  let ask: Asking;

  before(async () => {
    jira = await startJira({ issues: 200, profile: '9.12' });
    ask = asking(jira, bearer(jira.createToken('alice')));
  });

  after(() => jira.close());

  const send = (method: string, path: string, json?: unknown): Promise<Answered> => ask(`/rest/api/2${path}`, { method, ...(json !== undefined && { json }) });

  it('link the issue called inwardIssue by the outward relation, once, and on both sides', async () => {
    const json = { type: { name: 'Blocks' }, inwardIssue: { key: 'ABC-1' }, outwardIssue: { key: 'ABC-2' } };
    for (let times = 0; times < 2; times += 1) {
      const { status: code, text } = await send('POST', '/issueLink', json);
      expect([code, text]).to.deep.equal([201, '']);
    }
    const linksOf = async (key: string) => ((await ask(`/rest/api/2/issue/${key}?fields=issuelinks`)).body['fields'] as { issuelinks: Record<string, { key?: string }>[] }).issuelinks;
    const [outward, inward] = [await linksOf('ABC-1'), await linksOf('ABC-2')];
    expect(outward.filter(({ outwardIssue }) => outwardIssue?.key === 'ABC-2')).to.have.length(1);
    expect(inward.filter(({ inwardIssue }) => inwardIssue?.key === 'ABC-1')).to.have.length(1);
    expect((await send('POST', '/issueLink', { ...json, type: { name: 'Nope' } })).status).to.equal(404);
    expect((await send('POST', '/issueLink', { ...json, outwardIssue: { key: 'ABC-1' } })).status).to.equal(400);
  });

  it('let a user watch, and others only by an administrator', async () => {
    jira.changeIssue('ABC-3', { watchers: [] });
    expect((await send('POST', '/issue/ABC-3/watchers', 'alice')).status).to.equal(204);
    expect((await send('POST', '/issue/ABC-3/watchers')).status).to.equal(204);
    expect((await ask('/rest/api/2/issue/ABC-3/watchers')).body).to.include({ isWatching: true, watchCount: 1 });
    expect((await send('POST', '/issue/ABC-3/watchers', 'bob')).status).to.equal(401);
    expect((await send('DELETE', '/issue/ABC-3/watchers?username=alice')).status).to.equal(204);
    expect((await send('DELETE', '/issue/ABC-3/watchers')).status).to.equal(400);
    expect(jira.issue('ABC-3').watchers).to.deep.equal([]);
  });

  it('drop a comment of a transition whose screen has no field for it, and say nothing', async () => {
    const move = (id: string) => send('POST', '/issue/ABC-4/transitions', { transition: { id }, update: { comment: [{ add: { body: 'Hello' } }] } });
    jira.changeIssue('ABC-4', { status: status('To Do'), details: { comments: [] } });
    expect((await move('21')).status).to.equal(204);
    expect(jira.issue('ABC-4').details().comments).to.deep.equal([]);
    jira.changeIssue('ABC-4', { status: status('In Review') });
    expect((await move('61')).status).to.equal(204);
    expect(jira.issue('ABC-4').details().comments.map(({ body }) => body)).to.deep.equal(['Hello']);
  });

  it('remember what a user looked at, where the client says so', async () => {
    for (const [key, opened] of [['ABC-1', 'true'], ['ABC-5', 'false'], ['WEB-1', 'true'], ['ABC-1', 'true']] as const) {
      await ask(`/rest/api/2/issue/${key}?updateHistory=${opened}`);
    }
    const query = encodeURIComponent('issuekey in issueHistory() ORDER BY lastViewed DESC');
    const { issues } = (await ask(`/rest/api/2/search?fields=summary&jql=${query}`)).body as { issues: { key: string }[] };
    expect(issues.map(({ key }) => key)).to.deep.equal(['ABC-1', 'WEB-1']);
  });

  it('insist on the fields of administrators, and check their values', async () => {
    jira.addCustomField({ id: 'customfield_12000', name: 'Colour', required: true, types: ['Story'], schema: { type: 'option', custom: 'x:select' }, options: [{ id: '1', value: 'Red' }] });
    const create = (value: unknown) => send('POST', '/issue', { fields: { project: { key: 'ABC' }, issuetype: { name: 'Story' }, summary: 'S', customfield_12000: value } });
    expect((await create(null)).body['errors']).to.deep.equal({ customfield_12000: 'Colour is required.' });
    expect((await create('Red')).body['errors']).to.deep.equal({ customfield_12000: 'expected Object' });
    expect((await create({ value: 'Blue' })).body['errors']).to.deep.equal({ customfield_12000: "Option value 'Blue' is not valid" });
    const { status: code, body } = await create({ id: '1' });
    expect(code).to.equal(201);
    const { fields } = (await ask(`/rest/api/2/issue/${String(body['key'])}`)).body as { fields: Record<string, unknown> };
    expect(fields['customfield_12000']).to.deep.equal({ value: 'Red', id: '1' });
  });
});
