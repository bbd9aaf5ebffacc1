import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { asking, bearer, type Answered } from './asking.ts';
import { Browser, startJira, type Jira } from './index.ts';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

describe("the honest Jira's OAuth 2.0", () => {
  let jira: Jira;
  let client: ReturnType<Jira['registerOAuth2Client']>;

  beforeEach(async () => {
    jira = await startJira({ issues: 5, requireHttps: false });
    client = jira.registerOAuth2Client('Editor', `${jira.baseUrl}/status`);
  });

  afterEach(() => jira.close());

  function authorizeUrl(query: Record<string, string> = {}): string {
    const parameters = { client_id: client.clientId, redirect_uri: client.redirectUri, response_type: 'code', scope: 'WRITE', state: 's' };
    return `${jira.baseUrl}/rest/oauth2/latest/authorize?${new URLSearchParams({ ...parameters, ...query })}`;
  }

  async function code(query: Record<string, string> = {}): Promise<string> {
    const page = await new Browser().authorize(authorizeUrl(query), { user: 'alice' });
    const { searchParams } = new URL(page.url);
    expect(searchParams.get('state')).to.equal('s');
    return searchParams.get('code') ?? '';
  }

  function token(parameters: Record<string, string>): Promise<Answered> {
    const { clientId, clientSecret, redirectUri } = client;
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri, ...parameters });
    return asking(jira)('/rest/oauth2/latest/token', { method: 'POST', body });
  }

  const redeem = (name: string, rest = {}): Promise<Answered> => token({ grant_type: 'authorization_code', code: name, ...rest });

  it('gives tokens for a code, and acts for the user who approved', async () => {
    const { status, body } = await redeem(await code());
    expect(status).to.equal(200);
    expect(body).to.include({ token_type: 'bearer', expires_in: 3600 });
    expect((await asking(jira, bearer(String(body['access_token'])))('/rest/api/2/myself')).body).to.include({ name: 'alice' });
  });

  it('wants the secret, the redirect address and the verifier of the challenge', async () => {
    const error = async (answer: Promise<Answered>): Promise<unknown> => (await answer).body['error'];
    expect(await error(redeem(await code(), { client_secret: 'wrong' }))).to.equal('invalid_client');
    expect(await error(redeem(await code(), { redirect_uri: '' }))).to.equal('invalid_grant');
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    expect(await error(redeem(await code(pkce), { code_verifier: 'wrong' }))).to.equal('invalid_grant');
    expect((await redeem(await code(pkce), { code_verifier: verifier })).status).to.equal(200);
  });

  it('takes a code once, and within ten seconds', async () => {
    const once = await code();
    expect([(await redeem(once)).status, (await redeem(once)).status]).to.deep.equal([200, 400]);
    const late = await code();
    jira.setClockOffset(11);
    expect((await redeem(late)).status).to.equal(400);
  });

  it('lets both old tokens die when they are refreshed', async () => {
    const { body } = await redeem(await code());
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
    expect((await token(refresh)).status).to.equal(200);
    expect((await token(refresh)).body['error']).to.equal('invalid_grant');
    expect((await asking(jira, bearer(String(body['access_token'])))('/rest/api/2/myself')).status).to.equal(401);
  });

  it('tells of a refusal', async () => {
    const page = await new Browser().authorize(authorizeUrl(), { user: 'alice', decision: 'deny' });
    expect(new URL(page.url).searchParams.get('error')).to.equal('access_denied');
  });

  it('insists on https unless told otherwise, and is absent before 8.22', async () => {
    for (const [profile, status] of [['9.12', 400], ['8.20', 404]] as const) {
      const strict = await startJira({ issues: 5, profile });
      const { clientId, redirectUri } = strict.registerOAuth2Client('Editor', 'http://127.0.0.1:1/callback');
      const query = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri });
      expect((await asking(strict)(`/rest/oauth2/latest/authorize?${query}`)).status, profile).to.equal(status);
      await strict.close();
    }
  });
});
