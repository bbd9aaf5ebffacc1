/** Proxies, by the agent over stdio and real ones: which is used, and what is told of one that refuses or is not there. */
import { assert } from 'chai';
import type * as z from 'zod';
import type { Network } from '../../protocol/network.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { authorizeInBrowser, type DisposableJira, openJira } from '../support/jira.ts';
import { CertificateMaker, type Certified } from '../unit/http/support/authority.ts';
import { type ProxyOptions, type RunningProxy, startSquid, startTinyproxy } from '../unit/http/support/proxies.ts';

/** A name that squid alone knows: whoever gets an answer from there came through squid. */
const inside = 'jira.inside.test';

const maker = new CertificateMaker();
let root: Certified;
let leaf: Certified;

before(() => {
  root = maker.make({ commonName: 'Example Root', authority: true });
  leaf = maker.make({ commonName: inside, names: `DNS:${inside},IP:127.0.0.1`, issuer: root });
});

after(() => maker.remove());

type DisposableProxy = RunningProxy & AsyncDisposable;

async function disposable(starting: Promise<RunningProxy>): Promise<DisposableProxy> {
  const proxy = await starting;
  return Object.assign(proxy, { [Symbol.asyncDispose]: () => proxy.stop() });
}

const portOf = ({ baseUrl }: DisposableJira): number => Number(new URL(baseUrl).port);
const squidTo = (jira: DisposableJira, more: ProxyOptions = {}): Promise<DisposableProxy> =>
  disposable(startSquid({ tunnels: [portOf(jira)], hosts: [inside], ...more }));
const tinyproxyTo = (jira: DisposableJira, more: ProxyOptions = {}): Promise<DisposableProxy> =>
  disposable(startTinyproxy({ tunnels: [portOf(jira)], ...more }));
const insideUrl = ({ baseUrl }: DisposableJira): string => baseUrl.replace('127.0.0.1', inside);
const secureJira = (): Promise<DisposableJira> => openJira({ issues: 20, tls: { cert: leaf.certificate, key: leaf.privateKey } });

/** Configures a provider and lists its issues. */
async function assertWorks(agent: Agent, jira: DisposableJira, baseUrl: string, network?: z.input<typeof Network>): Promise<void> {
  const authentication = { type: 'token', token: jira.createToken('alice') } as const;
  const { provider } = await agent.request('jira/configure', { baseUrl, authentication, network });
  assert.notStrictEqual((await agent.request('jira/issues', { provider: provider.id, jql: 'ORDER BY key' })).total, 0);
}

/** Every request came from a proxy, which says so as RFC 9110, section 7.6.3, has it. */
function assertProxied(jira: DisposableJira, by: RegExp | undefined): void {
  assert.isNotEmpty(jira.requests);
  for (const { headers } of jira.requests) {
    if (by === undefined) assert.isUndefined(headers.via);
    else assert.match(String(headers.via), by);
  }
}

describe('a proxy of the environment', () => {
  for (const [name, start, via] of [['tinyproxy', tinyproxyTo, /tinyproxy/], ['squid', squidTo, /squid/]] as const) {
    it(`is used for http: ${name} by HTTP_PROXY`, async () => {
      await using jira = await openJira({ issues: 20 });
      await using proxy = await start(jira);
      await using agent = await startAgent({ env: { HTTP_PROXY: `http://${proxy.place}`, HTTPS_PROXY: 'http://127.0.0.1:1' } });
      await assertWorks(agent, jira, jira.baseUrl);
      assertProxied(jira, via);
    });

    it(`carries TLS through a tunnel: ${name} by HTTPS_PROXY, without a scheme`, async () => {
      await using jira = await secureJira();
      await using proxy = await start(jira);
      await using agent = await startAgent({ env: { https_proxy: proxy.place, HTTP_PROXY: 'http://127.0.0.1:1' } });
      await assertWorks(agent, jira, jira.baseUrl, { ca: root.certificate });
      assertProxied(jira, undefined);
    });
  }

  it('looks the host up itself, for names that only it knows', async () => {
    await using jira = await secureJira();
    await using proxy = await squidTo(jira);
    await using agent = await startAgent({ env: { HTTPS_PROXY: `http://${proxy.place}` } });
    await assertWorks(agent, jira, insideUrl(jira), { ca: root.certificate });
  });

  for (const noProxy of ['127.0.0.1', '.example.com, 127.0.0.0/8', '127.0.0.1:PORT', '*', 'example.com 127.0.0.1']) {
    it(`is passed by where NO_PROXY is “${noProxy}”`, async () => {
      await using jira = await openJira({ issues: 20 });
      await using agent = await startAgent({ env: { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: noProxy.replace('PORT', String(portOf(jira))) } });
      await assertWorks(agent, jira, jira.baseUrl);
    });
  }

  it('is passed by for the hosts of a suffix in NO_PROXY: the name is then looked up here', async () => {
    await using agent = await startAgent({ env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '.inside.invalid' } });
    await expectError(agent.request('jira/probe', { baseUrl: 'https://jira.inside.invalid' }), 'offline', { message: /jira\.inside\.invalid/ });
    await expectError(agent.request('jira/probe', { baseUrl: 'https://jira.beside.invalid' }), 'proxy');
  });

  for (const noProxy of ['127.0.0.1:1', '10.0.0.0/8', '0.0.1', 'example.com']) {
    it(`is not passed by where NO_PROXY is “${noProxy}”`, async () => {
      await using jira = await openJira({ issues: 20 });
      await using agent = await startAgent({ env: { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: noProxy } });
      await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl }), 'proxy', { message: /127\.0\.0\.1:1/ });
    });
  }
});

