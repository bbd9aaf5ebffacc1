/** Gateways before Jira: single sign-on in its place, the headers that it wants, and addresses that it rewrites. */
import { assert } from 'chai';
import { createServer, request as forward } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type * as z from 'zod';
import type { Network } from '../../protocol/network.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { authorizeInBrowser, connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const loginPage = 'https://sso.example.org/login';

describe('single sign-on where Jira should answer', () => {
  let jira: DisposableJira;
  let agent: Agent;

  beforeEach(async () => {
    jira = await openJira({ issues: 20 });
    agent = await startAgent();
  });

  afterEach(async () => {
    jira.faults.clear();
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  for (const fault of ['sso302', 'sso200'] as const) {
    it(`${fault}: is told with the address to open while probing and configuring, and nothing is stored`, async () => {
      jira.faults.always('/rest/', fault);
      const authentication = { type: 'token', token: jira.createToken('alice') } as const;
      const address = fault === 'sso302' ? loginPage : jira.baseUrl;
      for (const ask of [() => agent.request('jira/probe', { baseUrl: jira.baseUrl }), () => agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication })]) {
        const { message, data } = await expectError(ask(), 'loginPage', { httpStatus: fault === 'sso302' ? 302 : 200 });
        assert.include(message, address);
        assert.include(data.hint ?? '', address);
      }
      assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
    });

    it(`${fault}: after a while is told too, and neither the credentials nor their state are touched`, async () => {
      await connectByToken(agent, jira);
      jira.faults.always('/rest/', fault);
      await expectError(agent.request('jira/issues', {}), 'loginPage');
      assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'connected');
      jira.faults.clear();
      assert.notStrictEqual((await agent.request('jira/issues', { jql: 'ORDER BY key' })).total, 0);
    });

    it(`${fault}: before the OAuth endpoints is told by jira/authorize`, async () => {
      const { id, applicationLink } = await agent.request('jira/generateKeyPair', { bits: 1024 });
      const { consumerKey, publicKey, applicationName: name } = applicationLink;
      jira.createApplicationLink({ consumerKey, publicKey, name });
      const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey, keyPair: id } });
      jira.faults.always('/plugins/servlet/oauth', fault);
      const { message } = await expectError(agent.request('jira/authorize', { provider: provider.id }), 'loginPage');
      assert.include(message, fault === 'sso302' ? loginPage : jira.baseUrl);
      jira.faults.clear();
      assert.strictEqual((await authorizeInBrowser(agent, provider.id)).state, 'connected');
    });
  }

  it('credentials do not go where the gateway sends a request to', async () => {
    await connectByToken(agent, jira);
    const elsewhere = await openJira({ issues: 5 });
    const token = String(jira.requests.at(-1)?.headers.authorization);
    jira.faults.always('/rest/', { status: 302, headers: { Location: `${elsewhere.baseUrl}/rest/api/2/search` } });
    await expectError(agent.request('jira/issues', {}), 'loginPage', { message: new RegExp(new URL(elsewhere.baseUrl).host) });
    assert.lengthOf(elsewhere.requests, 0);
    assert.notInclude(agent.everythingWritten, token);
    await elsewhere.close();
  });

  it('a login page with the status 401 or 403 is not taken for a refusal by Jira', async () => {
    await connectByToken(agent, jira);
    for (const status of [401, 403]) {
      jira.faults.clear();
      jira.faults.always('/rest/', { status, headers: { 'Content-Type': 'text/html' }, body: '<!DOCTYPE html><html><title>Access denied by the gateway</title></html>' });
      await expectError(agent.request('jira/issues', {}), 'loginPage', { httpStatus: status });
      assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'connected');
    }
  });
});

