import { expect } from 'chai';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { asking, basic, bearer, type Asking } from './asking.ts';
import { startJira, type Fault, type Jira, type JiraOptions } from './index.ts';

describe("the honest Jira's connections", () => {
  let jira: Jira;
  let ask: Asking;

  async function start(options: JiraOptions = {}): Promise<void> {
    jira = await startJira({ issues: 50, ...options });
    ask = asking(jira, bearer(jira.createToken('admin')));
  }

  beforeEach(() => start());

  afterEach(() => jira.close());

  const search = '/rest/api/2/search';

  function next(fault: Fault): void {
    jira.faults.next('/search', fault);
  }

  async function failure(path = search): Promise<string> {
    try {
      await ask(path);
      return 'none';
    } catch (error) {
      const { code, name } = ((error as Error).cause ?? error) as { code?: string; name: string };
      return code ?? name;
    }
  }

  describe('go wrong on request', () => {
    it('with an answer made by hand, once', async () => {
      next({ status: 418, headers: { 'X-Tea': 'green' }, body: 'short and stout' });
      const { status, headers, text } = await ask(search);
      expect([status, headers.get('x-tea'), text]).to.deep.equal([418, 'green', 'short and stout']);
      expect((await ask(search)).status).to.equal(200);
    });

    it('with a connection that is cut before, after and within the answer', async () => {
      next('reset');
      expect(await failure()).to.be.oneOf(['ECONNRESET', 'UND_ERR_SOCKET']);
      next('truncate');
      expect(await failure()).to.be.oneOf(['ECONNRESET', 'UND_ERR_SOCKET']);
      jira.faults.next('/comment', 'resetAfter');
      const write = ask('/rest/api/2/issue/ABC-1/comment', { method: 'POST', json: { body: 'written all the same' } });
      expect(await write.then(() => 'answered', () => 'cut')).to.equal('cut');
      expect(JSON.stringify(jira.issue('ABC-1').details().comments)).to.contain('written all the same');
    });

    it('with no answer, and with one that never ends, both noticed as aborted', async () => {
      for (const fault of ['hang', 'endless'] as const) {
        next(fault);
        const controller = new AbortController();
        const arrived = once(jira.journal, 'request');
        const finished = once(jira.journal, 'finished');
        const asked = ask(search, { signal: controller.signal }).catch((error: Error) => error.name);
        await arrived;
        controller.abort();
        expect(await asked).to.equal('AbortError');
        const [seen] = (await finished) as [Jira['requests'][number]];
        expect([seen.aborted, seen.finished]).to.deep.equal([true, true]);
      }
    });

    it('with an answer that trickles', async () => {
      jira.faults.next('/myself', 'slow');
      expect((await ask('/rest/api/2/myself')).body).to.include({ name: 'admin' });
    });

    it('with the login page of a single sign-on, by redirect or in place', async () => {
      next('sso302');
      const redirected = await ask(search);
      expect([redirected.status, new URL(redirected.headers.get('location') ?? '').host]).to.deep.equal([302, 'sso.example.org']);
      next('sso200');
      const inPlace = await ask(search);
      expect([inPlace.status, inPlace.headers.get('content-type')]).to.deep.equal([200, 'text/html;charset=utf-8']);
    });

    it('with Tomcat’s 429, with maintenance, and with Jira starting', async () => {
      next('rateLimited');
      const limited = await ask(search);
      expect([limited.status, limited.headers.get('retry-after')]).to.deep.equal([429, '0']);
      expect(limited.text).to.contain('HTTP Status 429 – Too Many Requests');
      for (const fault of ['maintenance', 'starting'] as const) {
        next(fault);
        const { status, text } = await ask(search);
        expect([status, text.startsWith('<!')]).to.deep.equal([503, true]);
      }
    });

    it('as often as was planned, for what fits, until all is forgotten', async () => {
      jira.faults.next(/\/search\?jql=/, { status: 500 }, 2);
      expect((await ask(search)).status).to.equal(200);
      for (const status of [500, 500, 200]) expect((await ask(`${search}?jql=`)).status).to.equal(status);
      jira.faults.always(({ method }) => method === 'GET', { status: 502 });
      for (const path of [search, '/status']) expect((await ask(path)).status).to.equal(502);
      jira.faults.clear();
      expect((await ask(search)).status).to.equal(200);
    });
  });

  it('are told in a journal: what was asked, by whom, and how it ended', async () => {
    await ask(`${search}?jql=project%20%3D%20ABC`, { headers: { 'X-Own': 'yes' } });
    await ask('/rest/api/2/issue/ABC-1/comment', { method: 'POST', json: { body: 'x' } });
    const [first, second] = jira.requests;
    expect(first).to.include({ method: 'GET', path: '/jira/rest/api/2/search', query: 'jql=project%20%3D%20ABC', status: 200 });
    expect(first).to.include({ authentication: 'bearer', userName: 'admin', aborted: false });
    expect(first?.headers).to.include({ 'x-own': 'yes' });
    expect(second).to.include({ method: 'POST', status: 201, body: '{"body":"x"}' });
    expect(jira.connections).to.equal(new Set(jira.requests.map(({ connection }) => connection)).size);
  });

  it('answer below the context path alone, in its own case', async () => {
    await jira.close();
    await start({ contextPath: '/Jira' });
    const { origin } = new URL(jira.baseUrl);
    const status = async (path: string): Promise<number> => (await fetch(origin + path, { redirect: 'manual' })).status;
    expect(await status('/Jira/status')).to.equal(200);
    expect(await status('/jira/status')).to.equal(404);
    expect(await status('/status')).to.equal(404);
    expect(await status('/Jira')).to.equal(302);
    const home = await fetch(`${origin}/Jira/`);
    expect([home.url, (await home.text()).includes('data-version="9.12.2"')]).to.deep.equal([`${origin}/Jira/secure/Dashboard.jspa`, true]);
  });

  it('do without a context path', async () => {
    await jira.close();
    await start({ contextPath: '' });
    expect(jira.baseUrl).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask('/rest/api/2/serverInfo')).body['baseUrl']).to.equal(jira.baseUrl);
  });

  it('limit each user by a token bucket, serverInfo apart', async () => {
    await jira.close();
    await start({ rateLimit: { capacity: 3, fillRate: 1, intervalSeconds: 60 } });
    for (const left of ['2', '1', '0']) expect((await ask('/rest/api/2/myself')).headers.get('x-ratelimit-remaining')).to.equal(left);
    const refused = await ask('/rest/api/2/myself');
    expect([refused.status, refused.headers.get('x-ratelimit-limit'), refused.headers.get('retry-after')]).to.deep.equal([429, '3', '0']);
    expect((await ask('/rest/api/2/serverInfo')).status).to.equal(200);
    expect((await asking(jira, basic('bob', 'bob'))('/rest/api/2/myself')).status).to.equal(200);
    jira.setClockOffset(60);
    expect((await ask('/rest/api/2/myself')).status).to.equal(200);
  });

  it('have the limits of Tomcat: 8 kB of request line and headers, and 100 requests for a connection', async () => {
    const long = await ask(`${search}?jql=${encodeURIComponent(`summary ~ "${'x'.repeat(8000)}"`)}`);
    expect([long.status, long.text.includes('Request header is too large')]).to.deep.equal([400, true]);
    expect((await ask(search, { method: 'POST', json: { jql: `summary ~ "${'x'.repeat(8000)}"` } })).status).to.equal(200);
    for (let count = 0; count < 250; count += 1) await ask('/status');
    const counts = new Map<number, number>();
    for (const { connection } of jira.requests) counts.set(connection, (counts.get(connection) ?? 0) + 1);
    expect(Math.max(...counts.values())).to.equal(100);
  });

  it('tell the time of the server’s clock', async () => {
    jira.setClockOffset(3600);
    const { body } = await ask('/rest/api/2/serverInfo');
    expect(Date.parse(String(body['serverTime'])) - Date.now()).to.be.closeTo(3_600_000, 60_000);
  });

  it('are all cut when it closes', async () => {
    const { port } = new URL(jira.baseUrl);
    const socket: Socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    await jira.close();
    await closed;
    await start();
  });
});
