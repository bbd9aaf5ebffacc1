import { expect } from 'chai';
import JiraApi from 'jira-client';
import { generateKeyPairSync } from 'node:crypto';
import { TestConsumer } from '../jira/consumer.ts';
import { Browser, startJira, type Jira } from '../jira/index.ts';

describe('jira-client from npm', () => {
  let jira: Jira;

  before(async () => {
    jira = await startJira({ issues: 500 });
  });

  after(() => jira.close());

  it('does its work with a personal access token', async () => {
    await expectWork(client({ bearer: jira.createToken('alice') }));
  });

  it('does its work with Basic', async () => {
    await expectWork(client({ username: 'alice', password: 'alice' }));
  });

  it('does its work with OAuth 1.0a and RSA-SHA1', async () => {
    const consumer = new TestConsumer('jira-client');
    jira.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey });
    await expectWork(
      client({
        oauth: {
          consumer_key: consumer.key,
          consumer_secret: consumer.privateKey,
          ...(await grant(consumer)),
          signature_method: 'RSA-SHA1',
        },
      }),
    );
  });

  it('is refused with a key that is not the one of the application link', async () => {
    const consumer = new TestConsumer('other-key');
    jira.createApplicationLink({ consumerKey: consumer.key, publicKey: consumer.publicKey });
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const oauth = { consumer_key: consumer.key, consumer_secret: privateKey, ...(await grant(consumer)) };
    const refusal: unknown = await client({ oauth }).getCurrentUser().catch((error: unknown) => error);
    expect(String(refusal)).to.contain('oauth_problem=signature_invalid&');
  });

  function client(credentials: ConstructorParameters<typeof JiraApi>[0]): JiraApi {
    const { hostname, port, pathname } = new URL(jira.baseUrl);
    return new JiraApi({ protocol: 'http', host: hostname, port, base: pathname, apiVersion: '2', strictSSL: true, ...credentials });
  }

  async function grant(consumer: TestConsumer): Promise<{ access_token: string; access_token_secret: string }> {
    const servlets = `${jira.baseUrl}/plugins/servlet/oauth`;
    const token = async (servlet: string, oauth: Record<string, string>): Promise<URLSearchParams> =>
      new URLSearchParams(await (await consumer.send('POST', `${servlets}/${servlet}`, { oauth })).text());
    const asked = (await token('request-token', { oauth_callback: 'oob' })).get('oauth_token') ?? '';
    const page = await new Browser().authorize(`${servlets}/authorize?oauth_token=${asked}`, { user: 'alice' });
    const granted = await token('access-token', { oauth_token: asked, oauth_verifier: page.verifier ?? '' });
    return { access_token: granted.get('oauth_token') ?? '', access_token_secret: granted.get('oauth_token_secret') ?? '' };
  }
});

async function expectWork(client: JiraApi): Promise<void> {
  expect(await client.getCurrentUser()).to.include({ name: 'alice' });
  const found = await client.searchJira(`project = ABC AND text ~ "a+b & 'c'*" OR project = ABC ORDER BY key ASC`, { maxResults: 7 });
  expect(found).to.include({ total: 130, maxResults: 7 });
  const { key } = await client.addNewIssue({
    fields: { project: { key: 'WEB' }, issuetype: { name: 'Bug' }, summary: 'Made by jira-client: ü & 山' },
  });
  await client.addComment(key, 'A comment: ü!');
  const { transitions } = await client.listTransitions(key);
  await client.transitionIssue(key, { transition: { id: transitions[1]?.id } });
  const { fields } = await client.findIssue(key);
  expect(fields.summary).to.equal('Made by jira-client: ü & 山');
  expect(fields.status.name).to.equal('In Progress');
  expect(fields.comment.comments[0]?.body).to.equal('A comment: ü!');
}
