import { expect } from 'chai';
import { TestConsumer, type Signing } from './consumer.ts';
import { Browser, startJira, type Jira } from './index.ts';

describe("the honest Jira's OAuth 1.0a", () => {
  let jira: Jira;
  const consumer = new TestConsumer();

  before(async () => {
    jira = await startJira({ issues: 20, contextPath: '/Jira' });
    jira.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey, name: 'My <Editor>' });
  });

  after(() => jira.close());

  afterEach(() => jira.setClockOffset(0));

  const servlet = (name: string): string => `${jira.baseUrl}/plugins/servlet/oauth/${name}`;

  async function requestToken(callback = 'oob'): Promise<string> {
    const answer = await consumer.send('POST', servlet('request-token'), { oauth: { oauth_callback: callback } });
    expect(answer.status).to.equal(200);
    return new URLSearchParams(await answer.text()).get('oauth_token') ?? '';
  }

  async function approve(token: string, decision: 'allow' | 'deny' = 'allow'): Promise<string> {
    const page = await new Browser().authorize(`${servlet('authorize')}?oauth_token=${token}`, { user: 'alice', decision });
    return page.verifier ?? '';
  }

  async function accessToken(): Promise<URLSearchParams> {
    const token = await requestToken();
    const verifier = await approve(token);
    const answer = await exchangeToken(token, { oauth_verifier: verifier });
    expect(answer.status).to.equal(200);
    return new URLSearchParams(await answer.text());
  }

  function exchangeToken(token: string, oauth: Signing['oauth'] = {}): Promise<Response> {
    return consumer.send('POST', servlet('access-token'), { oauth: { oauth_token: token, ...oauth } });
  }

  async function expectProblem(answer: Response, status: number, problem: string): Promise<URLSearchParams> {
    const body = new URLSearchParams(await answer.text());
    expect([answer.status, body.get('oauth_problem')]).to.deep.equal([status, problem]);
    expect(answer.headers.get('content-type')).to.equal('application/x-www-form-urlencoded;charset=UTF-8');
    expect(answer.headers.get('www-authenticate')).to.match(/^OAuth realm="http%3A%2F%2F/);
    expect(answer.headers.get('www-authenticate')).to.contain(`oauth_problem="${problem}"`);
    return body;
  }

  describe('asking for a request token', () => {
    const ask = (signing: Signing = {}, method = 'POST'): Promise<Response> =>
      consumer.send(method, servlet('request-token'), { ...signing, oauth: { oauth_callback: 'oob', ...signing.oauth } });

    it('answers in plain text, with a token and a secret of 32 letters and digits', async () => {
      const answer = await ask();
      expect(answer.headers.get('content-type')).to.equal('text/plain');
      expect(await answer.text()).to.match(
        /^oauth_token=[A-Za-z0-9]{32}&oauth_token_secret=[A-Za-z0-9]{32}&oauth_callback_confirmed=true$/,
      );
    });

    for (const into of ['header', 'query', 'form'] as const) {
      it(`takes the parameters from the ${into}`, async () => {
        expect((await ask({ into })).status).to.equal(200);
      });
    }

    it('refuses GET', async () => {
      expect((await ask({}, 'GET')).status).to.equal(405);
    });

    it('refuses a consumer that it does not know', async () => {
      const answer = await new TestConsumer('stranger').send('POST', servlet('request-token'), { oauth: { oauth_callback: 'oob' } });
      await expectProblem(answer, 401, 'consumer_key_unknown');
    });

    it('refuses HMAC, and says what it would take', async () => {
      const body = await expectProblem(await ask({ oauth: { oauth_signature_method: 'HMAC-SHA1' } }), 400, 'signature_method_rejected');
      expect(body.get('oauth_acceptable_signature_methods')).to.equal('RSA-SHA1');
    });

    it('refuses a signature over another URL, and shows the base string that it made', async () => {
      const answer = await ask({ signedUrl: servlet('request-token').replace('/Jira', '/jira') });
      const body = await expectProblem(answer, 401, 'signature_invalid');
      expect(body.get('oauth_signature_base_string')).to.contain(`POST&${encodeURIComponent(servlet('request-token'))}&`);
      expect(body.get('oauth_signature_method')).to.equal('RSA-SHA1');
      expect(body.get('oauth_signature')).to.be.a('string').that.is.not.empty;
    });

    it('refuses a signature by another key', async () => {
      const impostor = new TestConsumer(consumer.key);
      const answer = await impostor.send('POST', servlet('request-token'), { oauth: { oauth_callback: 'oob' } });
      await expectProblem(answer, 401, 'signature_invalid');
    });

    it('refuses a nonce that was used', async () => {
      const oauth = { oauth_nonce: 'once', oauth_timestamp: String(Math.floor(Date.now() / 1000)) };
      expect((await ask({ oauth })).status).to.equal(200);
      await expectProblem(await ask({ oauth }), 401, 'nonce_used');
    });

    for (const [age, accepted] of [[-290, true], [290, true], [-310, false], [310, false]] as const) {
      it(`${accepted ? 'takes' : 'refuses'} a timestamp that is off by ${age} s`, async () => {
        const now = Math.floor(Date.now() / 1000);
        const answer = await ask({ oauth: { oauth_timestamp: String(now + age) } });
        if (accepted) expect(answer.status).to.equal(200);
        else {
          const range = (await expectProblem(answer, 400, 'timestamp_refused')).get('oauth_acceptable_timestamps') ?? '';
          const [from = 0, to = 0] = range.split('-').map(Number);
          expect(to - from).to.equal(600);
          expect((from + to) / 2).to.be.closeTo(now, 5);
        }
      });
    }

    it('refuses another version, and takes none', async () => {
      await expectProblem(await ask({ oauth: { oauth_version: '2.0' } }), 400, 'version_rejected');
      expect((await ask({ oauth: { oauth_version: undefined } })).status).to.equal(200);
    });

    it('names a parameter that is missing', async () => {
      const body = await expectProblem(await ask({ oauth: { oauth_callback: undefined } }), 400, 'parameter_absent');
      expect(body.get('oauth_parameters_absent')).to.equal('oauth_callback');
    });

    for (const callback of ['vscode://jira/callback', '/relative', 'ftp://example.com/']) {
      it(`refuses the callback ${callback}`, async () => {
        const body = await expectProblem(await ask({ oauth: { oauth_callback: callback } }), 400, 'parameter_rejected');
        expect(body.get('oauth_parameters_rejected')).to.equal('oauth_callback');
        expect(body.get('oauth_problem_advice')).to.contain(callback);
      });
    }

    it('takes a loopback callback', async () => {
      expect((await ask({ oauth: { oauth_callback: 'http://127.0.0.1:54321/callback?state=a%20b' } })).status).to.equal(200);
    });
  });

  describe('the authorization page', () => {
    it('asks to log in first, and then names the application, safely', async () => {
      const page = await new Browser().open(`${servlet('authorize')}?oauth_token=${await requestToken()}`);
      expect(page.text).to.contain('os_username');
      const browser = new Browser();
      const login = await browser.open(`${servlet('authorize')}?oauth_token=${await requestToken()}`);
      const asked = await browser.submit(login, 'login-form', { os_username: 'alice', os_password: 'alice' });
      expect(asked.text).to.contain('My &lt;Editor&gt;').and.contain('value="Allow"').and.contain('value="Deny"');
    });

    it('shows a code of six letters and digits for oob', async () => {
      expect(await approve(await requestToken())).to.match(/^[A-Za-z0-9]{6}$/);
    });

    it('appends token and verifier to the query of the callback', async () => {
      const token = await requestToken(`${jira.baseUrl}/status?own=1`);
      const page = await new Browser().authorize(`${servlet('authorize')}?oauth_token=${token}`, { user: 'bob' });
      expect(page.url).to.match(new RegExp(`/Jira/status\\?own=1&oauth_token=${token}&oauth_verifier=[A-Za-z0-9]{6}$`));
    });

    it('tells the callback of a refusal by the verifier "denied"', async () => {
      const token = await requestToken(`${jira.baseUrl}/status`);
      const page = await new Browser().authorize(`${servlet('authorize')}?oauth_token=${token}`, { user: 'bob', decision: 'deny' });
      expect(new URL(page.url).searchParams.get('oauth_verifier')).to.equal('denied');
    });

    it('says what is wrong with a token', async () => {
      const token = await requestToken();
      await approve(token);
      const problemOf = async (name: string): Promise<string> =>
        (await new Browser().authorize(`${servlet('authorize')}?oauth_token=${name}`, { user: 'bob' })).text;
      expect(await problemOf(token)).to.contain('token_used');
      expect(await problemOf('unknown')).to.contain('token_rejected');
      const old = await requestToken();
      jira.setClockOffset(601);
      expect(await problemOf(old)).to.contain('token_expired');
    });

    it('refuses a decision that does not come from its own form', async () => {
      const browser = new Browser();
      const token = await requestToken();
      const login = await browser.open(`${servlet('authorize')}?oauth_token=${token}`);
      const page = await browser.submit(login, 'login-form', { os_username: 'alice', os_password: 'alice' });
      expect((await browser.submit(page, 'authorize', { atl_token: 'forged', approve: 'Allow' })).status).to.equal(403);
    });
  });

  describe('exchanging a request token', () => {
    it('answers with lifetimes of five years, and a session', async () => {
      const grant = await accessToken();
      expect(grant.get('oauth_token')).to.match(/^[A-Za-z0-9]{32}$/);
      expect(grant.get('oauth_session_handle')).to.match(/^[A-Za-z0-9]{32}$/);
      expect([grant.get('oauth_expires_in'), grant.get('oauth_authorization_expires_in')]).to.deep.equal(['157680000', '160272000']);
    });

    it('refuses GET', async () => {
      expect((await consumer.send('GET', servlet('access-token'), { oauth: { oauth_token: 'x' } })).status).to.equal(405);
    });

    it('refuses an unknown token', async () => {
      await expectProblem(await exchangeToken('unknown', { oauth_verifier: 'x' }), 401, 'token_rejected');
    });

    it('refuses a token that nobody has decided about', async () => {
      await expectProblem(await exchangeToken(await requestToken(), { oauth_verifier: 'x' }), 401, 'permission_unknown');
    });

    it('refuses a token that was denied', async () => {
      const token = await requestToken();
      await approve(token, 'deny');
      await expectProblem(await exchangeToken(token, { oauth_verifier: 'denied' }), 401, 'permission_denied');
    });

    it('refuses a wrong verifier, and one that is missing', async () => {
      const token = await requestToken();
      await approve(token);
      await expectProblem(await exchangeToken(token, { oauth_verifier: 'wrong1' }), 401, 'token_rejected');
      const body = await expectProblem(await exchangeToken(token), 400, 'parameter_absent');
      expect(body.get('oauth_parameters_absent')).to.equal('oauth_verifier');
    });

    it('refuses a token after ten minutes', async () => {
      const token = await requestToken();
      const verifier = await approve(token);
      jira.setClockOffset(601);
      await expectProblem(await exchangeToken(token, { oauth_verifier: verifier }), 401, 'token_expired');
    });

    it('refuses a token that was exchanged already', async () => {
      const token = await requestToken();
      const verifier = await approve(token);
      expect((await exchangeToken(token, { oauth_verifier: verifier })).status).to.equal(200);
      await expectProblem(await exchangeToken(token, { oauth_verifier: verifier }), 401, 'token_rejected');
    });

    it('refuses the token of another consumer', async () => {
      const other = new TestConsumer('other');
      jira.createApplicationLink({ consumerKey: other.key, publicKey: other.publicKey });
      const token = await requestToken();
      const verifier = await approve(token);
      const answer = await other.send('POST', servlet('access-token'), { oauth: { oauth_token: token, oauth_verifier: verifier } });
      await expectProblem(answer, 401, 'token_rejected');
    });

    it('renews an access token by its session handle, once', async () => {
      const grant = await accessToken();
      const [token, handle] = [grant.get('oauth_token') ?? '', grant.get('oauth_session_handle') ?? ''];
      jira.expireAccessToken({ token });
      await expectProblem(await exchangeToken(token), 400, 'parameter_absent');
      await expectProblem(await exchangeToken(token, { oauth_session_handle: 'wrong' }), 401, 'token_rejected');
      expect((await exchangeToken(token, { oauth_session_handle: handle })).status).to.equal(200);
      await expectProblem(await exchangeToken(token, { oauth_session_handle: handle }), 401, 'token_rejected');
    });

    it('renews no longer than the session lives', async () => {
      const grant = await accessToken();
      jira.setClockOffset(160_272_001);
      const oauth = { oauth_session_handle: grant.get('oauth_session_handle') ?? '' };
      await expectProblem(await exchangeToken(grant.get('oauth_token') ?? '', oauth), 401, 'permission_denied');
    });
  });

  describe('a signed request', () => {
    const ask = async (path: string, token: string, signing: Signing = {}): Promise<Response> =>
      consumer.send('GET', jira.baseUrl + path, { ...signing, oauth: { oauth_token: token, ...signing.oauth } });

    it('is that of the user who approved, whatever characters its query has', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      const jql = `summary ~ "a+b & ü=%20*'(!)~ 山😀" AND text ~ "x/y?z#" ORDER BY key`;
      const query = `fields=summary&fields=status&maxResults=5&jql=${encodeURIComponent(jql)}`;
      const answer = await ask(`/rest/api/2/search?${query}`, token);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('x-ausername')).to.equal('alice');
    });

    it('may have a JSON body, which is not signed', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      const answer = await consumer.send('POST', `${jira.baseUrl}/rest/api/2/search`, { oauth: { oauth_token: token }, json: { jql: '' } });
      expect(answer.status).to.equal(200);
    });

    it('must have its query signed', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      const signedUrl = `${jira.baseUrl}/rest/api/2/user`;
      await expectProblem(await ask('/rest/api/2/user?username=bob', token, { signedUrl }), 401, 'signature_invalid');
    });

    it('is refused with a token that was revoked, has expired, or never was', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      jira.expireAccessToken({ token });
      await expectProblem(await ask('/rest/api/2/myself', token), 401, 'token_expired');
      jira.revokeAccessToken({ token });
      await expectProblem(await ask('/rest/api/2/myself', token), 401, 'token_rejected');
    });

    it('is refused with a request token', async () => {
      await expectProblem(await ask('/rest/api/2/myself', await requestToken()), 401, 'token_rejected');
    });

    it('is refused when the user may no longer log in', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      jira.addUser({ name: 'alice', active: false });
      await expectProblem(await ask('/rest/api/2/myself', token), 401, 'permission_denied');
      jira.addUser({ name: 'alice', active: true });
    });

    it('is refused once the application link is gone', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      jira.removeApplicationLink(consumer.key);
      await expectProblem(await ask('/rest/api/2/myself', token), 401, 'consumer_key_unknown');
      jira.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey });
      await expectProblem(await ask('/rest/api/2/myself', token), 401, 'token_rejected');
    });

    it('is anonymous when one of the six parameters is missing', async () => {
      const token = (await accessToken()).get('oauth_token') ?? '';
      const answer = await ask('/rest/api/2/search', token, { oauth: { oauth_nonce: undefined } });
      expect([answer.status, answer.headers.get('x-ausername')]).to.deep.equal([200, 'anonymous']);
    });
  });

  it('takes a public key in PEM or as bare base64, and no PKCS#1', () => {
    const bare = consumer.publicKey.replace(/-----.*-----|\s/g, '');
    expect(() => jira.createApplicationLink({ consumerKey: 'bare', publicKey: bare })).not.to.throw();
    const pkcs1 = '-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----';
    expect(() => jira.createApplicationLink({ consumerKey: 'pkcs1', publicKey: pkcs1 })).to.throw(TypeError);
  });

  it('believes a connector that hides the real address, and refuses every signature', async () => {
    const hidden = await startJira({ issues: 1, seenBaseUrl: 'http://localhost:8080/Jira' });
    hidden.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey });
    const url = `${hidden.baseUrl}/plugins/servlet/oauth/request-token`;
    const body = await expectProblem(await consumer.send('POST', url, { oauth: { oauth_callback: 'oob' } }), 401, 'signature_invalid');
    expect(body.get('oauth_signature_base_string')).to.contain(encodeURIComponent('http://localhost:8080/Jira'));
    await hidden.close();
  });
});
