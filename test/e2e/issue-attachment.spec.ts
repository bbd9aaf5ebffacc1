/** Reading attached files: whole, under harmless names, and from the own address of the provider alone. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import type { Attachment } from '../jira/data/issue.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('an attachment', () => {
  let jira: DisposableJira;
  let agent: Agent;

  beforeEach(async () => {
    jira = await openJira({ issues: 50 });
    agent = await startAgent();
    await connectByToken(agent, jira);
  });

  afterEach(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  /** Attaches files; the first has the id 900. */
  const attach = (...files: Pick<Attachment, 'fileName' | 'content'>[]) => {
    const attachments = files.map((file, index) => ({ id: 900 + index, author: 'bob', created: Date.now(), mimeType: 'application/octet-stream', ...file }));
    jira.changeIssue('ABC-1', { details: { attachments } });
  };
  const download = (id: string) => agent.request('jira/attachment', { key: 'ABC-1', id });

  it('comes byte for byte, for its owner alone, and once', async () => {
    const content = randomBytes(300_000);
    attach({ fileName: 'Bild 1.png', content }, { fileName: 'empty.txt', content: Buffer.alloc(0) });
    const { attachments } = await agent.request('jira/issue', { key: 'ABC-1' });
    assert.deepEqual(attachments.map(({ id, name, size, author }) => [id, name, size, author?.name]), [['900', 'Bild 1.png', 300_000, 'bob'], ['901', 'empty.txt', 0, 'bob']] as never);
    const { uri, attachment } = await download('900');
    const file = fileURLToPath(uri);
    assert.strictEqual(sha(await readFile(file)), sha(content));
    assert.deepEqual([basename(file), attachment.id, (await stat(file)).mode & 0o777], ['Bild 1.png', '900', 0o600]);
    assert.isTrue(file.startsWith(join(agent.storage, 'attachments')));
    const before = jira.requests.length;
    assert.strictEqual((await download('900')).uri, uri);
    assert.isEmpty(jira.requests.slice(before).filter(({ path }) => path.includes('/secure/')));
    assert.strictEqual((await readFile(fileURLToPath((await download('901')).uri))).length, 0);
  });

  it('never leaves its folder, whatever it is called', async () => {
    const names = ['../../../evil.sh', '..\\..\\evil.bat', '/etc/passwd', 'CON', '.bashrc', 'a\u0000b\u202egnp.exe', '..', `${'ü'.repeat(300)}.pdf`, ' ', 'x:y*?.txt', '%2e%2e%2fx'];
    attach(...names.map((fileName) => ({ fileName, content: Buffer.from(fileName) })));
    for (const [index, name] of names.entries()) {
      const file = fileURLToPath((await download(String(900 + index))).uri);
      assert.strictEqual(dirname(file), join(dirname(dirname(file)), String(900 + index)), name);
      assert.isTrue(file.startsWith(join(agent.storage, 'attachments')), file);
      assert.match(basename(file), /^[^.\\/:*?\p{C}][^\\/:*?\p{C}]*$/u, name);
      assert.deepEqual(await readFile(file), Buffer.from(name));
    }
  });

  it('is asked for at the address of the provider, whatever the server says of itself', async () => {
    await using moved = await openJira({ issues: 50, configuredBaseUrl: 'https://evil.example.com/jira' });
    await using other = await startAgent();
    await connectByOAuth(other, moved);
    moved.changeIssue('ABC-1', { details: { attachments: [{ id: 900, author: 'bob', created: Date.now(), mimeType: 'text/plain', fileName: 'a b&c.txt', content: Buffer.from('here') }] } });
    const { uri } = await other.request('jira/attachment', { key: 'ABC-1', id: '900' });
    assert.strictEqual(await readFile(fileURLToPath(uri), 'utf8'), 'here');
    assert.strictEqual(moved.requests.findLast(({ path }) => path.includes('/secure/'))?.path, '/jira/secure/attachment/900/a%20b%26c.txt');
  });

  it('that leads elsewhere is not followed, and a login page is no file', async () => {
    attach({ fileName: 'a.txt', content: Buffer.from('content') });
    jira.faults.next('/secure/attachment', 'sso302');
    await expectError(download('900'), 'loginPage', { message: /sso\.example\.org/ });
    jira.faults.next('/secure/attachment', 'sso200');
    await expectError(download('900'), 'server', { message: /login page/ });
    jira.faults.next('/secure/attachment', 'truncate');
    assert.strictEqual(await readFile(fileURLToPath((await download('900')).uri), 'utf8'), 'content');
  });

  it('that is too large is for a browser', async () => {
    attach({ fileName: 'huge.bin', content: Buffer.alloc(50 * 1024 * 1024 + 1) });
    await expectError(download('900'), 'unsupported', { message: /51 MiB.*\/secure\/attachment\/900\/huge\.bin/ });
    assert.isEmpty(jira.requests.filter(({ path }) => path.includes('/secure/')));
  });

  it('that is not on the issue is not found', async () => {
    attach({ fileName: 'a.txt', content: Buffer.from('a') });
    await expectError(agent.request('jira/attachment', { key: 'ABC-2', id: '900' }), 'notFound');
    await expectError(download('../900'), 'invalidParams', { path: 'id' });
  });

  it('is deleted when the user signs out', async () => {
    attach({ fileName: 'a.txt', content: Buffer.from('a') });
    await download('900');
    const [provider] = (await agent.request('jira/providers', {})).providers;
    await agent.request('jira/signOut', { provider: provider?.id ?? '' });
    assert.isEmpty(await readdir(join(agent.storage, 'attachments')));
  });
});
