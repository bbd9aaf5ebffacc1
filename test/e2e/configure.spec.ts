/** Configuring a provider: from a pasted address to a stored provider, and nothing half-way. */
import { assert } from 'chai';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expectError, startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';

describe('the address of Jira', () => {
  for (const [contextPath, write] of [
    ['/Jira', (base: string) => `${base}/browse/ABC-1`],
    ['/Jira', (base: string) => base.replace('127.0.0.1', 'LOCALHOST').replace('http', 'HTTP')],
    ['/Jira', (base: string) => `${base}/`],
    ['/jira', (base: string) => base.replace(/^http:\/\//, '')],
    ['/jira', (base: string) => `  <${base}/secure/Dashboard.jspa?selectPageId=10100#frag>\n`],
    ['/projects', (base: string) => `${base}/projects/ABC/issues/ABC-1?filter=allopenissues`],
    ['/a/b', (base: string) => `${base}/not/a/page/of/Jira`],
    ['', (base: string) => `${base}/browse/ABC-1?focusedCommentId=1`],
  ] as const) {
    const shown = write(`http://127.0.0.1:PORT${contextPath}`).trim();
    it(`${shown} leads to the base ${contextPath || '/'}`, async () => {
      await using jira = await openJira({ contextPath });
      await using agent = await startAgent();
      const address = write(jira.baseUrl);
      const probed = await agent.request('jira/probe', { baseUrl: address });
      const expected = /localhost/i.test(address) ? jira.baseUrl.replace('127.0.0.1', 'localhost') : jira.baseUrl;
      assert.strictEqual(probed.baseUrl, expected);
      assert.strictEqual(probed.server.version.split('.')[0], '9');
      const token = jira.createToken('alice');
      const { provider } = await agent.request('jira/configure', { baseUrl: address, authentication: { type: 'token', token } });
      assert.strictEqual(provider.baseUrl, expected);
    });
  }

  it('follows a redirect of the same host to the context path, and asks nothing of another host', async () => {
    await using jira = await openJira({ contextPath: '/jira' });
    await using agent = await startAgent();
    const origin = new URL(jira.baseUrl).origin;
    jira.faults.always(/^\/rest/, { status: 302, headers: { Location: `${jira.baseUrl}/rest/api/2/serverInfo` } });
    assert.strictEqual((await agent.request('jira/probe', { baseUrl: origin })).baseUrl, jira.baseUrl);
    jira.faults.clear();
    jira.faults.always(/rest/, { status: 302, headers: { Location: 'https://sso.example.com/rest/api/2/serverInfo' } });
    await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl }), 'loginPage', { message: /sso\.example\.com/ });
  });

  it('that is not one of Jira is told so', async () => {
    const server = createServer((_request, response) => response.end('{"hello":"world"}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await using agent = await startAgent();
    const { port } = server.address() as AddressInfo;
    await expectError(agent.request('jira/probe', { baseUrl: `http://127.0.0.1:${port}` }), 'notJira');
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    await expectError(agent.request('jira/probe', { baseUrl: `http://127.0.0.1:${port}` }), 'offline');
  });
});

describe('the ways in', () => {
  for (const [profile, recommended, supported] of [
    ['8.5', 'oauth1', { token: false, oauth1: true, basic: true }],
    ['8.20', 'token', { token: true, oauth1: true, basic: true }],
    ['9.12', 'token', { token: true, oauth1: true, basic: true }],
    ['10.3', 'token', { token: true, oauth1: true, basic: true }],
    ['11.3', 'token', { token: true, oauth1: true, basic: false }],
  ] as const) {
    it(`of Jira ${profile}: ${recommended} is recommended`, async () => {
      await using jira = await openJira({ profile });
      await using agent = await startAgent();
      const { authentication, server } = await agent.request('jira/probe', { baseUrl: jira.baseUrl });
      assert.deepEqual(authentication.filter((option) => option.recommended).map(({ type }) => type), [recommended]);
      assert.strictEqual(authentication[0]?.type, recommended);
      assert.deepEqual(Object.fromEntries(authentication.map(({ type, supported }) => [type, supported])), supported);
      assert.isTrue(server.version.startsWith(profile) || server.version === 'unknown', server.version);
    });
  }

  it('are OAuth where tokens are switched off', async () => {
    await using jira = await openJira({ tokensEnabled: false });
    await using agent = await startAgent();
    const { authentication } = await agent.request('jira/probe', { baseUrl: jira.baseUrl });
    assert.strictEqual(authentication[0]?.type, 'oauth1');
    assert.match(authentication.find(({ type }) => type === 'token')?.reason ?? '', /switched off/);
  });

  it('send nobody’s credentials while probing', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await agent.request('jira/probe', { baseUrl: jira.baseUrl });
    assert.deepEqual(jira.requests.filter(({ headers }) => headers.authorization !== undefined || headers.cookie !== undefined), []);
  });
});

