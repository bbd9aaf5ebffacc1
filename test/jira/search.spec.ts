import { expect } from 'chai';
import { asking, bearer, type Answered, type Asking } from './asking.ts';
import { startJira, type Jira } from './index.ts';

describe("the honest Jira's search", () => {
  let jira: Jira;
  let ask: Asking;

  before(async () => {
    jira = await startJira({ issues: 700, pageCap: 100, profile: '9.12' });
    ask = asking(jira, bearer(jira.createToken('admin')));
  });

  after(() => jira.close());

  interface FoundIssue {
    readonly key: string;
    readonly fields: Record<string, unknown>;
  }

  const search = (query: Record<string, string | number>): Promise<Answered> =>
    ask(`/rest/api/2/search?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`);

  const issuesOf = ({ body }: Answered): readonly FoundIssue[] => body['issues'] as FoundIssue[];

  it('gives 50 issues unless told otherwise, the newest key first', async () => {
    const answer = await search({ jql: 'project = ABC' });
    expect(answer.body).to.include({ startAt: 0, maxResults: 50, total: 130, expand: 'schema,names' });
    expect(issuesOf(answer).map(({ key }) => key).slice(0, 3)).to.deep.equal(['ABC-130', 'ABC-129', 'ABC-128']);
  });

  it('cuts a page at the cap, and says so', async () => {
    const answer = await search({ jql: '', maxResults: 1000 });
    expect(answer.body).to.include({ maxResults: 100, total: 700 });
    expect(issuesOf(answer)).to.have.lengthOf(100);
  });

  it('just counts for maxResults 0', async () => {
    const { body } = await search({ jql: 'project = WEB', maxResults: 0 });
    expect(body).to.deep.include({ total: 200, issues: [] });
  });

  it('pages through everything, each issue once', async () => {
    const keys: string[] = [];
    for (let startAt = 0; startAt < 700; startAt += 100) {
      keys.push(...issuesOf(await search({ jql: 'ORDER BY created ASC, key ASC', startAt, maxResults: 100, fields: 'summary' })).map(({ key }) => key));
    }
    expect(new Set(keys).size).to.equal(700);
    expect(issuesOf(await search({ jql: '', startAt: 700 }))).to.deep.equal([]);
  });

  it('answers POST as it does GET', async () => {
    const json = { jql: 'key = ABC-3', fields: ['summary'], expand: ['names'], maxResults: 2 };
    const posted = await ask('/rest/api/2/search', { method: 'POST', json });
    expect(posted.text).to.equal((await search({ jql: 'key = ABC-3', fields: 'summary', expand: 'names', maxResults: 2 })).text);
    expect(posted.body['names']).to.deep.equal({ summary: 'Summary' });
  });

  it('cuts dates down to seconds, where an issue by itself has milliseconds', async () => {
    const [found] = issuesOf(await search({ jql: 'key = ABC-3', fields: 'updated' }));
    const { body } = await ask('/rest/api/2/issue/ABC-3?fields=updated');
    const updated = String((body['fields'] as Record<string, unknown>)['updated']);
    expect(found?.fields['updated']).to.match(/T\d\d:\d\d:\d\d\.000\+0000$/);
    expect(updated.slice(0, 19)).to.equal(String(found?.fields['updated']).slice(0, 19));
  });

  it('selects fields: navigable ones, all, some, and all but some; unknown ones are passed over', async () => {
    const fieldsFor = async (fields?: string): Promise<string[]> =>
      Object.keys(issuesOf(await search({ jql: 'key = ABC-3', ...(fields !== undefined && { fields }) }))[0]?.fields ?? {});
    expect(await fieldsFor()).to.include('description').and.not.include('comment').and.not.include('timetracking');
    expect(await fieldsFor('*all')).to.include('comment').and.include('worklog');
    expect(await fieldsFor('summary,status,nonsense')).to.have.members(['summary', 'status']);
    expect(await fieldsFor('*all,-comment')).to.include('worklog').and.not.include('comment');
    expect(await fieldsFor('-description')).to.include('summary').and.not.include('description');
  });

  it('refuses what is wrong, and with validateQuery=warn warns instead', async () => {
    const message = "The value 'NOPE' does not exist for the field 'project'.";
    const refused = await search({ jql: 'project = NOPE' });
    expect([refused.status, refused.body]).to.deep.equal([400, { errorMessages: [message], errors: {} }]);
    for (const validateQuery of ['warn', 'false']) {
      const warned = await search({ jql: 'project = NOPE', validateQuery });
      expect(warned.body).to.deep.include({ total: 0, warningMessages: [message] });
    }
    expect((await search({ jql: 'project =', validateQuery: 'warn' })).status).to.equal(400);
  });

  it('shows a write at once in the issue, and in the search after the lag of the index', async () => {
    const slow = await startJira({ issues: 20, indexLag: 3_600_000 });
    const own = asking(slow, bearer(slow.createToken('admin')));
    await own('/rest/api/2/issue/ABC-1', { method: 'PUT', json: { fields: { summary: 'Entirely new' } } });
    const issue = await own('/rest/api/2/issue/ABC-1?fields=summary');
    expect(issue.body['fields']).to.deep.equal({ summary: 'Entirely new' });
    const jql = encodeURIComponent('summary ~ "entirely"');
    expect((await own(`/rest/api/2/search?jql=${jql}`)).body).to.include({ total: 0 });
    slow.setClockOffset(3601);
    expect((await own(`/rest/api/2/search?jql=${jql}`)).body).to.include({ total: 1 });
    await slow.close();
  });

  it('refuses to look beyond the window of the search platform', async () => {
    const limited = await startJira({ issues: 20, searchWindow: 100, profile: '11.3' });
    const own = asking(limited, bearer(limited.createToken('admin')));
    expect((await own('/rest/api/2/search?startAt=50&maxResults=50')).status).to.equal(200);
    const beyond = await own('/rest/api/2/search?startAt=51&maxResults=50');
    expect(beyond.status).to.equal(500);
    expect(String(beyond.body['errorMessages'])).to.contain('Search limit exceeded.').and.contain('the search platform limit of 100');
    expect((await own('/rest/api/2/searchLimits/maxResultWindow')).text).to.equal('100');
    await limited.close();
  });

  it('knows none of the resources of Jira Cloud', async () => {
    for (const path of ['/rest/api/3/search', '/rest/api/2/search/jql', '/rest/api/2/project/search', '/rest/api/2/filter/search']) {
      expect((await ask(path)).status, path).to.equal(404);
    }
  });

  it('gives the same data every time', async () => {
    const other = await startJira({ issues: 700 });
    const own = asking(other, bearer(other.createToken('admin')));
    const path = '/rest/api/2/search?jql=ORDER+BY+key&startAt=300&fields=summary,assignee,updated,description,labels';
    const without = ({ body }: Answered): string => JSON.stringify(body['issues']).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '');
    expect(without(await own(path))).to.equal(without(await ask(path)));
    await other.close();
  });
});
