/** A Jira, or somebody on the way to it, that redirects to another origin at every step: no credentials ever go there. */
import { assert } from 'chai';
import { Browser } from '../jira/browser.ts';
import { expectError, startAgent } from '../support/agent.ts';
import { connect, hostileToken, type HostileServer, startHostileJira } from '../support/hostile-jira.ts';
import { configureOAuth, openJira } from '../support/jira.ts';

const statuses = [301, 302, 303, 307, 308];

describe('a redirect to another origin', () => {
  let elsewhere: HostileServer;

  beforeEach(async () => {
    elsewhere = await startHostileJira(() => false);
  });

  afterEach(() => elsewhere[Symbol.asyncDispose]());

  for (const [step, path] of [
    ['the question who the server is', '/rest/api/2/serverInfo'],
    ['the question who the user is', '/rest/api/2/myself'],
    ['the search', '/rest/api/2/search'],
    ['a filter', '/rest/api/2/filter/10000'],
  ] as const) {
    for (const status of statuses) {
      it(`of ${step} by ${status} is loginPage, and nothing is sent there`, async () => {
        let redirecting = path !== '/rest/api/2/search' && !path.includes('filter');
        await using jira = await startHostileJira(({ url = '' }, response) => {
          if (!redirecting || !url.startsWith(path)) return false;
          response.writeHead(status, { location: `${elsewhere.baseUrl}${url}` }).end();
        });
        await using agent = await startAgent();
        const whole = (async () => {
          await connect(agent, jira);
          redirecting = true;
          await agent.request('jira/issues', path.includes('filter') ? { filter: '10000' } : {});
        })();
        await expectError(whole, 'loginPage', { message: new RegExp(new URL(elsewhere.baseUrl).host) });
        assert.deepEqual(elsewhere.received, []);
      });
    }
  }

  for (const status of statuses) {
    it(`of a comment by ${status} is loginPage, and neither it nor the credentials are sent there`, async () => {
      await using jira = await startHostileJira(({ url = '', method }, response) => {
        if (method !== 'POST') return false;
        response.writeHead(status, { location: `${elsewhere.baseUrl}${url}` }).end();
      });
      await using agent = await startAgent();
      await connect(agent, jira);
      await expectError(agent.request('jira/comment', { key: 'ABC-1', body: 'for this Jira alone' }), 'loginPage');
      assert.deepEqual(elsewhere.received, []);
      assert.lengthOf(jira.received.filter(({ method }) => method === 'POST'), 1, 'and it is not sent twice');
    });
  }

  it('of the tokens’ list is left alone', async () => {
    await using jira = await startHostileJira(({ url = '' }, response) => {
      if (!url.startsWith('/rest/pat/')) return false;
      response.writeHead(302, { location: `${elsewhere.baseUrl}${url}` }).end();
    });
    await using agent = await startAgent();
    assert.strictEqual((await connect(agent, jira)).state, 'connected');
    assert.deepEqual(elsewhere.received, []);
  });

  for (const path of ['/plugins/servlet/oauth/request-token', '/plugins/servlet/oauth/access-token'] as const) {
    it(`of OAuth’s ${path.slice(path.lastIndexOf('/') + 1)} is loginPage, and no signature is sent there`, async () => {
      await using jira = await openJira();
      await using agent = await startAgent();
      const { id } = await configureOAuth(agent, jira);
      jira.faults.always(path, { status: 307, headers: { Location: `${elsewhere.baseUrl}${path}` } });
      const whole = (async () => {
        const { authorization, url } = await agent.request('jira/authorize', { provider: id, redirect: 'oob' });
        const { verifier } = await new Browser().authorize(url, { user: 'alice' });
        await agent.request('jira/completeAuthorization', { authorization, verifier });
      })();
      await expectError(whole, 'loginPage');
      assert.deepEqual(elsewhere.received, []);
    });
  }

  for (const [what, target] of [
    ['another port', (base: string) => `${base}/rest/api/2/myself`],
    ['another name of the same machine', (base: string) => `${base.replace('127.0.0.1', 'localhost')}/rest/api/2/myself`],
    ['no scheme', (base: string) => `${base.replace('http:', '')}/rest/api/2/myself`],
    ['the origin as a user name', (base: string, own: string) => `${own}@${base.slice('http://'.length)}/rest/api/2/myself`],
  ] as const) {
    it(`written with ${what} is no way round`, async () => {
      let own = '';
      await using jira = await startHostileJira(({ url = '' }, response) => {
        if (url !== '/rest/api/2/myself') return false;
        response.writeHead(302, { location: target(elsewhere.baseUrl, own) }).end();
      });
      own = jira.baseUrl;
      await using agent = await startAgent();
      await expectError(connect(agent, jira), 'loginPage');
      assert.deepEqual(elsewhere.received, []);
    });
  }

  it('names no page that is not one of the web', async () => {
    for (const location of ['javascript:alert(1)', 'file:///etc/passwd', 'command:evil', 'vscode://evil']) {
      await using jira = await startHostileJira((_, response) => void response.writeHead(302, { location }).end());
      await using agent = await startAgent();
      const { message } = await expectError(connect(agent, jira), 'server', { message: /redirects to nowhere/ });
      assert.notInclude(message, location);
    }
  });
});

describe('a redirect within the same origin', () => {
  it('that leaves the REST resources of the context path is not followed', async () => {
    for (const location of ['/elsewhere/rest/api/2/myself', '/jira/rest/../../evil', '/jira/login.jsp', '/JIRA/rest/api/2/myself']) {
      await using jira = await startHostileJira((request, response) => {
        const { url = '' } = request;
        if (url === '/jira/rest/api/2/myself') response.writeHead(302, { location }).end();
        else if (url.startsWith('/jira/')) request.url = url.slice('/jira'.length);
        return response.writableEnded ? undefined : false;
      });
      await using agent = await startAgent();
      await expectError(connect(agent, { baseUrl: `${jira.baseUrl}/jira` }), 'loginPage');
      assert.deepEqual(jira.received.filter(({ headers }) => headers.authorization === `Bearer ${hostileToken}`).map(({ target }) => target), ['/jira/rest/api/2/myself']);
    }
  });

  it('that goes round in a circle ends', async () => {
    await using jira = await startHostileJira(({ url = '' }, response) => {
      if (url !== '/rest/api/2/myself') return false;
      response.writeHead(302, { location: url }).end();
    });
    await using agent = await startAgent();
    await expectError(connect(agent, jira), 'loginPage');
    assert.isBelow(jira.received.length, 10);
  });
});
