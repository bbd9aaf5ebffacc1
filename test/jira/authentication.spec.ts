import { expect } from 'chai';
import { asking, basic, bearer } from './asking.ts';
import { Browser, startJira, type Jira, type JiraOptions } from './index.ts';

describe('how the honest Jira tells who is asking', () => {
  let jira: Jira;

  async function start(options: JiraOptions = {}): Promise<Jira> {
    jira = await startJira({ issues: 100, ...options });
    return jira;
  }

  afterEach(() => jira.close());

  describe('by a personal access token', () => {
    it('knows a good one, and names the user percent-encoded', async () => {
      await start();
      const { status, body, headers } = await asking(jira, bearer(jira.createToken('jürgen.müller')))('/rest/api/2/myself');
      expect([status, body['displayName']]).to.deep.equal([200, 'Jürgen Müller 山田 😀']);
      expect(headers.get('x-ausername')).to.equal('j%C3%BCrgen.m%C3%BCller');
      expect(headers.get('set-cookie')).to.equal(null);
    });

    for (const [name, spoil] of [
      ['unknown', () => 'MTIzOnVua25vd24='],
      ['expired', () => expired(jira)],
      ['revoked', () => revoked(jira)],
    ] as const) {
      it(`takes one that is ${name} for anonymous, not for an error`, async () => {
        await start({ profile: '10.3' });
        const ask = asking(jira, bearer(spoil()));
        const found = await ask('/rest/api/2/search');
        expect([found.status, found.body['total'], found.headers.get('x-ausername')]).to.deep.equal([200, 0, 'anonymous']);
        for (const path of ['/rest/api/2/myself', '/rest/api/2/serverInfo', '/rest/api/2/issue/ABC-1']) {
          const { status, headers } = await ask(path);
          expect([status, headers.get('x-seraph-loginreason')], path).to.deep.equal([401, null]);
        }
      });
    }

    it('refuses one that comes with a cookie that is out of date, in HTML', async () => {
      await start();
      const ask = asking(jira, bearer(jira.createToken('alice')));
      const { headers } = await asking(jira)('/rest/api/2/serverInfo');
      const Cookie = /JSESSIONID=\w+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? '';
      expect((await ask('/rest/api/2/myself', { headers: { Cookie } })).status).to.equal(200);
      const second = await ask('/rest/api/2/myself', { headers: { Cookie } });
      expect(second.status).to.equal(401);
      expect(second.headers.get('content-type')).to.contain('text/html');
      expect(second.text).to.contain('invalid cookie was sent');
    });

    it('lets a user make, list and delete tokens, and shows each just once', async () => {
      await start();
      const ask = asking(jira, basic('alice', 'alice'));
      const made = await ask('/rest/pat/latest/tokens', { method: 'POST', json: { name: 'editor', expirationDuration: 90 } });
      expect(made.status).to.equal(201);
      expect(made.body).to.have.all.keys('id', 'name', 'createdAt', 'expiringAt', 'rawToken');
      expect(made.body['rawToken']).to.match(/^[A-Za-z0-9+/]{44}$/);
      const listed = await ask('/rest/pat/latest/tokens');
      expect((listed.body as unknown as object[])[0]).to.have.all.keys('id', 'name', 'createdAt', 'expiringAt');
      expect((await ask(`/rest/pat/latest/tokens/${String(made.body['id'])}`, { method: 'DELETE' })).status).to.equal(204);
      expect((await asking(jira, bearer(String(made.body['rawToken'])))('/rest/api/2/myself')).status).to.equal(401);
    });

    it('has none before 8.14', async () => {
      await start({ profile: '8.5' });
      expect((await asking(jira, basic('alice', 'alice'))('/rest/pat/latest/tokens')).status).to.equal(404);
    });
  });

  describe('by Basic', () => {
    it('knows a good password', async () => {
      await start();
      const { status, headers } = await asking(jira, basic('alice', 'alice'))('/rest/api/2/myself');
      expect([status, headers.get('x-seraph-loginreason')]).to.deep.equal([200, 'OK']);
      expect(headers.get('set-cookie')).to.match(/JSESSIONID=[0-9A-F]{32}; Path=\/jira; HttpOnly.*_lin; Path=\/jira/);
    });

    it('refuses a wrong one everywhere, in HTML, with no challenge for Basic', async () => {
      await start();
      const { status, headers, text } = await asking(jira, basic('alice', 'wrong'))('/rest/api/2/serverInfo');
      expect([status, headers.get('x-seraph-loginreason')]).to.deep.equal([401, 'AUTHENTICATED_FAILED']);
      expect(text).to.contain('Unauthorized (401)').and.contain('Basic Authentication Failure - Reason : AUTHENTICATED_FAILED');
      expect(headers.get('www-authenticate')).to.equal(`OAuth realm="${encodeURIComponent(jira.baseUrl)}"`);
    });

    it('refuses the right one too after three failures, until a login by the form', async () => {
      await start();
      for (const attempt of [1, 2, 3]) {
        expect((await asking(jira, basic('alice', 'wrong'))('/rest/api/2/myself')).status, `attempt ${attempt}`).to.equal(401);
      }
      const { status, headers } = await asking(jira, basic('alice', 'alice'))('/rest/api/2/myself');
      expect([status, headers.get('x-seraph-loginreason')]).to.deep.equal([403, 'AUTHENTICATION_DENIED']);
      expect(headers.get('x-authentication-denied-reason')).to.equal(`CAPTCHA_CHALLENGE; login-url=${jira.baseUrl}/login.jsp`);
      const browser = new Browser();
      await browser.logIn(jira.baseUrl, 'alice');
      expect((await asking(jira, basic('alice', 'alice'))('/rest/api/2/myself')).status).to.equal(200);
    });

    it('counts a personal access token that comes as a password', async () => {
      await start();
      const ask = asking(jira, basic('alice', jira.createToken('alice')));
      for (const status of [401, 401, 401, 403]) expect((await ask('/rest/api/2/myself')).status).to.equal(status);
    });

    it('is switched off from 11.0 on', async () => {
      await start({ profile: '11.3' });
      const { status, body } = await asking(jira, basic('alice', 'alice'))('/rest/api/2/myself');
      expect([status, body['message']]).to.deep.equal([403, 'Basic Authentication has been disabled on this instance.']);
    });
  });

  describe('somebody it does not know', () => {
    it('gets the 401 of Jira up to 9.x, and that of the platform from 10.0 on', async () => {
      await start({ profile: '9.12' });
      const old = await asking(jira)('/rest/api/2/myself');
      expect(old.body).to.deep.equal({
        errorMessages: ['You are not authenticated. Authentication required to perform this operation.'],
        errors: {},
      });
      await jira.close();
      await start({ profile: '10.3' });
      const message = 'Client must be authenticated to access this resource.';
      expect((await asking(jira)('/rest/api/2/myself')).body).to.deep.equal({ message, 'status-code': 401 });
      const inXml = await asking(jira)('/rest/api/2/myself', { headers: { Accept: 'text/html' } });
      expect(inXml.text).to.contain(`<status><status-code>401</status-code><message>${message}</message></status>`);
    });

    it('sees serverInfo up to 9.x, and no longer from 10.0 on', async () => {
      for (const [profile, status] of [['8.5', 200], ['8.20', 200], ['9.12', 200], ['10.3', 401], ['11.3', 401]] as const) {
        await start({ profile });
        expect((await asking(jira)('/rest/api/2/serverInfo')).status, profile).to.equal(status);
        expect((await asking(jira)('/status')).body, profile).to.deep.equal({ state: 'RUNNING' });
        expect((await asking(jira)('/rest/applinks/1.0/manifest')).text, profile).to.contain('<typeId>jira</typeId>');
        await jira.close();
      }
      await start();
    });

    it('finds nothing on a private site, and is told of the fields that it may not see', async () => {
      await start();
      const ask = asking(jira);
      expect((await ask('/rest/api/2/search')).body).to.include({ total: 0 });
      const refused = await ask('/rest/api/2/search?jql=assignee+%3D+admin');
      expect([refused.status, refused.body['errorMessages']]).to.deep.equal([
        400,
        ["Field 'assignee' does not exist or this field cannot be viewed by anonymous users."],
      ]);
      const unknown = await ask('/rest/api/2/search?jql=project+%3D+ABC');
      expect(unknown.body['errorMessages']).to.deep.equal(["The value 'ABC' does not exist for the field 'project'."]);
      const unsorted = await ask('/rest/api/2/search?jql=ORDER+BY+priority');
      expect(unsorted.body['errorMessages']).to.deep.equal(["Not able to sort using field 'priority'."]);
    });

    it('sees the public projects of a public site', async () => {
      await start({ publicSite: true });
      const ask = asking(jira);
      const found = await ask('/rest/api/2/search?maxResults=1000&fields=project');
      const issues = found.body['issues'] as { fields: { project: { key: string } } }[];
      expect(new Set(issues.map(({ fields }) => fields.project.key))).to.deep.equal(new Set(['WEB']));
      expect((await ask('/rest/api/2/issue/WEB-1')).status).to.equal(200);
      expect((await ask('/rest/api/2/issue/ABC-1')).status).to.equal(404);
      expect((await ask('/rest/api/2/issue/WEB-1/comment', { method: 'POST', json: { body: 'x' } })).status).to.equal(401);
    });
  });

  it('hides what a user may not see, in the words of the version', async () => {
    await start();
    expect((await asking(jira, bearer(jira.createToken('bob')))('/rest/api/2/issue/SEC-1')).status).to.equal(404);
    expect((await asking(jira, bearer(jira.createToken('alice')))('/rest/api/2/issue/SEC-1')).status).to.equal(200);
    await jira.close();
    await start({ profile: '8.20' });
    expect((await asking(jira, bearer(jira.createToken('bob')))('/rest/api/2/issue/SEC-1')).status).to.equal(403);
  });

  it('refuses a write that looks like one of a browser, whatever the credentials', async () => {
    await start();
    const ask = asking(jira, bearer(jira.createToken('alice')));
    const write = { method: 'POST', json: { body: 'x' } };
    const agent = { 'User-Agent': 'Mozilla/5.0', 'X-Atlassian-Token': 'no-check' };
    const refused = await ask('/rest/api/2/issue/ABC-1/comment', { ...write, headers: agent });
    expect([refused.status, refused.text]).to.deep.equal([403, 'XSRF check failed']);
    const { origin } = new URL(jira.baseUrl);
    const own = await ask('/rest/api/2/issue/ABC-1/comment', { ...write, headers: { ...agent, Origin: origin } });
    expect(own.status).to.equal(201);
    expect((await ask('/rest/api/2/issue/ABC-1/comment', write)).status).to.equal(201);
    expect((await ask('/rest/api/2/myself', { headers: agent })).status).to.equal(200);
  });

  it('opens and closes cookie sessions, and from 11.0 on no longer', async () => {
    await start();
    const login = { method: 'POST', json: { username: 'alice', password: 'alice' } };
    const opened = await asking(jira)('/rest/auth/1/session', login);
    const { name, value } = opened.body['session'] as { name: string; value: string };
    const headers = { Cookie: `${name}=${value}` };
    expect((await asking(jira)('/rest/api/2/myself', { headers })).body).to.include({ name: 'alice' });
    expect((await asking(jira)('/rest/auth/1/session', { method: 'DELETE', headers })).status).to.equal(204);
    expect((await asking(jira)('/rest/api/2/myself', { headers })).status).to.equal(401);
    await jira.close();
    await start({ profile: '11.3' });
    expect((await asking(jira)('/rest/auth/1/session', login)).status).to.equal(403);
  });

  it('leaves X-AUSERNAME out where that is switched off', async () => {
    await start({ userNameHeader: false });
    expect((await asking(jira)('/rest/api/2/serverInfo')).headers.has('x-ausername')).to.equal(false);
  });
});

function expired(jira: Jira): string {
  const token = jira.createToken('alice');
  jira.expireToken(token);
  return token;
}

function revoked(jira: Jira): string {
  const token = jira.createToken('alice');
  jira.revokeToken(token);
  return token;
}