describe('a proxy of a provider', () => {
  it('goes before the environment’s, and `direct` means none', async () => {
    await using jira = await openJira({ issues: 20 });
    await using proxy = await tinyproxyTo(jira);
    await using agent = await startAgent({ env: { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '*' } });
    await assertWorks(agent, jira, jira.baseUrl, { proxy: `http://${proxy.place}` });
    assertProxied(jira, /tinyproxy/);
    await using other = await openJira({ issues: 20 });
    await using direct = await startAgent({ env: { HTTP_PROXY: 'http://127.0.0.1:1' } });
    await assertWorks(direct, other, other.baseUrl, { proxy: 'direct' });
    assertProxied(other, undefined);
  });

  it('gets the OAuth requests too, and signatures survive it', async () => {
    await using jira = await openJira({ issues: 20 });
    await using proxy = await tinyproxyTo(jira);
    await using agent = await startAgent();
    const { id, applicationLink } = await agent.request('jira/generateKeyPair', { bits: 1024 });
    const { consumerKey, publicKey, applicationName: name } = applicationLink;
    jira.createApplicationLink({ consumerKey, publicKey, name });
    const network = { proxy: `http://${proxy.place}` };
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey, keyPair: id }, network });
    await authorizeInBrowser(agent, provider.id);
    assert.notStrictEqual((await agent.request('jira/issues', { jql: 'ORDER BY key' })).total, 0);
    const own = jira.requests.filter(({ headers }) => headers['user-agent']?.startsWith('jira-language-server') === true);
    assert.isTrue(own.some(({ path }) => path.endsWith('/oauth/request-token')));
    for (const { headers, path } of own) assert.match(String(headers.via), /tinyproxy/, path);
  });
});

describe('a proxy that wants to know the user', () => {
  const user = { name: 'jane', password: 'p@ss:/word' };
  const credentials = 'jane:p%40ss%3A%2Fword';

  for (const [name, start] of [['tinyproxy', tinyproxyTo], ['squid', squidTo]] as const) {
    for (const [scheme, openIt] of [['http', () => openJira({ issues: 20 })], ['https, by CONNECT', secureJira]] as const) {
      it(`gets name and password, and is told apart when it refuses them: ${name}, ${scheme}`, async () => {
        await using jira = await openIt();
        await using proxy = await start(jira, { user: name === 'tinyproxy' ? { ...user, password: 'password' } : user });
        const known = name === 'tinyproxy' ? 'jane:password' : credentials;
        await using agent = await startAgent();
        const network = (authority: string): z.input<typeof Network> => ({ ca: root.certificate, proxy: `http://${authority}${proxy.place}` });
        for (const authority of ['', 'jane:wrong-one@']) {
          const { data, message } = await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl, network: network(authority) }), 'proxy');
          assert.include(message, proxy.place);
          assert.match(data.hint ?? '', /http:\/\/user:password@/);
        }
        assert.lengthOf(jira.requests, 0);
        await assertWorks(agent, jira, jira.baseUrl, network(`${known}@`));
        for (const { headers } of jira.requests) assert.isUndefined(headers['proxy-authorization']);
        for (const secret of ['wrong-one', user.password, credentials, ...(name === 'squid' ? [] : ['jane:password'])]) assert.notInclude(agent.everythingWritten, secret);
      });
    }
  }
});

describe('a proxy that fails', () => {
  it('by not being there: `proxy`, and not `offline`', async () => {
    await using agent = await startAgent({ env: { HTTPS_PROXY: 'http://127.0.0.1:1' } });
    await expectError(agent.request('jira/probe', { baseUrl: 'https://jira.example.com' }), 'proxy', { message: /Nothing listens at 127\.0\.0\.1:1/ });
  });

  it('by not opening a tunnel to this port', async () => {
    await using jira = await secureJira();
    for (const start of [startTinyproxy, startSquid]) {
      await using proxy = await disposable(start({ tunnels: [443] }));
      await using agent = await startAgent({ env: { HTTPS_PROXY: `http://${proxy.place}` } });
      await expectError(agent.request('jira/probe', { baseUrl: jira.baseUrl }), 'proxy', { message: new RegExp(String(portOf(jira))) });
    }
  });

  it('by not finding the host', async () => {
    for (const start of [startTinyproxy, startSquid]) {
      await using proxy = await disposable(start());
      await using agent = await startAgent({ env: { HTTPS_PROXY: `http://${proxy.place}` } });
      await expectError(agent.request('jira/probe', { baseUrl: 'https://nobody.invalid' }), 'proxy', { message: /nobody\.invalid/ });
    }
  });

  it('while a provider is configured: it becomes unreachable, and keeps its credentials', async () => {
    await using jira = await openJira({ issues: 20 });
    const proxy = await startTinyproxy();
    await using agent = await startAgent({ env: { HTTP_PROXY: `http://${proxy.place}` } });
    await assertWorks(agent, jira, jira.baseUrl);
    await proxy.stop();
    await expectError(agent.request('jira/issues', {}), 'proxy');
    const { providers } = await agent.request('jira/providers', {});
    assert.strictEqual(providers[0]?.state, 'unreachable');
  });
});