describe('credentials', () => {
  for (const profile of ['8.20', '9.12', '10.3', '11.3'] as const) {
    it(`by token: the provider of Jira ${profile} knows its server and its user`, async () => {
      await using jira = await openJira({ profile });
      await using agent = await startAgent();
      const provider = await connectByToken(agent, jira, 'jürgen.müller');
      assert.strictEqual(provider.state, 'connected');
      assert.strictEqual(provider.user?.displayName, 'Jürgen Müller 山田 😀');
      assert.isTrue(provider.server.version.startsWith(profile));
      assert.isAbove(provider.server.versionNumbers.length, 1);
    });
  }

  it('by token: the end of the token is known where Jira tells', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 86_400 });
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    const hours = (Date.parse(provider.authentication.expiresAt ?? '') - Date.now()) / 3_600_000;
    assert.closeTo(hours, 24, 0.5);
  });

  it('that are refused are not stored', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const configure = (authentication: Parameters<typeof agent.request<'jira/configure'>>[1]['authentication']) =>
      agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication });
    await expectError(configure({ type: 'token', token: 'never-issued' }), 'credentialsRejected');
    await expectError(configure({ type: 'basic', username: 'alice', password: 'wrong' }), 'credentialsRejected');
    await expectError(configure({ type: 'oauth1', consumerKey: 'k', keyPair: 'key-none' }), 'invalidParams', { path: 'authentication.keyPair' });
    await expectError(configure({ type: 'oauth1', consumerKey: 'k', privateKey: 'no key' }), 'invalidParams', { path: 'authentication.privateKey' });
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
  });

  it('by password: one try each, and CAPTCHA is told', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const configure = (password: string) =>
      agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: 'alice', password } });
    for (let failures = 1; failures <= 3; failures += 1) {
      await expectError(configure('wrong'), 'credentialsRejected');
      assert.lengthOf(jira.requests.filter(({ headers }) => headers.authorization !== undefined), failures);
    }
    await expectError(configure('alice'), 'captchaRequired', { message: /127\.0\.0\.1/ });
    jira.resetFailedLogins('alice');
    assert.strictEqual((await configure('alice')).provider.user?.name, 'alice');
  });

  it('by password where Jira switched that off: unsupported', async () => {
    await using jira = await openJira({ profile: '11.3' });
    await using agent = await startAgent();
    const answer = agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: 'alice', password: 'alice' } });
    await expectError(answer, 'unsupported', { httpStatus: 403 });
  });

  it('by token where the version has none: unsupported', async () => {
    await using jira = await openJira({ profile: '8.5' });
    await using agent = await startAgent();
    await expectError(agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token: 'x' } }), 'unsupported');
  });
});

describe('a configured provider', () => {
  it('is changed under its id, and keeps its network settings and its name', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const authentication = { type: 'token', token: jira.createToken('alice') } as const;
    const network = { headers: { 'X-Gateway': 'pass' } };
    const { provider } = await agent.request('jira/configure', { name: 'Ours', baseUrl: jira.baseUrl, authentication, network });
    const token = jira.createToken('carol');
    const changed = await agent.request('jira/configure', { provider: provider.id, baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    assert.deepEqual([changed.provider.id, changed.provider.name, changed.provider.user?.name], [provider.id, 'Ours', 'carol']);
    assert.lengthOf((await agent.request('jira/providers', {})).providers, 1);
    await agent.request('jira/issues', { limit: 1 });
    assert.strictEqual(jira.requests.at(-1)?.headers['x-gateway'], 'pass');
    assert.strictEqual(jira.requests.at(-1)?.userName, 'carol');
  });

  it('is told apart from the others of the same server', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const first = await connectByToken(agent, jira, 'alice');
    const second = await connectByToken(agent, jira, 'bob');
    assert.notStrictEqual(first.id, second.id);
    await expectError(agent.request('jira/issues', {}), 'ambiguousProvider');
    await expectError(agent.request('jira/issues', { provider: 'nobody' }), 'unknownProvider');
    await agent.request('jira/issues', { provider: second.id, limit: 1 });
    assert.strictEqual(jira.requests.at(-1)?.userName, 'bob');
    assert.isNull(await agent.request('jira/removeProvider', { provider: second.id }));
    await agent.request('jira/issues', { limit: 1 });
    assert.strictEqual(jira.requests.at(-1)?.userName, 'alice');
  });

  it('is found again by the next agent of the same storage', async () => {
    await using jira = await openJira();
    await using first = await startAgent();
    const provider = await connectByToken(first, jira);
    await using second = await startAgent({ storage: first.storage });
    assert.deepEqual(await second.request('jira/providers', {}), { providers: [provider] });
    await second.request('jira/issues', { limit: 1 });
  });

  it('that was signed out keeps its place, and needs new credentials', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const { id } = await connectByToken(agent, jira);
    const { provider } = await agent.request('jira/signOut', { provider: id });
    assert.strictEqual(provider.state, 'needsAuthorization');
    assert.isUndefined(provider.user);
    await expectError(agent.request('jira/issues', {}), 'notAuthorized');
  });
});
