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

  it('says what is wrong with its options', async () => {
    const child = run('--profile', '7.0');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).to.equal(2);
  });
});
