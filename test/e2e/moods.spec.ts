/** Jira's moods, by the agent over stdio: busy, starting, cut off, hanging, in German; and what is tried again, and what never. */
import { assert } from 'chai';
import type { ErrorKind } from '../../protocol/errors.ts';
import type { Fault, SeenRequest } from '../jira/index.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { configureOAuth, connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const all = 'ORDER BY key ASC';

/** The requests whose path ends so. */
const seen = ({ requests }: DisposableJira, end: string): SeenRequest[] => requests.filter(({ path }) => path.endsWith(end));

describe('a read is tried again', () => {
  for (const [mood, fault] of [
    ['429 in HTML with `retry-after: 0`', 'rateLimited'],
    ['503 while Jira starts', 'starting'],
    ['503 while Jira reindexes', 'maintenance'],
    ['502 of a proxy', { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<html><h1>502 Bad Gateway</h1></html>' }],
    ['a connection that is cut before the answer', 'reset'],
    ['a connection that is cut in the middle of the answer', 'truncate'],
  ] as const satisfies [string, Fault][]) {
    it(`after ${mood}, signed anew`, async () => {
      await using jira = await openJira({ issues: 20 });
      await using agent = await startAgent();
      await connectByOAuth(agent, jira);
      jira.faults.next('/search', fault, 2);
      const { total, issues } = await agent.request('jira/issues', { jql: all });
      assert.lengthOf(issues, total);
      const tries = seen(jira, '/search');
      assert.lengthOf(tries, 3);
      for (const part of [/oauth_nonce="([^"]+)"/, /oauth_signature="([^"]+)"/]) {
        assert.lengthOf(new Set(tries.map(({ headers }) => part.exec(headers.authorization ?? '')?.[1])), 3, String(part));
      }
      assert.lengthOf(new Set(tries.map(({ query }) => query)), 1);
    });
  }

  it('after a connection that hung, for no longer than `requestTimeout` says', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent({ initializationOptions: { requestTimeout: 1 } });
    await connectByToken(agent, jira);
    jira.faults.next('/search', 'hang');
    assert.notStrictEqual((await agent.request('jira/issues', { jql: all })).total, 0);
    assert.deepEqual(seen(jira, '/search').map(({ aborted }) => aborted), [true, false]);
  });

  it('within a bound: then the last answer is told', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.always('/search', 'starting');
    const { data } = await expectError(agent.request('jira/issues', { jql: all }), 'server', { httpStatus: 503, message: /not available/ });
    assert.match(data.hint ?? '', /Try again/);
    assert.lengthOf(seen(jira, '/search'), 5);
    jira.faults.clear();
    jira.faults.always('/search', 'rateLimited');
    const { data: limited } = await expectError(agent.request('jira/issues', { jql: all }), 'rateLimited', { httpStatus: 429 });
    assert.isAtLeast(limited.retryAfter ?? 0, 1);
  });

  it('never where the answer is a refusal', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    for (const status of [400, 403, 404, 409, 500]) {
      const before = seen(jira, '/search').length;
      jira.faults.next('/search', { status, headers: { 'Content-Type': 'application/json', 'X-AREQUESTID': '1', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["no"],"errors":{}}' });
      await agent.request('jira/issues', { jql: all }).then(() => assert.fail(`${status} is no success`), () => undefined);
      assert.lengthOf(seen(jira, '/search'), before + 1, String(status));
    }
  });
});

describe('an answer that is no answer', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira({ issues: 20 });
    agent = await startAgent({ initializationOptions: { requestTimeout: 1 } });
    await connectByToken(agent, jira);
  });

  afterEach(() => jira.faults.clear());

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  for (const [what, fault, kind, message] of [
    ['JSON that something on its way cut short', { status: 200, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"issues":[{"key":"ABC-1"' }, 'server', /cut off/],
    ['nothing at all', { status: 200, headers: { 'X-AUSERNAME': 'alice' } }, 'server', /no list of issues/],
    ['another kind of JSON', { status: 200, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"issues":{"length":3}}' }, 'server', /no list of issues/],
    ['a redirect to nowhere', { status: 302, headers: { Location: 'mailto:admin@example.com' } }, 'server', /nowhere/],
    ['a bare 500', { status: 500 }, 'server', /failed \(500\)/],
  ] as const satisfies [string, Fault, ErrorKind, RegExp][]) {
    it(`${what} is an error of the kind ${kind}, and no empty list`, async () => {
      jira.faults.always('/search', fault);
      await expectError(agent.request('jira/issues', { jql: all }), kind, { message });
    });
  }

  it('from a server that hangs is `timeout`, for probing too', async () => {
    jira.faults.always('/rest/', 'hang');
    await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl }), 'timeout', { message: /within 1 s/ });
    await expectError(agent.request('jira/issues', { jql: all }), 'timeout');
    assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'unreachable');
  });
});

