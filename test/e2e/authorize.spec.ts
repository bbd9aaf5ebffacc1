/** The dance against the honest Jira: what goes well, what is refused, and what an attacker meets. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { Browser } from '../jira/browser.ts';
import type { Jira } from '../jira/index.ts';
import { type Agent, expectCode, expectError, startAgent } from '../support/agent.ts';
import { authorizeInBrowser, configureOAuth, connectByOAuth, type DisposableJira, openJira } from '../support/jira.ts';
import { refuseSha1 } from '../support/sha1-refused.ts';

/** Where the browser is to come back to, read off the request token's own request as an attacker cannot. */
function callbackOf(jira: Jira): URL {
  const { headers } = jira.requests.findLast(({ path }) => path.endsWith('/request-token'))!;
  return new URL(decodeURIComponent(/oauth_callback="([^"]+)"/.exec(headers.authorization ?? '')?.[1] ?? ''));
}

async function visit(address: URL, options: { method?: string; host?: string } = {}): Promise<{ status: number; text: string }> {
  const outgoing = request(address, { method: options.method ?? 'GET', headers: { host: options.host ?? address.host } });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, text: Buffer.concat(chunks).toString() };
}

describe('the OAuth dance', () => {
  let jira: DisposableJira;
  let agent: Agent;
  let id: string;

  beforeEach(async () => {
    jira = await openJira();
    agent = await startAgent();
    ({ id } = await configureOAuth(agent, jira));
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  it('ends connected, as the user who approved, with the end that Jira told', async () => {
    const provider = await authorizeInBrowser(agent, id, 'jürgen.müller');
    assert.strictEqual(provider.state, 'connected');
    assert.strictEqual(provider.user?.name, 'jürgen.müller');
    const years = (Date.parse(provider.authentication.expiresAt ?? '') - Date.now()) / (365 * 86_400_000);
    assert.closeTo(years, 5, 0.01);
    const { issues } = await agent.request('jira/issues', { jql: 'order by key', limit: 3 });
    assert.lengthOf(issues, 3);
  });

  it('learns what the server tells those alone who are logged in', async () => {
    await using shut = await openJira({ profile: '10.3' });
    const before = await configureOAuth(agent, shut);
    assert.isUndefined(before.server.buildNumber);
    const { server, name } = await authorizeInBrowser(agent, before.id, 'alice');
    assert.isNumber(server.buildNumber);
    assert.strictEqual(name, server.title);
    assert.notStrictEqual(name, before.name);
  });

  it('tells the user in the browser to go back, and closes the door behind', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider: id });
    const completed = agent.request('jira/completeAuthorization', { authorization });
    const page = await new Browser().authorize(url, { user: 'alice' });
    assert.match(page.text, /Access approved[^]*go back to your editor/);
    await completed;
    assert.strictEqual(await fetch(page.url).then(() => 'open', () => 'closed'), 'closed');
  });

  it('knows the refusal of the user, and tells it in the browser', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider: id });
    const completed = expectError(agent.request('jira/completeAuthorization', { authorization }), 'authorizationDenied');
    const page = await new Browser().authorize(url, { user: 'alice', decision: 'deny' });
    assert.match(page.text, /refused/);
    await completed;
    await expectError(agent.request('jira/completeAuthorization', { authorization }), 'authorizationDenied');
    await expectError(agent.request('jira/issues', {}), 'notAuthorized');
  });

  it('goes on with a typed code after the wait for the browser was cancelled', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider: id });
    const cancellation = new CancellationTokenSource();
    const waiting = expectCode(agent.request('jira/completeAuthorization', { authorization }, cancellation.token), LSPErrorCodes.RequestCancelled);
    cancellation.cancel();
    await waiting;
    const page = await new Browser().authorize(url, { user: 'alice' });
    const { provider } = await agent.request('jira/completeAuthorization', { authorization, verifier: page.url });
    assert.strictEqual(provider.state, 'connected');
  });

  it('answers a request that waits for the browser when another one brings the address', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider: id, redirect: 'oob' });
    await expectError(agent.request('jira/completeAuthorization', { authorization }), 'invalidParams', { path: 'verifier' });
    const { verifier } = await new Browser().authorize(url, { user: 'alice' });
    assert.strictEqual((await agent.request('jira/completeAuthorization', { authorization, verifier })).provider.state, 'connected');
    await expectError(agent.request('jira/completeAuthorization', { authorization, verifier }), 'authorizationExpired');
  });

  it('gives way to a newer one of the same provider', async () => {
    const first = await agent.request('jira/authorize', { provider: id });
    const waiting = expectError(agent.request('jira/completeAuthorization', first), 'authorizationExpired', { message: /newer/ });
    const second = await agent.request('jira/authorize', { provider: id });
    await waiting;
    const completed = agent.request('jira/completeAuthorization', second);
    await new Browser().authorize(second.url, { user: 'bob' });
    assert.strictEqual((await completed).provider.user?.name, 'bob');
  });

  it('opens the browser by the editor', async () => {
    const { url } = await agent.request('jira/authorize', { provider: id, openBrowser: true });
    assert.deepEqual(agent.editor.shownDocuments.map(({ uri, external }) => [uri, external]), [[url, true]]);
  });

  it('leaves nothing open when Jira refuses', async () => {
    jira.removeApplicationLink((await agent.request('jira/providers', {})).providers[0]?.authentication.consumerKey ?? '');
    await expectError(agent.request('jira/authorize', { provider: id }), 'credentialsRejected', { oauthProblem: 'consumer_key_unknown', message: /application link/ });
    assert.strictEqual(await fetch(callbackOf(jira)).then(() => 'open', () => 'closed'), 'closed');
  });

  it('lets nobody in by the loopback address who does not know it, and no other page', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider: id });
    const completed = agent.request('jira/completeAuthorization', { authorization });
    const callback = callbackOf(jira);
    assert.strictEqual(callback.hostname, '127.0.0.1');
    assert.isAbove(callback.pathname.length, 30);
    const token = new URL(url).searchParams.get('oauth_token') ?? '';
    const right = new URL(`?oauth_token=${token}&oauth_verifier=wrong1`, callback);
    assert.strictEqual((await visit(new URL('/', callback))).status, 404);
    assert.strictEqual((await visit(new URL('/callback/guess?oauth_verifier=x', callback))).status, 404);
    assert.strictEqual((await visit(right, { method: 'POST' })).status, 404);
    assert.strictEqual((await visit(right, { host: 'evil.example.com' })).status, 404);
    assert.strictEqual((await visit(new URL('?oauth_token=other&oauth_verifier=abc123', callback))).status, 400);
    assert.strictEqual((await visit(callback)).status, 400);
    await new Browser().authorize(url, { user: 'alice' });
    assert.strictEqual((await completed).provider.state, 'connected');
  });
});

