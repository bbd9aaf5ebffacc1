import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { startJira, type Jira } from './index.ts';

/*
 * The recordings in `captures/` are under their own licence, which lies beside them; `index.json` tells which request
 * each one answers. In all of them `avatarId` is optional: the recorded types Story and Epic have none.
 */

/** Which request of the emulated Jira stands for which recorded one; others are asked for as they were. */
const own: Readonly<Record<string, string>> = {
  search: '/rest/api/2/search?jql=project+%3D+ABC+ORDER+BY+created+DESC&maxResults=50',
  'issue-default': '/rest/api/2/issue/{full}',
  'issue-expanded': '/rest/api/2/issue/{full}?expand=changelog%2CrenderedFields%2Ctransitions',
  'issue-transitions': '/rest/api/2/issue/{full}/transitions',
  'issue-comments': '/rest/api/2/issue/{full}/comment',
  'issue-worklogs': '/rest/api/2/issue/{full}/worklog',
  'project-detail': '/rest/api/2/project/ABC',
  'project-statuses': '/rest/api/2/project/ABC/statuses',
  'project-components': '/rest/api/2/project/ABC/components',
  'project-versions': '/rest/api/2/project/ABC/versions',
  createmeta: '/rest/api/2/issue/createmeta?projectKeys=ABC&expand=projects.issuetypes.fields',
};

describe('the honest Jira gives the fields and types of a real Jira Software 8.20.7', () => {
  let jira: Jira;
  let authorization: string;
  let full: string;

  before(async () => {
    jira = await startJira({ profile: '8.20', contextPath: '' });
    authorization = `Bearer ${jira.createToken('admin')}`;
    full = await fullIssue();
  });

  after(() => jira.close());

  const requests = read('index') as Record<string, { path: string; status: number }>;
  for (const [name, { path, status }] of Object.entries(requests)) {
    it(`${name}: GET ${path}`, async () => {
      const answer = await get((own[name] ?? path).replace('{full}', full));
      expect(answer.status).to.equal(status);
      const missing = differences(read(name), await answer.json());
      expect(missing.filter((line) => !line.endsWith('avatarId is missing'))).to.deep.equal([]);
    });
  }

  it('invents no field: what the recorded issue and user have not, is *Flagged* alone', async () => {
    const given = await (await get(`/rest/api/2/issue/${full}`)).json();
    expect(differences(given, read('issue-default'))).to.deep.equal(['fields.customfield_10112 is missing']);
    expect(differences(await (await get('/rest/api/2/myself')).json(), read('myself'))).to.deep.equal([]);
  });

  it('has no field in an issue that `/field` does not know, `parent` apart', async () => {
    const known = ((await (await get('/rest/api/2/field')).json()) as { id: string }[]).map(({ id }) => id);
    const { fields } = (await (await get(`/rest/api/2/issue/${full}`)).json()) as { fields: object };
    expect(Object.keys(fields).filter((id) => id !== 'parent' && !known.includes(id))).to.deep.equal([]);
  });

  it('notices a field that is missing and one of another type', () => {
    const recorded = { a: 1, b: { c: 'text', d: null }, e: [{ f: true }] };
    expect(differences(recorded, { a: '1', b: { d: 2 }, e: [{ f: true }, {}] })).to.have.members([
      'a is string, was number',
      'b.c is missing',
      'e[].f is missing',
    ]);
  });

  async function get(path: string): Promise<Response> {
    return fetch(jira.baseUrl + path, { headers: { Accept: 'application/json', Authorization: authorization } });
  }

  /** Makes an issue that has all that the recorded one had: a comment, logged work, and a change. */
  async function fullIssue(): Promise<string> {
    const post = async (path: string, body: unknown): Promise<Response> =>
      fetch(jira.baseUrl + path, {
        method: 'POST',
        headers: { Authorization: authorization, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const fields = { project: { key: 'ABC' }, issuetype: { name: 'Task' }, summary: 'Full', description: 'h2. Context' };
    const { key } = (await (await post('/rest/api/2/issue', { fields })).json()) as { key: string };
    await post(`/rest/api/2/issue/${key}/comment`, { body: 'A comment.' });
    await post(`/rest/api/2/issue/${key}/worklog`, { timeSpent: '1h 30m', comment: 'Work.' });
    await post(`/rest/api/2/issue/${key}/transitions`, { transition: { id: '21' } });
    return key;
  }
});

/**
 * What of a recorded answer is missing in another, or has another type. Null stands for any type; each item of an
 * array must have what every item of the recorded array has.
 */
function differences(recorded: unknown, given: unknown, path = ''): string[] {
  if (recorded === null || given === null) return [];
  if (Array.isArray(recorded) && Array.isArray(given)) {
    const [first] = recorded as unknown[];
    return first === undefined ? [] : [...new Set(given.flatMap((item) => differences(inAll(recorded), item, `${path}[]`)))];
  }
  const [was, is] = [kindOf(recorded), kindOf(given)];
  if (was !== is) return [`${path} is ${is}, was ${was}`];
  if (was !== 'object') return [];
  return Object.entries(recorded as object).flatMap(([name, value]) => {
    const below = path === '' ? name : `${path}.${name}`;
    const other = (given as Record<string, unknown>)[name];
    return other === undefined ? [`${below} is missing`] : differences(value, other, below);
  });
}

/** What all items of an array have in common. */
function inAll(items: readonly unknown[]): unknown {
  return items.reduce((common, item) => {
    if (kindOf(common) !== 'object' || kindOf(item) !== 'object') return common;
    const names = Object.keys(common as object).filter((name) => name in (item as object));
    return Object.fromEntries(
      names.map((name) => [name, inAll([(common as Record<string, unknown>)[name], (item as Record<string, unknown>)[name]])]),
    );
  });
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`captures/${name}.json`, import.meta.url), 'utf8'));
}
