/** Offline is not signed out: what the network does to a provider, how it comes back, and what is told of credentials. */
import { assert } from 'chai';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderState } from '../../protocol/provider.ts';
import { startJira } from '../jira/index.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, openJira } from '../support/jira.ts';
import { CertificateMaker } from '../unit/http/support/authority.ts';
import { startTinyproxy } from '../unit/http/support/proxies.ts';

const all = 'ORDER BY key ASC';

/** Waits until the client is told that its one provider is in a state. */
const told = (agent: Agent, state: ProviderState): Promise<unknown> => agent.waitFor('jira/providersChanged', ({ providers }) => providers[0]?.state === state);
const stateOf = async (agent: Agent): Promise<ProviderState | undefined> => (await agent.request('jira/providers', {})).providers[0]?.state;
const onDisk = (agent: Agent): string => readFileSync(join(agent.storage, 'providers.json'), 'utf8');

describe('a server that goes away', () => {
  it('leaves the credentials alone, and is found again without being asked for', async () => {
    const jira = await openJira({ issues: 20 });
    const port = Number(new URL(jira.baseUrl).port);
    const token = jira.createToken('alice');
    await using agent = await startAgent();
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    const before = onDisk(agent);
    await jira.close();
    await expectError(agent.request('jira/issues', { jql: all }), 'offline');
    await told(agent, 'unreachable');
    assert.strictEqual(await stateOf(agent), 'unreachable');
    assert.strictEqual(onDisk(agent), before);
    // Whatever answers there shows that the way is free; the token is shown to nobody for that.
    const back = createServer((request, response) => response.end(request.headers.authorization ?? 'nobody'));
    back.listen(port, '127.0.0.1');
    const [asked] = (await once(back, 'request')) as [{ headers: Record<string, string>; url: string }];
    assert.match(asked.url, /serverInfo$/);
    assert.notProperty(asked.headers, 'authorization');
    await told(agent, 'connected');
    back.close();
    back.closeAllConnections();
    await once(back, 'close');
    const again = await startJira({ issues: 20, port });
    await expectError(agent.request('jira/issues', { jql: all }), 'credentialsRejected');
    await again.close();
  });

  it('for several windows: each finds it again, and none has to sign in', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent({ initializationOptions: { requestTimeout: 1 } });
    await connectByOAuth(agent, jira);
    await using next = await startAgent({ storage: agent.storage, initializationOptions: { requestTimeout: 1 } });
    jira.faults.always('/rest/', 'hang');
    await Promise.all([agent, next].map(async (each) => {
      await expectError(each.request('jira/issues', { jql: all }), 'timeout');
      await told(each, 'unreachable');
    }));
    jira.faults.clear();
    await Promise.all([agent, next].map((each) => told(each, 'connected')));
    for (const each of [agent, next]) assert.notStrictEqual((await each.request('jira/issues', { jql: all })).total, 0);
    assert.isEmpty([...agent.editor.shownMessages, ...next.editor.shownMessages]);
  });

  it('is asked for by nobody where the client takes no news, and works again by the next request', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent({ capabilities: {} });
    await connectByToken(agent, jira);
    jira.faults.always('/search', 'reset');
    await expectError(agent.request('jira/issues', { jql: all }), 'offline');
    assert.strictEqual(await stateOf(agent), 'unreachable');
    jira.faults.clear();
    assert.notStrictEqual((await agent.request('jira/issues', { jql: all })).total, 0);
    assert.strictEqual(await stateOf(agent), 'connected');
  });

  it('behind a proxy that comes back', async () => {
    await using jira = await openJira({ issues: 20 });
    const proxy = await startTinyproxy();
    await using agent = await startAgent({ env: { HTTP_PROXY: `http://${proxy.place}` } });
    await connectByToken(agent, jira);
    await proxy.stop();
    await expectError(agent.request('jira/issues', { jql: all }), 'proxy');
    await told(agent, 'unreachable');
    const again = createServer((_, response) => response.end('{}'));
    again.listen(proxy.port, '127.0.0.1');
    await told(agent, 'connected');
    again.close();
    again.closeAllConnections();
  });

  it('behind a certificate that is mended on the side of the user', async () => {
    const maker = new CertificateMaker();
    const [old, root] = ['Old Root', 'New Root'].map((commonName) => maker.make({ commonName, authority: true }));
    const leafOf = (issuer: typeof root) => {
      const { certificate: cert, privateKey: key } = maker.make({ commonName: 'localhost', names: 'IP:127.0.0.1', issuer: issuer! });
      return { cert, key };
    };
    const ca = maker.write('company.pem', old!.certificate);
    const first = await startJira({ issues: 20, tls: leafOf(old) });
    await using agent = await startAgent();
    const token = first.createToken('alice');
    await agent.request('jira/configure', { baseUrl: first.baseUrl, authentication: { type: 'token', token }, network: { ca } });
    await first.close();
    const second = await startJira({ issues: 20, tls: leafOf(root), port: Number(new URL(first.baseUrl).port) });
    await expectError(agent.request('jira/issues', { jql: all }), 'certificate', { message: /New Root/ });
    await told(agent, 'unreachable');
    writeFileSync(ca, root!.certificate);
    await told(agent, 'connected');
    await expectError(agent.request('jira/issues', { jql: all }), 'credentialsRejected');
    await second.close();
    maker.remove();
  });
});

