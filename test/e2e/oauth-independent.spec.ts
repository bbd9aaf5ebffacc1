/**
 * The agent is honest: it completes the OAuth dance, and its signed queries with every awkward
 * character are accepted, at a provider that is made of Python's oauthlib. That the provider is
 * honest itself is the business of `test/oauthlib/provider.spec.ts`.
 *
 * A default port cannot be had here: only root listens on 80 and 443. That it is left out of the
 * signature is shown by `test/unit/oauth/base-string.spec.ts`, together with repeated parameters.
 */
import { assert } from 'chai';
import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import type { Provider } from '../../protocol/provider.ts';
import { allowAndReadCode, allowAndReturn, decide } from '../oauthlib/browser.ts';
import { startOAuthlibProvider, type OAuthlibProvider } from '../oauthlib/provider.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';

/** Makes a key pair, registers its public key as an administrator does, and configures the agent. */
async function configure(agent: Agent, jira: OAuthlibProvider, baseUrl = jira.baseUrl): Promise<Provider> {
  const keyPair = await agent.request('jira/generateKeyPair', { baseUrl });
  const { consumerKey, publicKey } = keyPair.applicationLink;
  await jira.registerConsumer(consumerKey, publicKey);
  const { provider } = await agent.request('jira/configure', { baseUrl, authentication: { type: 'oauth1', consumerKey, keyPair: keyPair.id } });
  assert.strictEqual(provider.state, 'needsAuthorization');
  assert.strictEqual(provider.authentication.keyFingerprint, keyPair.fingerprint);
  return provider;
}

/** Does the whole dance by the loopback redirect. */
async function connect(agent: Agent, jira: OAuthlibProvider): Promise<Provider> {
  const { id } = await configure(agent, jira);
  const { authorization, url } = await agent.request('jira/authorize', { provider: id });
  const completed = agent.request('jira/completeAuthorization', { authorization });
  await allowAndReturn(url);
  return (await completed).provider;
}

for (const contextPath of ['', '/Jira', '/Jira%20Prod/t%C3%A4st', '/a+b/~c;d=1', '/%7euser/Ja%2Fva']) {
  it(`completes the dance at the context path "${contextPath}"`, async () => {
    await using jira = await startOAuthlibProvider(contextPath);
    await using agent = await startAgent();
    const provider = await connect(agent, jira);
    assert.strictEqual(provider.state, 'connected');
    assert.strictEqual(provider.baseUrl, jira.baseUrl);
    assert.deepEqual(provider.user?.name, 'mia krystof');
    const { issues } = await agent.request('jira/issues', { jql: 'project = ECHO', limit: 1 });
    assert.strictEqual(issues[0]?.summary, 'project = ECHO');
    assert.strictEqual(issues[0]?.url, `${jira.baseUrl}/browse/ECHO-1`);
  });
}

it('completes the dance with a clock that is an hour fast, once Jira told the time', async () => {
  await using jira = await startOAuthlibProvider('/jira');
  const hourFast = 'data:text/javascript,const now = Date.now; Date.now = () => now() + 3_600_000;';
  await using agent = await startAgent({ execArgv: ['--import', hourFast] });
  assert.strictEqual((await connect(agent, jira)).state, 'connected');
});