describe('Jira’s words', () => {
  it('in German are kept, and the kinds are the same', async () => {
    const kinds: unknown[] = [];
    for (const language of ['en', 'de'] as const) {
      await using jira = await openJira({ issues: 20, language });
      await using agent = await startAgent();
      await connectByToken(agent, jira);
      const unknown = await expectError(agent.request('jira/issue', { key: 'ABC-999999' }), 'notFound', { httpStatus: 404 });
      assert.deepEqual(unknown.data.jira?.errorMessages, [language === 'de' ? 'Vorgang existiert nicht' : 'Issue Does Not Exist']);
      assert.include(unknown.message, language === 'de' ? 'Vorgang existiert nicht' : 'Issue Does Not Exist');
      const query = await expectError(agent.request('jira/issues', { jql: 'nonsense = 1' }), 'invalidJql', { httpStatus: 400 });
      assert.isNotEmpty(query.data.jira?.errorMessages);
      kinds.push([unknown.data.kind, query.data.kind]);
    }
    assert.deepEqual(kinds[0], kinds[1]);
  });

  it('in XML, as the platform’s filter has them, are read', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const body = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><status><status-code>403</status-code><message>No access for you.</message></status>';
    jira.faults.always('/search', { status: 403, headers: { 'Content-Type': 'application/xml', 'X-AUSERNAME': 'alice' }, body });
    const { data } = await expectError(agent.request('jira/issues', { jql: all }), 'forbidden', { message: /No access for you/ });
    assert.deepEqual(data.jira?.errorMessages, ['No access for you.']);
  });
});

describe('a write is never sent twice', () => {
  for (const fault of ['reset', 'resetAfter', 'rateLimited', 'starting', 'hang', 'truncate'] as const) {
    it(`a comment: ${fault}`, async () => {
      await using jira = await openJira({ issues: 20 });
      await using agent = await startAgent({ initializationOptions: { requestTimeout: 1 } });
      await connectByToken(agent, jira, 'admin');
      const { issues: [issue] } = await agent.request('jira/issues', { jql: all, limit: 1 });
      jira.faults.always(({ method, url }) => method === 'POST' && (url ?? '').includes('/comment'), fault);
      await agent.request('jira/comment', { key: issue!.key, body: 'Once.' }).catch(() => undefined);
      assert.lengthOf(seen(jira, '/comment').filter(({ method }) => method === 'POST'), 1);
    });

    it(`a request for a token of OAuth: ${fault}`, async () => {
      await using jira = await openJira({ issues: 20 });
      await using agent = await startAgent({ initializationOptions: { requestTimeout: 1 } });
      const { id } = await configureOAuth(agent, jira);
      jira.faults.always('/request-token', fault);
      const kind = { reset: 'offline', resetAfter: 'offline', truncate: 'offline', rateLimited: 'rateLimited', starting: 'server', hang: 'timeout' } as const;
      await expectError(agent.request('jira/authorize', { provider: id }), kind[fault]);
      assert.lengthOf(seen(jira, '/request-token'), 1);
      jira.faults.clear();
      assert.match((await agent.request('jira/authorize', { provider: id })).url, /oauth_token=/);
    });
  }
});

describe('a password that Jira refuses', () => {
  const passwords = ({ requests }: DisposableJira): SeenRequest[] => requests.filter(({ headers }) => headers.authorization?.startsWith('Basic ') === true);

  it('is sent once, with many requests at once too, and never again: also not by the next agent', async () => {
    await using jira = await openJira({ issues: 120, pageCap: 10 });
    await using agent = await startAgent();
    const authentication = { type: 'basic', username: 'alice', password: 'alice' } as const;
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication });
    assert.isAbove((await agent.request('jira/issues', { jql: all, limit: 1000 })).total, 20);
    jira.addUser({ name: 'alice', displayName: 'Alice Archer', password: 'changed by the administrator' });
    const before = passwords(jira).length;
    const answers = Array.from({ length: 20 }, (_, index) => agent.request('jira/issues', { jql: `${all}, created`, limit: index + 1 }));
    await Promise.all(answers.map((answer) => expectError(answer, 'credentialsRejected')));
    assert.lengthOf(passwords(jira), before + 1);
    await using next = await startAgent({ storage: agent.storage });
    for (const each of [agent, next]) await expectError(each.request('jira/issues', {}), 'credentialsRejected', { message: /not tried again/ });
    assert.lengthOf(passwords(jira), before + 1);
    assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'credentialsRejected');
    await agent.request('jira/configure', { provider: provider.id, baseUrl: jira.baseUrl, authentication: { ...authentication, password: 'changed by the administrator' } });
    assert.isAbove((await agent.request('jira/issues', { jql: all })).total, 20);
  });

  it('because of a CAPTCHA is told with what to do, and kept from making it worse', async () => {
    await using jira = await openJira({ issues: 120, pageCap: 10 });
    await using agent = await startAgent();
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: 'alice', password: 'alice' } });
    for (let times = 0; times < 3; times += 1) {
      await fetch(`${jira.baseUrl}/rest/api/2/myself`, { headers: { authorization: `Basic ${Buffer.from('alice:wrong').toString('base64')}` } });
    }
    const before = passwords(jira).length;
    const answers = Array.from({ length: 10 }, () => agent.request('jira/issues', { jql: all, limit: 1000 }));
    await Promise.all(answers.map((answer) => expectError(answer, 'captchaRequired', { message: /CAPTCHA/ })));
    assert.lengthOf(passwords(jira), before + 1);
  });
});

describe('rate limit headers', () => {
  it('steer the pace before the limit is hit: 300 issues by tens through a bucket of five', async () => {
    await using jira = await openJira({ issues: 300, pageCap: 10, rateLimit: { capacity: 5, fillRate: 5, intervalSeconds: 1 } });
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    const { issues } = await agent.request('jira/issues', { jql: all, limit: 1000 });
    assert.lengthOf(issues, 300);
    assert.lengthOf(new Set(issues.map(({ key }) => key)), 300);
    assert.isEmpty(jira.requests.filter(({ status }) => status === 429));
  });
});
