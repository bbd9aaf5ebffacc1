import { expect } from 'chai';
import { TestConsumer, type Signing } from './consumer.ts';
import { Dance } from './dance.ts';
import { expectProblem } from './expect-problem.ts';
import { Browser, startJira, type Jira } from './index.ts';

describe("the honest Jira's OAuth 1.0a", () => {
  let jira: Jira;
  let dance: Dance;
  const consumer = new TestConsumer();

  before(async () => {
    jira = await startJira({ issues: 20, contextPath: '/Jira' });
    dance = new Dance(jira, consumer, 'My <Editor>');
  });

  after(() => jira.close());

  afterEach(() => jira.setClockOffset(0));

  describe('asking for a request token', () => {
    const ask = (signing: Signing = {}, method = 'POST'): Promise<Response> =>
      consumer.send(method, dance.servlet('request-token'), { ...signing, oauth: { oauth_callback: 'oob', ...signing.oauth } });

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
      const answer = await new TestConsumer('stranger').send('POST', dance.servlet('request-token'), { oauth: { oauth_callback: 'oob' } });
      await expectProblem(answer, 401, 'consumer_key_unknown');
    });

    it('refuses HMAC, and says what it would take', async () => {
      const body = await expectProblem(await ask({ oauth: { oauth_signature_method: 'HMAC-SHA1' } }), 400, 'signature_method_rejected');
      expect(body.get('oauth_acceptable_signature_methods')).to.equal('RSA-SHA1');
    });

    it('refuses a signature over another URL, and shows the base string that it made', async () => {
      const answer = await ask({ signedUrl: dance.servlet('request-token').replace('/Jira', '/jira') });
      const body = await expectProblem(answer, 401, 'signature_invalid');
      expect(body.get('oauth_signature_base_string')).to.contain(`POST&${encodeURIComponent(dance.servlet('request-token'))}&`);
      expect(body.get('oauth_signature_method')).to.equal('RSA-SHA1');
      expect(body.get('oauth_signature')).to.be.a('string').that.is.not.empty;
    });

    it('refuses a signature by another key', async () => {
      const impostor = new TestConsumer(consumer.key);
      const answer = await impostor.send('POST', dance.servlet('request-token'), { oauth: { oauth_callback: 'oob' } });
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
      const page = await new Browser().open(`${dance.servlet('authorize')}?oauth_token=${await dance.requestToken()}`);
      expect(page.text).to.contain('os_username');
      const browser = new Browser();
      const login = await browser.open(`${dance.servlet('authorize')}?oauth_token=${await dance.requestToken()}`);
      const asked = await browser.submit(login, 'login-form', { os_username: 'alice', os_password: 'alice' });
      expect(asked.text).to.contain('My &lt;Editor&gt;').and.contain('value="Allow"').and.contain('value="Deny"');
    });

    it('shows a code of six letters and digits for oob', async () => {
      expect(await dance.decide(await dance.requestToken())).to.match(/^[A-Za-z0-9]{6}$/);
    });

    it('appends token and verifier to the query of the callback', async () => {
      const token = await dance.requestToken(`${jira.baseUrl}/status?own=1`);
      const page = await new Browser().authorize(`${dance.servlet('authorize')}?oauth_token=${token}`, { user: 'bob' });
      expect(page.url).to.match(new RegExp(`/Jira/status\\?own=1&oauth_token=${token}&oauth_verifier=[A-Za-z0-9]{6}$`));
    });

    it('tells the callback of a refusal by the verifier "denied"', async () => {
      const token = await dance.requestToken(`${jira.baseUrl}/status`);
      const page = await new Browser().authorize(`${dance.servlet('authorize')}?oauth_token=${token}`, { user: 'bob', decision: 'deny' });
      expect(new URL(page.url).searchParams.get('oauth_verifier')).to.equal('denied');
    });

    it('says what is wrong with a token', async () => {
      const token = await dance.requestToken();
      await dance.decide(token);
      const problemOf = async (name: string): Promise<string> =>
        (await new Browser().authorize(`${dance.servlet('authorize')}?oauth_token=${name}`, { user: 'bob' })).text;
      expect(await problemOf(token)).to.contain('token_used');
      expect(await problemOf('unknown')).to.contain('token_rejected');
      const old = await dance.requestToken();
      jira.setClockOffset(601);
      expect(await problemOf(old)).to.contain('token_expired');
    });

    it('refuses a decision that does not come from its own form', async () => {
      const browser = new Browser();
      const token = await dance.requestToken();
      const login = await browser.open(`${dance.servlet('authorize')}?oauth_token=${token}`);
      const page = await browser.submit(login, 'login-form', { os_username: 'alice', os_password: 'alice' });
      expect((await browser.submit(page, 'authorize', { atl_token: 'forged', approve: 'Allow' })).status).to.equal(403);
    });
  });

  describe('exchanging a request token', () => {
    it('answers with lifetimes of five years, and a session', async () => {
      const grant = await dance.accessToken();
      expect(grant.get('oauth_token')).to.match(/^[A-Za-z0-9]{32}$/);
      expect(grant.get('oauth_session_handle')).to.match(/^[A-Za-z0-9]{32}$/);
      expect([grant.get('oauth_expires_in'), grant.get('oauth_authorization_expires_in')]).to.deep.equal(['157680000', '160272000']);
    });

    it('refuses GET', async () => {
      expect((await consumer.send('GET', dance.servlet('access-token'), { oauth: { oauth_token: 'x' } })).status).to.equal(405);
    });

    it('refuses an unknown token', async () => {
      await expectProblem(await dance.exchange('unknown', { oauth_verifier: 'x' }), 401, 'token_rejected');
    });

    it('refuses a token that nobody has decided about', async () => {
      await expectProblem(await dance.exchange(await dance.requestToken(), { oauth_verifier: 'x' }), 401, 'permission_unknown');
    });

    it('refuses a token that was denied', async () => {
      const token = await dance.requestToken();
      await dance.decide(token, 'deny');
      await expectProblem(await dance.exchange(token, { oauth_verifier: 'denied' }), 401, 'permission_denied');
    });

    it('refuses a wrong verifier, and one that is missing', async () => {
      const token = await dance.requestToken();
      await dance.decide(token);
      await expectProblem(await dance.exchange(token, { oauth_verifier: 'wrong1' }), 401, 'token_rejected');
      const body = await expectProblem(await dance.exchange(token), 400, 'parameter_absent');
      expect(body.get('oauth_parameters_absent')).to.equal('oauth_verifier');
    });

    it('refuses a token after ten minutes', async () => {
      const token = await dance.requestToken();
      const verifier = await dance.decide(token);
      jira.setClockOffset(601);
      await expectProblem(await dance.exchange(token, { oauth_verifier: verifier }), 401, 'token_expired');
    });

    it('refuses a token that was exchanged already', async () => {
      const token = await dance.requestToken();
      const verifier = await dance.decide(token);
      expect((await dance.exchange(token, { oauth_verifier: verifier })).status).to.equal(200);
      await expectProblem(await dance.exchange(token, { oauth_verifier: verifier }), 401, 'token_rejected');
    });

    it('refuses the token of another consumer', async () => {
      const other = new TestConsumer('other');
      jira.createApplicationLink({ consumerKey: other.key, publicKey: other.publicKey });
      const token = await dance.requestToken();
      const verifier = await dance.decide(token);
      const answer = await other.send('POST', dance.servlet('access-token'), { oauth: { oauth_token: token, oauth_verifier: verifier } });
      await expectProblem(answer, 401, 'token_rejected');
    });

    it('renews an access token by its session handle, once', async () => {
      const grant = await dance.accessToken();
      const [token, handle] = [grant.get('oauth_token') ?? '', grant.get('oauth_session_handle') ?? ''];
      jira.expireAccessToken({ token });
      await expectProblem(await dance.exchange(token), 400, 'parameter_absent');
      await expectProblem(await dance.exchange(token, { oauth_session_handle: 'wrong' }), 401, 'token_rejected');
      expect((await dance.exchange(token, { oauth_session_handle: handle })).status).to.equal(200);
      await expectProblem(await dance.exchange(token, { oauth_session_handle: handle }), 401, 'token_rejected');
    });

    it('renews no longer than the session lives', async () => {
      const grant = await dance.accessToken();
      jira.setClockOffset(160_272_001);
      const oauth = { oauth_session_handle: grant.get('oauth_session_handle') ?? '' };
      await expectProblem(await dance.exchange(grant.get('oauth_token') ?? '', oauth), 401, 'permission_denied');
    });
  });
});