describe('signed queries, judged by oauthlib', () => {
  let jira: OAuthlibProvider;
  let agent: Agent;

  before(async () => {
    jira = await startOAuthlibProvider('/Jira');
    agent = await startAgent();
    assert.strictEqual((await connect(agent, jira)).state, 'connected');
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  async function assertArrives(jql: string, method: 'GET' | 'POST' | undefined = undefined): Promise<void> {
    // The field as Jira gave it: the summary of a list is cleared of control characters.
    const { issues, jql: sent } = await agent.request('jira/issues', { jql, limit: 1, fields: ['summary'] });
    assert.strictEqual(issues[0]?.fields?.['summary'], jql);
    assert.strictEqual(sent, jql);
    if (method !== undefined) assert.deepEqual(issues[0]?.labels, [method]);
  }

  const queries: Record<string, string> = {
    'spaces': 'project = ABC AND  status  =  Open',
    'a plus': 'summary ~ "a+b + c"',
    'a percent sign': 'summary ~ "100% %20 %2B %zz %"',
    'an ampersand': 'summary ~ "a&b&jql=c&"',
    'an equals sign': 'a==b=',
    'a tilde and an asterisk': 'summary ~ "te*t~" OR x !~ "*"',
    'an exclamation mark, apostrophes and brackets': "summary ~ 'it''s (not) done!' AND x in ('a','b')",
    'quotation marks': 'summary ~ "\\"quoted\\"" and """',
    'umlauts': 'assignee = "Jürgen Größe" OR summary ~ "ÄÖÜß"',
    'the same umlaut composed and decomposed': 'x ~ "\u00e4" OR x ~ "a\u0308"',
    'Chinese, Japanese and Korean': 'summary ~ "检索 検索 검색"',
    'right to left': 'summary ~ "بحث חיפוש"',
    'emoji of several code points': 'summary ~ "🚀 👩‍👩‍👧 🇩🇪 ❤️"',
    'a line feed': 'project = ABC\nORDER BY key',
    'a carriage return and a line feed': 'project = ABC\r\nORDER BY key',
    'a tab': 'project\t=\tABC',
    'a semicolon': 'a;b;c',
    'slashes and a question mark': 'text ~ "https://example.com/a?b=c//d"',
    'a number sign': 'text ~ "#1 # two"',
    'a backslash': 'text ~ "C:\\\\temp\\\\*" AND x = \\u0040',
    'an at sign, a colon, a dollar sign and a comma': 'x in (a@b.c, "d:e", $f)',
    'brackets, braces, a bar, a caret, a grave accent and angle brackets': 'x ~ "[a]{b}|c^d`e<f>"',
    'control characters and a no-break space': 'x ~ "\u0001\u007f\u00a0\u2028"',
    'what looks like an OAuth parameter': 'oauth_token=x&oauth_signature=y',
  };
  for (const [name, jql] of Object.entries(queries)) {
    it(`arrive byte for byte with ${name}`, () => assertArrives(jql));
  }

  it('arrive byte for byte whatever they hold', async () => {
    const jql = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((each) => each.trim() !== '');
    await fc.assert(fc.asyncProperty(jql, (each) => assertArrives(each)), { numRuns: 100 });
  });

  it('come by GET while they are short, and by POST when they are too long for an address', async () => {
    await assertArrives('key = ABC-1', 'GET');
    const keys = Array.from({ length: 4000 }, (_, index) => `"ABC+ä-${index}"`);
    await assertArrives(`key in (${keys.join(', ')})`, 'POST');
  });

  it('page by page, each signed anew', async () => {
    const { issues, total } = await agent.request('jira/issues', { jql: 'summary ~ "größer + höher"', limit: 1000 });
    assert.strictEqual(total, 120);
    assert.deepEqual(issues.map(({ key }) => key), Array.from({ length: 120 }, (_, index) => `ECHO-${index + 1}`));
  });

  it('by a saved filter', async () => {
    const { issues, jql } = await agent.request('jira/issues', { filter: '10000', limit: 1 });
    assert.strictEqual(jql, 'summary ~ "größer + höher & 100%" ORDER BY key');
    assert.strictEqual(issues[0]?.summary, jql);
  });

  it('with words to search for', async () => {
    const { issues, jql } = await agent.request('jira/issues', { text: 'größer "100%" & *(höher)', limit: 1 });
    assert.strictEqual(issues[0]?.summary, jql);
  });
});

describe('the other ways through the dance, judged by oauthlib', () => {
  let jira: OAuthlibProvider;
  let agent: Agent;
  let provider: string;

  beforeEach(async () => {
    jira = await startOAuthlibProvider('/jira');
    agent = await startAgent();
    provider = (await configure(agent, jira)).id;
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  async function assertConnected(completed: Promise<{ provider: Provider }>): Promise<void> {
    assert.strictEqual((await completed).provider.state, 'connected');
    const { issues } = await agent.request('jira/issues', { jql: 'a + b', limit: 1 });
    assert.strictEqual(issues[0]?.summary, 'a + b');
  }

  it('out of band, with the code that Jira shows', async () => {
    const { authorization, url, redirect } = await agent.request('jira/authorize', { provider, redirect: 'oob' });
    assert.strictEqual(redirect, 'oob');
    await assertConnected(agent.request('jira/completeAuthorization', { authorization, verifier: ` ${await allowAndReadCode(url)}\n` }));
  });

  it('with the whole address that a browser elsewhere was sent to, pasted', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider });
    const { location } = await decide(url, 'Allow');
    await assertConnected(agent.request('jira/completeAuthorization', { authorization, verifier: location! }));
  });

  it('with the browser back before the client asks', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider });
    await allowAndReturn(url);
    await assertConnected(agent.request('jira/completeAuthorization', { authorization }));
  });

  it('again, after signing out', async () => {
    const first = await agent.request('jira/authorize', { provider });
    await allowAndReturn(first.url);
    await agent.request('jira/completeAuthorization', { authorization: first.authorization });
    await agent.request('jira/signOut', { provider });
    await expectError(agent.request('jira/issues', { jql: 'a' }), 'notAuthorized');
    const { authorization, url } = await agent.request('jira/authorize', { provider });
    await allowAndReturn(url);
    await assertConnected(agent.request('jira/completeAuthorization', { authorization }));
  });

  it('is denied by the user', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider });
    const completed = expectError(agent.request('jira/completeAuthorization', { authorization }), 'authorizationDenied');
    const { location } = await decide(url, 'Deny');
    assert.match(await (await fetch(location!)).text(), /refused/);
    await completed;
    await expectError(agent.request('jira/issues', { jql: 'a' }), 'notAuthorized');
  });

  it('is denied by the user, and the address is pasted', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider });
    const { location } = await decide(url, 'Deny');
    await expectError(agent.request('jira/completeAuthorization', { authorization, verifier: location! }), 'authorizationDenied');
  });

  it('is denied out of band', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider, redirect: 'oob' });
    await decide(url, 'Deny');
    const completed = agent.request('jira/completeAuthorization', { authorization, verifier: 'anything' });
    await expectError(completed, 'authorizationDenied', { oauthProblem: 'permission_denied' });
  });

  it('refuses a wrong code, and takes the right one after it', async () => {
    const { authorization, url } = await agent.request('jira/authorize', { provider, redirect: 'oob' });
    const code = await allowAndReadCode(url);
    const wrong = agent.request('jira/completeAuthorization', { authorization, verifier: `${code}x` });
    await expectError(wrong, 'credentialsRejected', { oauthProblem: 'token_rejected' });
    await assertConnected(agent.request('jira/completeAuthorization', { authorization, verifier: code }));
  });

  it('refuses a code before the user has decided', async () => {
    const { authorization } = await agent.request('jira/authorize', { provider, redirect: 'oob' });
    const early = agent.request('jira/completeAuthorization', { authorization, verifier: 'early' });
    await expectError(early, 'notAuthorized', { oauthProblem: 'permission_unknown' });
  });

  const somebodyElse = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKey = somebodyElse.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const publicKey = somebodyElse.publicKey.export({ type: 'spki', format: 'pem' }) as string;

  it('is refused with the private key of somebody else', async () => {
    const { providers } = await agent.request('jira/providers', {});
    const authentication = { type: 'oauth1', consumerKey: providers[0]!.authentication.consumerKey!, privateKey } as const;
    const { provider: wrong } = await agent.request('jira/configure', { provider, baseUrl: jira.baseUrl, authentication });
    await expectError(agent.request('jira/authorize', { provider: wrong.id }), 'credentialsRejected', { oauthProblem: 'signature_invalid', httpStatus: 401 });
  });

  it('is refused with a consumer key that Jira does not know', async () => {
    const authentication = { type: 'oauth1', consumerKey: 'nobody', privateKey } as const;
    const { provider: unknown } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication });
    await expectError(agent.request('jira/authorize', { provider: unknown.id }), 'credentialsRejected', { oauthProblem: 'consumer_key_unknown' });
  });

  it('is completed with a consumer key of awkward characters and a private key from elsewhere', async () => {
    const consumerKey = 'größe+/%&="~*';
    await jira.registerConsumer(consumerKey, publicKey);
    await agent.request('jira/removeProvider', { provider });
    const { provider: configured } = await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'oauth1', consumerKey, privateKey } });
    const { authorization, url } = await agent.request('jira/authorize', { provider: configured.id });
    await allowAndReturn(url);
    await assertConnected(agent.request('jira/completeAuthorization', { authorization }));
  });
});
