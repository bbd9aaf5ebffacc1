/** A Jira whose answers hold values that act, or that no program can take, on their way to clients and into the store. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { type Attack, connect, hostileIssue, sendJson, startHostileJira } from '../support/hostile-jira.ts';
import { configureOAuth, openJira } from '../support/jira.ts';
import { Browser } from '../jira/browser.ts';

/** What acts on a terminal, an editor or an eye, in the midst of what does not. */
const wicked = '\x1b[2J\x1b]0;title\x07 a\x9b31mb \u202egnp.exe\u2066\u0000\b\r\n\u{e0041}\ud83d <img src=x onerror=alert(1)> [link](command:evil) ';
const harmless = '[2J]0;title a31mb gnp.exe \ufffd <img src=x onerror=alert(1)> [link](command:evil)';
const acting = /[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/u;

const wickedUser = { name: wicked, key: wicked, displayName: wicked, emailAddress: wicked, avatarUrls: { '48x48': 'javascript:alert(1)' } };
const wickedFields = {
  summary: wicked,
  issuetype: { name: wicked, subtask: false, iconUrl: 'command:evil' },
  status: { name: wicked, statusCategory: { key: wicked } },
  priority: { name: wicked },
  assignee: wickedUser,
  reporter: wickedUser,
  project: { key: wicked, name: wicked },
  labels: [wicked, 7, null],
  duedate: wicked,
  parent: { key: wicked },
};

const serverInfo = { version: '9.12.4', versionNumbers: [9, 12, 4], deploymentType: 'Server', buildNumber: 912004, serverTitle: 'Jira' };

/** Answers of some paths, in the place of Jira's own. */
function answering(values: Readonly<Record<string, unknown>>): Attack {
  return ({ url = '' }, response) => {
    const path = url.split('?')[0]!;
    return path in values ? sendJson(response, values[path], 'mia') : false;
  };
}

/** Every text in a value, the names of members included. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    yield name;
    yield* textsIn(member);
  }
}

function assertHarmless(agent: Agent): void {
  for (const frame of agent.frames) for (const text of textsIn(frame)) assert.notMatch(text, acting);
  assert.notMatch(agent.stderr, acting);
}

describe('a text that acts', () => {
  it('is harmless in every member of an issue', async () => {
    await using jira = await startHostileJira(answering({ '/rest/api/2/search': { issues: [hostileIssue(wickedFields)], total: 1, warningMessages: [wicked] } }));
    await using agent = await startAgent();
    await connect(agent, jira);
    const { issues, warnings } = await agent.request('jira/issues', { jql: 'order by key' });
    const issue = issues[0]!;
    assert.strictEqual(issue.summary, harmless);
    assert.deepEqual([issue.type.name, issue.status.name, issue.priority?.name, issue.assignee?.displayName, issue.project.name, issue.labels[0], warnings[0]], Array.from({ length: 7 }, () => harmless));
    assert.deepEqual([issue.type.iconUrl, issue.assignee?.avatarUrl, issue.status.category], [undefined, undefined, 'undefined']);
    assertHarmless(agent);
  });

  it('is harmless in the server’s title and version, the user, and every notification of them', async () => {
    await using jira = await startHostileJira(answering({ '/rest/api/2/serverInfo': { ...serverInfo, version: `9.12.4${wicked}`, serverTitle: wicked, baseUrl: wicked }, '/rest/api/2/myself': wickedUser }));
    await using agent = await startAgent();
    const { warnings } = await agent.request('jira/probe', { baseUrl: jira.baseUrl });
    assert.isTrue(warnings.some((warning) => warning.includes(harmless)));
    const provider = await connect(agent, jira);
    assert.deepEqual([provider.name, provider.user?.displayName], [harmless, harmless]);
    await agent.waitFor('jira/providersChanged');
    await agent.request('jira/doctor', {});
    assertHarmless(agent);
  });

  for (const [what, status, body, contentType] of [
    ['JSON', 400, JSON.stringify({ errorMessages: [wicked], errors: { [wicked]: wicked, list: [wicked] } }), 'application/json'],
    ['JSON of plugins', 403, JSON.stringify({ message: wicked }), 'application/json'],
    ['XML', 500, `<?xml version="1.0"?><status><message>${wicked.replaceAll('<', '&lt;')}</message></status>`, 'application/xml'],
    ['OAuth', 401, `oauth_problem=${encodeURIComponent(wicked.toWellFormed())}&oauth_problem_advice=${encodeURIComponent(wicked.toWellFormed())}`, 'text/plain'],
    ['HTML', 200, `<html><title>${wicked}</title>`, 'text/html'],
  ] as const) {
    it(`is harmless in the words of an error in ${what}`, async () => {
      await using jira = await startHostileJira(({ url = '' }, response) => {
        if (!url.startsWith('/rest/api/2/search')) return false;
        response.writeHead(status, { 'content-type': contentType, 'x-ausername': 'mia' }).end(body);
      });
      await using agent = await startAgent();
      await connect(agent, jira);
      const failure = await agent.request('jira/issues', {}).then(() => assert.fail('an error is due'), (error: Error) => error);
      assert.isAbove(failure.message.length, 10);
      assertHarmless(agent);
    });
  }

  it('is as Jira gave it in the extra fields that were asked for', async () => {
    const raw = { value: wicked.toWellFormed(), list: [{ a: null }, 1e300, wicked.toWellFormed()] };
    await using jira = await startHostileJira(answering({ '/rest/api/2/search': { issues: [hostileIssue({ customfield_1: raw })], total: 1 } }));
    await using agent = await startAgent();
    await connect(agent, jira);
    const { issues } = await agent.request('jira/issues', { fields: ['customfield_1', 'customfield_2'] });
    assert.deepEqual(issues[0]?.fields, { customfield_1: raw });
  });
});

describe('a value that no program can take', () => {
  it('in serverInfo is left out or cut, and the store stays readable', async () => {
    for (const info of [
      { ...serverInfo, buildNumber: 1e300, versionNumbers: [9, 1e300, 'x', null, 0.5, -1] },
      { ...serverInfo, buildNumber: -0.5, versionNumbers: Array.from({ length: 10_000 }, () => 20) },
      { ...serverInfo, versionNumbers: undefined, version: '9'.repeat(1_000_000), serverTitle: 'x'.repeat(10_000_000) },
      { ...serverInfo, version: '9.12.4', serverTitle: ['a'], deploymentType: {}, buildNumber: '7', baseUrl: '/'.repeat(1_000_000) + 'x' },
    ]) {
      await using jira = await startHostileJira(answering({ '/rest/api/2/serverInfo': info, '/rest/api/2/myself': { name: 'x'.repeat(1_000_000) } }));
      await using agent = await startAgent();
      const provider = await connect(agent, jira);
      assert.isBelow(JSON.stringify(provider).length, 2000);
      await using another = await startAgent({ storage: agent.storage });
      assert.deepEqual((await another.request('jira/providers', {})).providers, [provider]);
    }
  });

  it('as the life of an OAuth token is taken for one that Jira does not tell', async () => {
    for (const life of ['1e300', '-1', 'x', 'Infinity']) {
      await using jira = await openJira();
      await using agent = await startAgent();
      const { id } = await configureOAuth(agent, jira);
      const { authorization, url } = await agent.request('jira/authorize', { provider: id, redirect: 'oob' });
      const { verifier } = await new Browser().authorize(url, { user: 'alice' });
      jira.faults.next('/oauth/access-token', { status: 200, body: `oauth_token=abc&oauth_token_secret=def&oauth_expires_in=${life}` });
      jira.faults.next('/rest/api/2/myself', { status: 200, headers: { 'X-AUSERNAME': 'alice' }, body: JSON.stringify({ name: 'alice' }) });
      const { provider } = await agent.request('jira/completeAuthorization', { authorization, verifier });
      assert.deepEqual([provider.state, provider.authentication.expiresAt], ['connected', undefined]);
    }
  });

  for (const [what, fields] of [
    ['a time before and after all others', { created: '+275760-09-13T00:00:00.000+0000', updated: '-000001-01-01T00:00:00.000+0000' }],
    ['times that are none', { created: 5, updated: 'yesterday' }],
    ['members of other kinds', { summary: 7, issuetype: 'x', status: null, project: [], labels: 'x', assignee: [], priority: 3, parent: 'x' }],
    ['names of an object’s own', { summary: '__proto__', project: { key: 'constructor', name: 'toString' }, labels: ['__proto__'] }],
  ] as const) {
    it(`in an issue: ${what}`, async () => {
      await using jira = await startHostileJira(answering({ '/rest/api/2/search': { issues: [hostileIssue(fields)], total: 1 } }));
      await using agent = await startAgent();
      await connect(agent, jira);
      assert.lengthOf((await agent.request('jira/issues', {})).issues, 1, 'and it is as the protocol has it');
    });
  }

  for (const [what, page] of [
    ['no list', { issues: {}, total: 1 }],
    ['a total below zero', { issues: [], total: -1 }],
    ['a total of a half', { issues: [], total: 0.5 }],
    ['a total beyond all numbers', { issues: [], total: 1e300 }],
    ['issues that are none', { issues: [null], total: 1 }],
    ['an issue whose key is a number', { issues: [{ id: '1', key: 7 }], total: 1 }],
  ] as const) {
    it(`as a page of a list: ${what} is an error of the server`, async () => {
      await using jira = await startHostileJira(answering({ '/rest/api/2/search': page }));
      await using agent = await startAgent();
      await connect(agent, jira);
      await expectError(agent.request('jira/issues', {}), 'server');
    });
  }

  it('as an extra field that is nested too deep is an error of the server, also where pages are streamed', async () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    const body = JSON.stringify({ issues: [hostileIssue({ customfield_1: 'DEEP' })], total: 1 }).replace('"DEEP"', deep);
    await using jira = await startHostileJira(({ url = '' }, response) => {
      if (!url.startsWith('/rest/api/2/search')) return false;
      response.writeHead(200, { 'content-type': 'application/json', 'x-ausername': 'mia' }).end(body);
    });
    await using agent = await startAgent();
    await connect(agent, jira);
    for (const token of [undefined, 'pages']) {
      await expectError(agent.request('jira/issues', { fields: ['customfield_1'], partialResultToken: token }), 'server', { message: /customfield_1 is nested deeper/ });
    }
  });

  it('more issues than were asked for are left out, and none is given twice', async () => {
    const issues = Array.from({ length: 500 }, (_, index) => hostileIssue({}, (index % 100) + 1));
    await using jira = await startHostileJira(answering({ '/rest/api/2/search': { issues, total: 1_000_000 } }));
    await using agent = await startAgent();
    await connect(agent, jira);
    assert.lengthOf((await agent.request('jira/issues', { limit: 5 })).issues, 5);
    assert.lengthOf((await agent.request('jira/issues', { limit: 600 })).issues, 100);
  });

  for (const headers of [{ 'retry-after': '1e300' }, { 'retry-after': 'Infinity' }, { 'x-ratelimit-interval-seconds': '1e300' }] as const) {
    it(`as a time to wait: 429 with ${JSON.stringify(headers)} is told within bounds`, async () => {
      await using jira = await startHostileJira(({ url = '' }, response) => {
        if (!url.startsWith('/rest/api/2/search')) return false;
        response.writeHead(429, { ...headers, 'x-ausername': 'mia' }).end();
      });
      await using agent = await startAgent();
      await connect(agent, jira);
      const { data } = await expectError(agent.request('jira/issues', {}), 'rateLimited');
      assert.isAtLeast(data.retryAfter ?? 0, 1);
      assert.isAtMost(data.retryAfter ?? Infinity, 86_400);
    });
  }
});

describe('an attachment of a hostile Jira', () => {
  const names = ['../../../../../../tmp/evil', '..\\..\\evil.exe', '/etc/passwd', '.bashrc', '..', '', 'CON', `${'x'.repeat(5000)}.txt`, `a${wicked}.sh`, 'C:evil', 'evil\u0000.txt'];

  it('is kept below the folder for attachments, whatever its name is, for its owner alone', async () => {
    let name = '';
    await using jira = await startHostileJira(({ url = '' }, response) => {
      if (url.startsWith('/secure/attachment/')) response.writeHead(200, { 'x-ausername': 'mia' }).end('content');
      else if (url.startsWith('/rest/api/2/issue/ABC-1')) sendJson(response, hostileIssue({ attachment: [{ id: '1', filename: name, size: 7, content: 'https://evil.example/x', created: '2026-08-14T11:32:13.465+0000' }] }), 'mia');
      else return false;
    });
    await using agent = await startAgent();
    await connect(agent, jira);
    for (name of names) {
      const { uri } = (await agent.request('jira/attachment', { key: 'ABC-1', id: '1' })) as { uri: string };
      const file = fileURLToPath(uri);
      assert.isTrue(file.startsWith(join(agent.storage, 'attachments')), file);
      assert.strictEqual(file, resolve(file));
      assert.isFalse(basename(file).startsWith('.'));
      assert.strictEqual(await readFile(file, 'utf8'), 'content');
      assert.strictEqual((await stat(file)).mode & 0o777, 0o600);
    }
    assertHarmless(agent);
  });

  it('is fetched from no other origin, and is no file where it has another size', async () => {
    let redirect = false;
    await using elsewhere = await startHostileJira(() => false);
    await using jira = await startHostileJira(({ url = '' }, response) => {
      if (url.startsWith('/secure/attachment/') && redirect) response.writeHead(302, { location: `${elsewhere.baseUrl}${url}` }).end();
      else if (url.startsWith('/secure/attachment/')) response.writeHead(200, { 'x-ausername': 'mia' }).end('x'.repeat(100));
      else if (url.startsWith('/rest/api/2/issue/ABC-1')) sendJson(response, hostileIssue({ attachment: [{ id: '1', filename: 'a', size: 7, content: `${elsewhere.baseUrl}/x` }, { id: '2', filename: 'b', size: 1e300 }, { id: '3', filename: 'c', size: -1 }] }), 'mia');
      else return false;
    });
    await using agent = await startAgent();
    await connect(agent, jira);
    for (const id of ['1', '2', '3']) await expectError(agent.request('jira/attachment', { key: 'ABC-1', id }), 'server');
    redirect = true;
    await expectError(agent.request('jira/attachment', { key: 'ABC-1', id: '1' }), 'loginPage');
    assert.deepEqual(elsewhere.received, []);
  });
});
