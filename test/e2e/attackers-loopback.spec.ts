/** Whoever calls the listener that waits for the browser: web pages, guessers, replayers, other users, and the impatient. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request, type RequestOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { assert } from 'chai';
import { Browser } from '../jira/browser.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { configureOAuth, type DisposableJira, openJira } from '../support/jira.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

async function call(address: URL, options: RequestOptions = {}, body = ''): Promise<Answer> {
  const outgoing = request(address, options);
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [NodeJS.ReadableStream & { statusCode: number; headers: IncomingHttpHeaders }];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

/** Unlike `once`, it takes an error for an end as good as any. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.on('close', () => resolve()));
}

describe('an authorization whose callback Jira does not confirm', () => {
  it('stops there, since somebody else could finish it (OAuth 1.0, session fixation)', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const { id } = await configureOAuth(agent, jira);
    for (const confirmed of ['', '&oauth_callback_confirmed=false']) {
      jira.faults.next('/oauth/request-token', { status: 200, body: `oauth_token=abc&oauth_token_secret=def${confirmed}` });
      await expectError(agent.request('jira/authorize', { provider: id }), 'server', { message: /does not confirm the callback/ });
    }
  });
});

describe('the listener for the browser', () => {
  let jira: DisposableJira;
  let agent: Agent;
  let approval: string;
  let callback: URL;
  let completed: Promise<unknown>;

  beforeEach(async () => {
    jira = await openJira();
    agent = await startAgent();
    const { id } = await configureOAuth(agent, jira);
    const { authorization, url } = await agent.request('jira/authorize', { provider: id });
    approval = url;
    completed = agent.request('jira/completeAuthorization', { authorization });
    const { headers } = jira.requests.findLast(({ path }) => path.endsWith('/request-token'))!;
    callback = new URL(decodeURIComponent(/oauth_callback="([^"]+)"/.exec(headers.authorization ?? '')?.[1] ?? ''));
    callback.search = `oauth_token=${new URL(url).searchParams.get('oauth_token')}&oauth_verifier=forged`;
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  /** The user approves, and nothing of what went before stands in the way. */
  async function assertStillOpen(): Promise<void> {
    await new Browser().authorize(approval, { user: 'alice' });
    assert.strictEqual(((await completed) as { provider: { state: string } }).provider.state, 'connected');
  }

  for (const [what, options, body] of [
    ['fetch with CORS', { headers: { origin: 'https://evil.example', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'cross-site' } }],
    ['fetch without CORS', { headers: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'cross-site' } }],
    ['an image', { headers: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image', 'sec-fetch-site': 'cross-site' } }],
    ['a script', { headers: { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script', 'sec-fetch-site': 'cross-site' } }],
    ['a frame', { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' } }],
    ['an origin alone, as old browsers send it', { headers: { origin: 'https://evil.example' } }],
    ['an origin on this machine', { headers: { origin: 'http://localhost:3000' } }],
    ['a preflight', { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET', 'access-control-request-private-network': 'true' } }],
    ['a form', { method: 'POST', headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' } }, 'oauth_verifier=forged'],
    ['a form as text', { method: 'POST', headers: { 'content-type': 'text/plain' } }, '{"jsonrpc":"2.0","id":1,"method":"jira/providers"}'],
    ['a link that is looked at before it is opened', { method: 'HEAD' }],
    ['another host name (DNS rebinding)', { headers: { host: 'evil.example' } }],
    ['another host name with the port', { headers: { host: 'PORT' } }],
    ['localhost by name', { headers: { host: 'localhost' } }],
  ] as [string, RequestOptions, string?][]) {
    it(`tells nothing to a web page that knows the address and calls it by ${what}, and waits on`, async () => {
      const headers = { ...(options.headers as Record<string, string> | undefined) };
      if (headers['host'] === 'PORT') headers['host'] = `evil.example:${callback.port}`;
      const answer = await call(callback, { ...options, headers }, body);
      assert.strictEqual(answer.status, 404);
      assert.deepEqual(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-')), []);
      assert.match(answer.headers['content-security-policy'] as string, /default-src 'none'.*frame-ancestors 'none'/);
      assert.notMatch(answer.text, /jira|oauth/i);
      await assertStillOpen();
    });
  }

  for (const [what, change] of [
    ['another path', (url: URL) => (url.pathname = '/')],
    ['a guessed path', (url: URL) => (url.pathname = `/callback/${'A'.repeat(32)}`)],
    ['the path in another case', (url: URL) => (url.pathname = url.pathname.toUpperCase())],
    ['the path and more', (url: URL) => (url.pathname += '/x')],
    ['a path that leads back', (url: URL) => (url.pathname = `//x/..${url.pathname}`)],
  ] as const) {
    it(`tells nothing to a visit of ${what}`, async () => {
      const url = new URL(callback);
      change(url);
      assert.strictEqual((await call(url)).status, 404);
      await assertStillOpen();
    });
  }

  for (const [what, query] of [
    ['no parameters', ''],
    ['another token', 'oauth_token=guessed&oauth_verifier=forged'],
    ['two tokens', 'oauth_token=guessed&TOKEN&oauth_verifier=forged'],
    ['no verifier', 'TOKEN'],
    ['markup', 'oauth_token=<script>alert(1)</script>&oauth_verifier=<img>'],
  ] as const) {
    it(`takes a visit with ${what} for no approval, and quotes nothing of it`, async () => {
      const url = new URL(callback);
      url.search = query.replace('TOKEN', `oauth_token=${callback.searchParams.get('oauth_token')}`);
      const answer = await call(url);
      assert.strictEqual(answer.status, 400);
      assert.notMatch(answer.text, /guessed|forged|script|<img/);
      await assertStillOpen();
    });
  }

  it('lets a browser come that tells all about itself, from the form of another site', async () => {
    const page = new URL(callback);
    page.searchParams.set('oauth_verifier', 'denied');
    const refused = expectError(completed, 'authorizationDenied');
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' };
    assert.match((await call(page, { headers })).text, /refused/);
    await refused;
  });

  it('is closed to a replay of the approval', async () => {
    const { url } = await new Browser().authorize(approval, { user: 'alice' });
    await completed;
    assert.strictEqual(await fetch(url).then(() => 'open', (error: { cause: { code: string } }) => error.cause.code), 'ECONNREFUSED');
  });

  it('gets no access by a forged verifier, since Jira does not know it', async () => {
    const refused = expectError(completed, 'notAuthorized', { oauthProblem: 'permission_unknown' });
    await call(callback);
    await refused;
    assert.deepEqual(jira.accessTokens('alice'), []);
  });

  it('listens on 127.0.0.1 alone', async () => {
    const others = Object.values(networkInterfaces()).flat().map((each) => each!.address).filter((address) => address !== '127.0.0.1');
    for (const host of ['127.0.0.2', '::1', ...others]) {
      const socket = connect({ host, port: Number(callback.port) });
      const outcome = await Promise.race([once(socket, 'connect').then(() => 'open'), once(socket, 'error').then(() => 'closed')]).catch(() => 'closed');
      socket.destroy();
      assert.strictEqual(outcome, 'closed', host);
    }
    await assertStillOpen();
  });

  it('is held up by nobody who connects and says nothing, and lets them go at the end', async () => {
    const silent = Array.from({ length: 50 }, () => connect({ host: '127.0.0.1', port: Number(callback.port) }).on('error', () => undefined));
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    silent[0]!.write('GET /callback HTTP/1.1\r\nHost: ');
    const gone = Promise.all(silent.map(closed));
    silent.forEach((socket) => socket.resume());
    await assertStillOpen();
    await gone;
  });

  it('takes no header that is longer than any browser’s', async () => {
    const socket = connect({ host: '127.0.0.1', port: Number(callback.port) }).on('error', () => undefined);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.write(`GET ${callback.pathname}${callback.search} HTTP/1.1\r\nHost: ${callback.host}\r\nCookie: ${'x'.repeat(100_000)}\r\n\r\n`);
    await closed(socket);
    assert.match(answer, /^($|HTTP\/1\.1 431 )/, 'it may close before all was written');
    await assertStillOpen();
  });

  it('gives another user of this machine no more than a closed door', async () => {
    if (process.getuid?.() === 0) {
      const script = `fetch('http://127.0.0.1:${callback.port}/').then(({ status }) => console.log(status))`;
      const { stdout } = spawnSync(process.execPath, ['-e', script], { uid: 65_534, gid: 65_534, cwd: '/', env: {} });
      assert.strictEqual(stdout.toString(), '404\n');
    }
    await assertStillOpen();
  });
});
