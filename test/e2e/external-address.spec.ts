/** The way back of an approval, where the user's browser is on another machine than the agent. */
import { assert } from 'chai';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from '../../protocol/provider.ts';
import { type Agent, type AgentOptions, startAgent } from '../support/agent.ts';
import { fullCapabilities } from '../support/fake-editor.ts';
import { authorizeInBrowser, configureOAuth, openJira } from '../support/jira.ts';
import { Browser, type FinalPage } from '../jira/browser.ts';

const experimental = { jira: { ...(fullCapabilities.experimental as { jira: object }).jira, externalAddress: true } };
const elsewhere: AgentOptions = { capabilities: { ...fullCapabilities, experimental } };
describe('an editor whose window is on another machine', () => {
  it('tells the address that the browser is sent to, and forwards the visit', async () => {
    await using jira = await openJira();
    await using forwarder = await forwardPorts();
    await using agent = await startAgent({ ...elsewhere, externalAddress: ({ address }) => ({ address: forwarder.addressOf(address) }) });
    const { id } = await configureOAuth(agent, jira);
    const { provider, page } = await approve(agent, id);
    assert.equal(provider.state, 'connected');
    assert.equal(new URL(page.url).host, forwarder.host);
    assert.include(page.text, 'Access approved');
  });

  it('lets nobody in by another name or path', async () => {
    await using jira = await openJira();
    await using forwarder = await forwardPorts();
    let asked = '';
    await using agent = await startAgent({ ...elsewhere, externalAddress: ({ address }) => ({ address: forwarder.addressOf((asked = address)) }) });
    const { id } = await configureOAuth(agent, jira);
    await agent.request('jira/authorize', { provider: id });
    const { port, pathname } = new URL(asked);
    const visit = (path: string, host: string): Promise<number | undefined> => send({ port, path: `${path}?oauth_token=x&oauth_verifier=y`, headers: { host } }).then(({ statusCode }) => statusCode);
    assert.equal(await visit(pathname, 'evil.example.com'), 404);
    assert.equal(await visit('/callback/guess', forwarder.host), 404);
    // The right place, and the wrong approval.
    assert.equal(await visit(pathname, forwarder.host), 400);
  });

  for (const [what, answer] of [['an error', () => Promise.reject(new Error('no tunnel'))], ['something else', () => ({ address: 'file:///etc/passwd' })]] as const) {
    it(`that answers with ${what} is taken to be on this machine`, async () => {
      await using jira = await openJira();
      await using agent = await startAgent({ ...elsewhere, externalAddress: answer });
      const { id } = await configureOAuth(agent, jira);
      assert.equal((await authorizeInBrowser(agent, id)).state, 'connected');
      assert.lengthOf(agent.editor.logMessages.filter(({ message }) => message.includes('how a browser reaches this machine')), 1);
    });
  }
});

async function approve(agent: Agent, provider: string): Promise<{ provider: Provider; page: FinalPage }> {
  const { authorization, url } = await agent.request('jira/authorize', { provider });
  const completed = agent.request('jira/completeAuthorization', { authorization });
  const page = await new Browser().authorize(url, { user: 'alice' });
  return { provider: (await completed).provider, page };
}

/** The other end: a server whose paths begin with the port that they lead to, as those of code-server do. */
async function forwardPorts() {
  const server = createServer((incoming, outgoing) => {
    const [, port, path] = /^\/proxy\/(\d+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
    void send({ port, path, method: incoming.method, headers: incoming.headers }).then((answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    addressOf: (address: string): string => `http://${host}/proxy/${new URL(address).port}${new URL(address).pathname}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function send(options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', agent: false, ...options }, resolve).once('error', reject).end();
  });
}
