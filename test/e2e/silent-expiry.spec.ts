/** Credentials that end in silence: Jira goes on as if nobody had logged in, and the agent must not. */
import { assert } from 'chai';
import { expectError, startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';

const all = 'ORDER BY key ASC';

describe('a token that Jira ignores', () => {
  for (const [how, profile, publicSite, userNameHeader] of [
    ['by an empty list with status 200', '9.12', false, true],
    ['by an empty list whose user name a proxy takes away', '9.12', false, false],
    ['by a list of what is public', '9.12', true, true],
    ['by a list of what is public, whose user name a proxy takes away', '9.12', true, false],
    ['by 401, as Jira 10 does', '10.3', false, true],
  ] as const) {
    it(`${how} is told, and not taken for “none”`, async () => {
      await using jira = await openJira({ issues: 20, profile, publicSite, userNameHeader });
      await using agent = await startAgent();
      const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 86_400 * 30 });
      await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
      assert.notStrictEqual((await agent.request('jira/issues', { jql: all })).total, 0);
      jira.expireToken(token);
      await expectError(agent.request('jira/issues', { jql: all }), 'credentialsRejected');
      assert.strictEqual((await agent.request('jira/providers', {})).providers[0]?.state, 'credentialsRejected');
    });
  }

  it('by 400 with “anonymous users” in it is told as what it is', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const body = `{"errorMessages":["The value 'ABC' does not exist for the field 'project'.","Field 'assignee' does not exist or this field cannot be viewed by anonymous users."],"errors":{}}`;
    jira.faults.always('/search', { status: 400, headers: { 'Content-Type': 'application/json', 'X-AREQUESTID': '1', 'X-AUSERNAME': 'anonymous' }, body });
    await expectError(agent.request('jira/issues', { jql: all }), 'credentialsRejected');
  });

  it('for a password, by status 200 beside a header that denies it', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'basic', username: 'alice', password: 'alice' } });
    const headers = { 'Content-Type': 'application/json', 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED', 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=/login.jsp' };
    jira.faults.always('/search', { status: 200, headers, body: '{"startAt":0,"maxResults":50,"total":0,"issues":[]}' });
    await expectError(agent.request('jira/issues', { jql: all }), 'captchaRequired');
    const sent = jira.requests.length;
    await expectError(agent.request('jira/issues', { jql: all }), 'credentialsRejected');
    assert.lengthOf(jira.requests, sent);
  });
});