describe('a refusal that is proven', () => {
  it('stops the requests that would repeat it, in every window, and is told once in all', async () => {
    await using jira = await openJira({ issues: 120, pageCap: 10 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    await using next = await startAgent({ storage: agent.storage });
    await next.request('jira/issues', { jql: all });
    jira.revokeToken(String(jira.requests.at(-1)?.headers.authorization).replace('Bearer ', ''));
    await Promise.all([agent, next].flatMap((each) => [1, 2, 3].map((limit) => expectError(each.request('jira/issues', { jql: all, limit }), 'credentialsRejected'))));
    await Promise.all([agent, next].map((each) => told(each, 'credentialsRejected')));
    const sent = jira.requests.length;
    for (const each of [agent, next]) await expectError(each.request('jira/issues', { jql: all }), 'credentialsRejected');
    assert.lengthOf(jira.requests, sent);
    const messages = [agent, next].flatMap(({ editor }) => editor.shownMessages.map(({ message }) => message));
    assert.lengthOf(messages, 1);
    assert.match(messages[0] ?? '', /personal access token/);
  });

  it('is none where a permission is missing: one 403 locks nobody out', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    for (const status of [401, 403]) {
      jira.faults.next('/search', { status, headers: { 'Content-Type': 'application/json', 'X-AREQUESTID': '1', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["Not for you."],"errors":{}}' });
      await expectError(agent.request('jira/issues', { jql: all }), 'forbidden', { message: /Not for you/ });
    }
    assert.strictEqual(await stateOf(agent), 'connected');
    assert.notStrictEqual((await agent.request('jira/issues', { jql: all })).total, 0);
    assert.isEmpty(agent.editor.shownMessages);
  });
});

describe('the end of a token', () => {
  const day = 86_400;

  it('within a week is told ahead, once for all windows, with the page where to make a new one', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 3 * day });
    const { provider } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    const end = provider.authentication.expiresAt ?? '';
    await using next = await startAgent({ storage: agent.storage, initialize: false });
    const shown = new Promise<{ message: string }>((resolve) => next.editor.onNotification('window/showMessage', (params) => resolve(params as { message: string })));
    await next.initialize();
    const { message } = await shown;
    assert.include(message, end.slice(0, 10));
    assert.include(message, `${jira.baseUrl}/secure/ViewProfile.jspa?selectedTab=`);
    assert.notInclude(next.everythingWritten, token);
    await using third = await startAgent({ storage: agent.storage });
    assert.notStrictEqual((await third.request('jira/issues', { jql: all })).total, 0);
    assert.isEmpty(third.editor.shownMessages);
    assert.notInclude(JSON.stringify(await third.request('jira/providers', {})), 'endTold');
  });

  it('that is far away is not', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 30 * day });
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    await using next = await startAgent({ storage: agent.storage });
    assert.notStrictEqual((await next.request('jira/issues', { jql: all })).total, 0);
    assert.isEmpty(next.editor.shownMessages);
  });
});
