import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TestConsumer } from './consumer.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

describe('the honest Jira as a program', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'honest-jira-'));
  });

  after(() => rm(folder, { recursive: true }));

  function run(...options: string[]): ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> } {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    return child as ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> };
  }

  it('prints its base URL first, takes an application link from a file, and ends when told to', async () => {
    const consumer = new TestConsumer('editor');
    const file = join(folder, 'public.pem');
    await writeFile(file, consumer.publicKey);
    const child = run('--profile', '10.3', '--issues', '20', '--context-path', '/Jira', '--link', `editor=${file}`, '--token', 'alice');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const baseUrl = String((await lines.next()).value);
    expect(baseUrl).to.match(/^http:\/\/127\.0\.0\.1:\d+\/Jira$/);
    const [user, token] = String((await lines.next()).value).split(' ');
    const myself = await fetch(`${baseUrl}/rest/api/2/myself`, { headers: { Authorization: `Bearer ${token}` } });
    expect([user, ((await myself.json()) as { name: string }).name]).to.deep.equal(['alice', 'alice']);
    const asked = await consumer.send('POST', `${baseUrl}/plugins/servlet/oauth/request-token`, { oauth: { oauth_callback: 'oob' } });
    expect(asked.status).to.equal(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).to.deep.equal([0, null]);
  });

  it('takes orders from another program, one a line, and ends with it', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, '--issues', '20', '--orders'], { stdio: 'pipe' });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<unknown> => (await lines.next()).value as unknown;
    const order = async (text: object): Promise<{ ok?: unknown; error?: string }> => {
      child.stdin.write(`${JSON.stringify(text)}\n`);
      return JSON.parse(String(await next())) as { ok?: unknown; error?: string };
    };
    const baseUrl = String(await next());
    const { ok: token } = await order({ token: 'alice' });
    const myself = `${baseUrl}/rest/api/2/myself`;
    const ask = (): Promise<Response> => fetch(myself, { headers: { Authorization: `Bearer ${String(token)}` } });
    expect((await ask()).status).to.equal(200);
    expect(await order({ await: { match: '/myself', event: 'finished' } })).to.have.property('ok').that.includes({ userName: 'alice', status: 200, finished: true });
    expect(await order({ fault: { match: '/myself', fault: { status: 502 }, times: 1 } })).to.deep.equal({ ok: null });
    expect([(await ask()).status, (await ask()).status]).to.deep.equal([502, 200]);
    expect(await order({ change: { key: 'ABC-0', changes: { summary: 'x' } } })).to.have.property('error', 'RangeError: no issue ABC-0');
    expect(await order({ revoke: token })).to.deep.equal({ ok: null });
    expect((await ask()).status).to.equal(401);
    child.stdin.end();
    expect(await once(child, 'exit')).to.deep.equal([0, null]);
  });

  it('says what is wrong with its options', async () => {
    const child = run('--profile', '7.0');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).to.equal(2);
  });
});
