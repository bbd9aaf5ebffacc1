import { expect } from 'chai';
import { TestConsumer, type Signing } from './consumer.ts';
import { Dance } from './dance.ts';
import { expectProblem } from './expect-problem.ts';
import { startJira, type Jira } from './index.ts';

describe('a request to the honest Jira that OAuth 1.0a signs', () => {
  let jira: Jira;
  let dance: Dance;
  const consumer = new TestConsumer();

  before(async () => {
    jira = await startJira({ issues: 20, contextPath: '/Jira' });
    dance = new Dance(jira, consumer);
  });

  after(() => jira.close());

  const ask = async (path: string, token: string, signing: Signing = {}): Promise<Response> =>
    consumer.send('GET', jira.baseUrl + path, { ...signing, oauth: { oauth_token: token, ...signing.oauth } });

  it('is that of the user who approved, whatever characters its query has', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    const jql = `summary ~ "a+b & ü=%20*'(!)~ 山😀" AND text ~ "x/y?z#" ORDER BY key`;
    const query = `fields=summary&fields=status&maxResults=5&jql=${encodeURIComponent(jql)}`;
    const answer = await ask(`/rest/api/2/search?${query}`, token);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('x-ausername')).to.equal('alice');
  });

  it('may have a JSON body, which is not signed', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    const answer = await consumer.send('POST', `${jira.baseUrl}/rest/api/2/search`, { oauth: { oauth_token: token }, json: { jql: '' } });
    expect(answer.status).to.equal(200);
  });

  it('must have its query signed', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    const signedUrl = `${jira.baseUrl}/rest/api/2/user`;
    await expectProblem(await ask('/rest/api/2/user?username=bob', token, { signedUrl }), 401, 'signature_invalid');
  });

  it('is refused with a token that was revoked, has expired, or never was', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    jira.expireAccessToken({ token });
    await expectProblem(await ask('/rest/api/2/myself', token), 401, 'token_expired');
    jira.revokeAccessToken({ token });
    await expectProblem(await ask('/rest/api/2/myself', token), 401, 'token_rejected');
  });

  it('is refused with a request token', async () => {
    await expectProblem(await ask('/rest/api/2/myself', await dance.requestToken()), 401, 'token_rejected');
  });

  it('is refused when the user may no longer log in', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    jira.addUser({ name: 'alice', active: false });
    await expectProblem(await ask('/rest/api/2/myself', token), 401, 'permission_denied');
    jira.addUser({ name: 'alice', active: true });
  });

  it('is refused once the application link is gone', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    jira.removeApplicationLink(consumer.key);
    await expectProblem(await ask('/rest/api/2/myself', token), 401, 'consumer_key_unknown');
    jira.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey });
    await expectProblem(await ask('/rest/api/2/myself', token), 401, 'token_rejected');
  });

  it('is anonymous when one of the six parameters is missing', async () => {
    const token = (await dance.accessToken()).get('oauth_token') ?? '';
    const answer = await ask('/rest/api/2/search', token, { oauth: { oauth_nonce: undefined } });
    expect([answer.status, answer.headers.get('x-ausername')]).to.deep.equal([200, 'anonymous']);
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