describe('an authorization', () => {
  it('that nobody approves is over in time', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ initializationOptions: { authorizationTimeout: 1 } });
    const { id } = await configureOAuth(agent, jira);
    const { authorization, url } = await agent.request('jira/authorize', { provider: id });
    await expectError(agent.request('jira/completeAuthorization', { authorization }), 'authorizationExpired');
    const page = await new Browser().authorize(url, { user: 'alice' });
    assert.match(page.text, /Too late/);
  });

  it('whose request token Jira let expire is told so', async () => {
    await using jira = await openJira({ requestTokenLifetime: 5 });
    await using agent = await startAgent();
    const { id } = await configureOAuth(agent, jira);
    const { authorization, url } = await agent.request('jira/authorize', { provider: id, redirect: 'oob' });
    const { verifier } = await new Browser().authorize(url, { user: 'alice' });
    jira.setClockOffset(10);
    await expectError(agent.request('jira/completeAuthorization', { authorization, verifier }), 'authorizationExpired', { oauthProblem: 'token_expired' });
  });

  it('of a clock that is off by hours is corrected by Jira’s answer', async () => {
    await using jira = await openJira({ clockOffset: -7200 });
    await using agent = await startAgent();
    assert.strictEqual((await connectByOAuth(agent, jira)).state, 'connected');
    const refused = jira.requests.filter(({ status }) => status === 401 || status === 400);
    assert.lengthOf(refused.filter(({ path }) => path.includes('/oauth/')), 1, 'the clock is learnt once');
    await agent.request('jira/issues', { limit: 1 });
  });

  it('under a crypto policy that refuses SHA-1 is signed by node-forge', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jira-policy-'));
    try {
      await using jira = await openJira();
      await using agent = await startAgent({ env: await refuseSha1(folder) });
      assert.strictEqual((await connectByOAuth(agent, jira)).state, 'connected');
      const { findings } = await agent.request('jira/doctor', {});
      assert.strictEqual(findings.find(({ check }) => check === 'signing')?.outcome, 'warning');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('behind a proxy that hides the address is refused with the hint about the connector', async () => {
    await using jira = await openJira({ seenBaseUrl: 'http://jira.internal:8080/jira' });
    await using agent = await startAgent();
    const { id } = await configureOAuth(agent, jira);
    await expectError(agent.request('jira/authorize', { provider: id }), 'credentialsRejected', { oauthProblem: 'signature_invalid', message: /proxyName/ });
  });
});

describe('an access', () => {
  it('that has expired is renewed by its session handle', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const provider = await connectByOAuth(agent, jira);
    jira.expireAccessToken({ userName: 'alice' });
    const { issues } = await agent.request('jira/issues', { jql: 'order by key', limit: 2 });
    assert.lengthOf(issues, 2);
    const [renewed] = (await agent.request('jira/providers', {})).providers;
    assert.strictEqual(renewed?.state, 'connected');
    assert.isAtLeast(Date.parse(renewed?.authentication.expiresAt ?? ''), Date.parse(provider.authentication.expiresAt ?? ''));
  });

  it('that was revoked is told once, and not tried again until it is authorized anew', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const { id } = await connectByOAuth(agent, jira);
    jira.revokeAccessToken({ userName: 'alice' });
    await expectError(agent.request('jira/issues', {}), 'credentialsRejected', { oauthProblem: 'token_rejected' });
    await agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.state === 'credentialsRejected');
    const asked = jira.requests.length;
    await expectError(agent.request('jira/issues', {}), 'credentialsRejected');
    assert.lengthOf(jira.requests, asked);
    assert.strictEqual((await authorizeInBrowser(agent, id)).state, 'connected');
    await agent.request('jira/issues', { limit: 1 });
  });

  it('by a token that Jira treats as nobody’s is an error and no empty list', async () => {
    for (const userNameHeader of [true, false]) {
      await using jira = await openJira({ userNameHeader });
      await using agent = await startAgent();
      const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 3600 });
      await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      jira.revokeToken(token);
      await expectError(agent.request('jira/issues', { jql: 'order by key' }), 'credentialsRejected', { message: /revoked/ });
    }
  });

  it('by a token whose end is not known is told to have expired or been revoked', async () => {
    for (const jql of ['order by key', 'project = ABC', 'assignee = currentUser()']) {
      await using jira = await openJira();
      await using agent = await startAgent();
      const token = jira.createToken('alice', { name: 'one', expiresInSeconds: 3600 });
      jira.createToken('alice', { name: 'another' });
      await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      jira.expireToken(token);
      await expectError(agent.request('jira/issues', { jql }), 'credentialsExpired');
      await agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.state === 'credentialsExpired');
    }
  });
});