describe('the headers of a gateway', () => {
  const secret = 'client-secret-of-the-gateway';
  const network: z.input<typeof Network> = { headers: { 'CF-Access-Client-Id': 'editor', 'CF-Access-Client-Secret': secret, Cookie: 'SMSESSION=abc' } };

  /** A gateway that lets nobody through who lacks its headers. */
  const guarded = async (): Promise<DisposableJira> => {
    const jira = await openJira({ issues: 120, pageCap: 50 });
    jira.faults.always(({ headers, url }) => headers['cf-access-client-secret'] !== secret && !/authorize|login/.test(url ?? ''), 'sso302');
    return jira;
  };
  const own = ({ requests }: DisposableJira) => requests.filter(({ headers }) => headers['user-agent']?.startsWith('jira-language-server') === true);

  it('go with every request: probing, configuring, pages of a list, and the whole OAuth dance', async () => {
    await using jira = await guarded();
    await using agent = await startAgent();
    await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl }), 'loginPage');
    const asked = own(jira).length;
    await agent.request('jira/probe', { baseUrl: jira.baseUrl, network });
    const { id, applicationLink } = await agent.request('jira/generateKeyPair', { bits: 1024 });
    const { consumerKey, publicKey, applicationName: name } = applicationLink;
    jira.createApplicationLink({ consumerKey, publicKey, name });
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey, keyPair: id }, network });
    await authorizeInBrowser(agent, provider.id);
    const { total } = await agent.request('jira/issues', { jql: 'ORDER BY key', limit: 1000 });
    assert.isAbove(total, 50);
    const paths = new Set(own(jira).slice(asked).map(({ path }) => path.slice(path.lastIndexOf('/'))));
    assert.includeMembers([...paths], ['/serverInfo', '/request-token', '/access-token', '/myself', '/search']);
    for (const { headers, path } of own(jira).slice(asked)) {
      assert.strictEqual(headers['cf-access-client-secret'], secret, path);
      assert.strictEqual(headers['cookie'], 'SMSESSION=abc', path);
    }
    assert.notInclude(agent.everythingWritten, secret);
  });

  it('stay when the provider is changed, go to the next agent, and are in no result', async () => {
    await using jira = await guarded();
    await using agent = await startAgent();
    const authentication = () => ({ type: 'token', token: jira.createToken('alice') }) as const;
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: authentication(), network });
    await agent.request('jira/configure', { provider: provider.id, baseUrl: jira.baseUrl, authentication: authentication() });
    await using next = await startAgent({ storage: agent.storage });
    assert.notStrictEqual((await next.request('jira/issues', { jql: 'ORDER BY key' })).total, 0);
    assert.notInclude(JSON.stringify(await next.request('jira/providers', {})), 'cf-access');
    assert.notInclude(next.everythingWritten, secret);
  });
});

describe('a reverse proxy that Jira is not told of', () => {
  /** Gives requests to a Jira under another host and scheme than the agent used. */
  const reverseProxy = async (jira: DisposableJira): Promise<{ url: string } & AsyncDisposable> => {
    const target = new URL(jira.baseUrl);
    const server = createServer((incoming, outgoing) => {
      const onward = forward({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, host: 'jira.internal:8080' } }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`,
      [Symbol.asyncDispose]: () => new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    };
  };

  it('makes every signature wrong: the hint names the settings of Jira’s connector, and both addresses', async () => {
    await using jira = await openJira({ issues: 20 });
    await using proxy = await reverseProxy(jira);
    await using agent = await startAgent();
    const { id, applicationLink } = await agent.request('jira/generateKeyPair', { bits: 1024 });
    const { consumerKey, publicKey, applicationName: name } = applicationLink;
    jira.createApplicationLink({ consumerKey, publicKey, name });
    const { provider } = await agent.request('jira/configure', { baseUrl: proxy.url, authentication: { type: 'oauth1', consumerKey, keyPair: id } });
    const { data, message } = await expectError(agent.request('jira/authorize', { provider: provider.id }), 'credentialsRejected', { oauthProblem: 'signature_invalid' });
    assert.match(`${message} ${data.hint}`, /proxyName/);
    assert.match(`${message} ${data.hint}`, /jira\.internal:8080/);
    assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'needsAuthorization');
  });

  it('that begins later spoils no credentials: they work again when it is set right', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByOAuth(agent, jira);
    const body = 'oauth_problem=signature_invalid&oauth_signature_base_string=GET%26http%253A%252F%252Fjira.internal%253A8080%252Fjira%252Frest%252Fapi%252F2%252Fsearch%26';
    jira.faults.always('/rest/', { status: 401, headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'WWW-Authenticate': 'OAuth realm="http%3A%2F%2Fjira.internal"' }, body });
    await expectError(agent.request('jira/issues', {}), 'credentialsRejected', { oauthProblem: 'signature_invalid' });
    jira.faults.clear();
    assert.notStrictEqual((await agent.request('jira/issues', { jql: 'ORDER BY key' })).total, 0);
  });
});
