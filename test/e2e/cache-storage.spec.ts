/** The cache on disk: shared, bounded, for its owner alone, gone at the sign-out, and never in the way. */
import { assert } from 'chai';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { authorizeInBrowser, connectByOAuth, connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { filesBelow, readIfThere } from '../support/stored-files.ts';

const all = { jql: 'ORDER BY key ASC', limit: 5000 };
const few = { jql: 'project = ABC ORDER BY key ASC', limit: 10 };

const cacheOf = ({ storage }: Agent) => filesBelow(join(storage, 'cache'));
const seen = (agent: Agent, query: object) => agent.request('jira/issues', { ...query, cache: 'only' });

describe('the cache on disk', () => {
  let jira: DisposableJira;

  before(async () => {
    jira = await openJira({ issues: 3000 });
  });

  after(() => jira.close());

  it('is one for all windows', async () => {
    await using one = await startAgent();
    const { id } = await connectByToken(one, jira, 'admin');
    await using other = await startAgent({ storage: one.storage });
    const { issues } = await one.request('jira/issues', few);
    const { key } = issues[0]!;
    await other.request('jira/editIssue', { key, summary: 'Changed in the other window' });
    await one.request('jira/issue', { key: issues[1]!.key });
    const summaries = async () => (await seen(other, { ...few, provider: id })).issues.map(({ summary }) => summary);
    assert.deepEqual(await summaries(), ['Changed in the other window', ...issues.slice(1).map(({ summary }) => summary)]);
    assert.strictEqual((await other.request('jira/issue', { key: issues[1]!.key, cache: 'only' })).key, issues[1]!.key);
  });

  it('can be read by its owner alone, and holds no secret', async () => {
    await using agent = await startAgent();
    const token = jira.createToken('admin');
    await agent.request('jira/configure', { baseUrl: jira.baseUrl, authentication: { type: 'token', token }, network: { headers: { 'x-gateway': 'gateway-secret' } } });
    await agent.request('jira/issues', few);
    await agent.request('jira/issue', { key: 'ABC-1', fields: ['*all'] });
    await agent.shutdown();
    const files = cacheOf(agent);
    assert.isNotEmpty(files);
    for (const file of files) {
      assert.strictEqual(statSync(file).mode & 0o777, 0o600);
      assert.notMatch(readFileSync(file, 'latin1'), new RegExp(`gateway-secret|${token.replace(/\W/g, '\\$&')}`));
    }
    assert.strictEqual(statSync(join(agent.storage, 'cache')).mode & 0o777, 0o700);
  });

  it('is gone when the user signs out, is another one, or the provider is removed; in each window', async () => {
    await using agent = await startAgent();
    const provider = await connectByToken(agent, jira, 'admin');
    await using other = await startAgent({ storage: agent.storage });
    const fill = async () => {
      const { issues } = await agent.request('jira/issues', all);
      await Promise.all([agent.request('jira/issues', few), other.request('jira/issues', few), other.request('jira/issue', { key: 'ABC-1' })]);
      return issues[0]!.summary;
    };
    /** What is left: nothing of Jira's, however late a window writes. */
    const isGone = (summary: string) => {
      assert.isEmpty(cacheOf(agent));
      for (const file of filesBelow(agent.storage)) assert.notInclude(readIfThere(file), summary, file);
    };
    let summary = await fill();
    await agent.request('jira/signOut', { provider: provider.id });
    isGone(summary);
    for (const each of [agent, other]) await expectError(seen(each, few), 'notAuthorized');

    const authenticate = (user: string) => agent.request('jira/configure', { provider: provider.id, baseUrl: jira.baseUrl, authentication: { type: 'token', token: jira.createToken(user) } });
    await authenticate('admin');
    summary = await fill();
    await authenticate('bob');
    isGone(summary);
    for (const each of [agent, other]) {
      await expectError(seen(each, few), 'offline');
      await expectError(each.request('jira/issue', { key: 'ABC-1', cache: 'only' }), 'offline');
    }
    summary = await fill();
    await agent.request('jira/removeProvider', { provider: provider.id });
    await other.waitFor('jira/providersChanged', ({ providers }) => providers.length === 0);
    await other.shutdown();
    isGone(summary);
  });

  it('is gone when somebody else approves', async () => {
    await using agent = await startAgent();
    const { id } = await connectByOAuth(agent, jira, 'alice');
    await agent.request('jira/issues', few);
    assert.lengthOf((await seen(agent, few)).issues, 10);
    await authorizeInBrowser(agent, id, 'alice');
    assert.lengthOf((await seen(agent, few)).issues, 10);
    await authorizeInBrowser(agent, id, 'bob');
    assert.isEmpty(cacheOf(agent));
    await expectError(seen(agent, few), 'offline');
  });

  it('is whole, or not there, when an agent is killed while it writes', async () => {
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    await agent.request('jira/issues', few);
    await agent.request('jira/issues', { ...all, limit: 2000 });
    await seen(agent, few);
    const folder = join(cacheOf(agent)[0]!, '..');
    const watcher = watch(folder, (_, name) => name?.endsWith('.tmp') && name.includes('-5000') && agent.process.kill('SIGKILL'));
    await Promise.all([agent.ended(), agent.request('jira/issues', all).catch(() => undefined)]);
    watcher.close();
    await using next = await startAgent({ storage: agent.storage });
    assert.lengthOf((await seen(next, few)).issues, 10);
    const { issues, cursor } = await seen(next, all).catch(() => ({ issues: [], cursor: undefined }));
    assert.include([0, 2000, 3000], issues.length);
    assert.strictEqual(cursor === undefined, issues.length !== 2000);
    assert.lengthOf((await next.request('jira/issues', all)).issues, 3000);
  });

  it('that is damaged, newer or of something else is none', async () => {
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    const { issues } = await agent.request('jira/issues', all);
    await agent.request('jira/issues', few);
    await agent.shutdown();
    const files = cacheOf(agent);
    const [whole, other] = ['-5000', '-10'].map((end) => files.find((file) => file.endsWith(end))!);
    const content = readFileSync(whole!);
    const flipped = (at: number) => {
      const copy = Buffer.from(content);
      copy[at]! ^= 0x04;
      return copy;
    };
    await using next = await startAgent({ storage: agent.storage });
    const damages: Buffer[] = [
      Buffer.alloc(0), Buffer.alloc(100_000), Buffer.from('{}'), content.subarray(0, content.length - 1), content.subarray(0, 100), Buffer.concat([content, content]),
      flipped(2), flipped(60), flipped(3000), Buffer.from(content.toString('latin1').replace('jira-cache 1', 'jira-cache 2'), 'latin1'), readFileSync(other!),
    ];
    for (const [index, damaged] of damages.entries()) {
      writeFileSync(whole!, damaged);
      await expectError(seen(next, all), 'offline', { message: /not seen yet/ });
      assert.isFalse(existsSync(whole!), `damage ${index}`);
    }
    // Damage behind the first piece ends the list there, and it can be gone on with.
    writeFileSync(whole!, flipped(content.length - 1000));
    const { issues: some, cursor, total } = await seen(next, all);
    assert.isTrue(some.length >= 50 && some.length < 3000);
    assert.deepEqual(some, issues.slice(0, some.length));
    assert.strictEqual(total, 3000);
    const { issues: rest } = await next.request('jira/issues', { cursor, limit: 5000 });
    assert.deepEqual([...some, ...rest], issues);
    assert.isFalse(existsSync(whole!));
    writeFileSync(whole!, content);
    assert.lengthOf((await seen(next, all)).issues, 3000);
    truncateSync(whole!, 70_000);
    await expectError(seen(next, all), 'offline');
  });

  it('is bounded: what was not used for longest goes', async () => {
    await using agent = await startAgent({ initializationOptions: { cache: { maxSize: 1, maxAge: 30 } } });
    await connectByToken(agent, jira, 'admin');
    const queries = ['key ASC', 'key DESC', 'created ASC', 'created DESC', 'updated ASC'].map((order) => ({ ...all, jql: `ORDER BY ${order}` }));
    for (const query of queries) await agent.request('jira/issues', query);
    await agent.shutdown();
    const size = cacheOf(agent).reduce((sum, file) => sum + statSync(file).size, 0);
    assert.isTrue(size > 200_000 && size <= 1_000_000, `${size} bytes`);
    await using next = await startAgent({ storage: agent.storage });
    assert.lengthOf((await seen(next, queries.at(-1)!)).issues, 3000);
    await expectError(seen(next, queries[0]!), 'offline');
  });

  it('is not kept where it may not be or cannot be, which is told once and keeps nobody from working', async () => {
    await using without = await startAgent({ initializationOptions: { cache: { maxSize: 0 } } });
    await connectByToken(without, jira, 'admin');
    await without.request('jira/issues', few);
    await expectError(seen(without, few), 'offline');
    assert.isFalse(existsSync(join(without.storage, 'cache')));

    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    rmSync(join(agent.storage, 'cache'), { recursive: true, force: true });
    writeFileSync(join(agent.storage, 'cache'), 'a file where a folder is due');
    for (const query of [few, all, few]) assert.isNotEmpty((await agent.request('jira/issues', query)).issues);
    await expectError(seen(agent, few), 'offline');
    assert.lengthOf(agent.editor.logMessages.filter(({ message }) => message.includes('cannot be kept for later')), 1);
  });
});
