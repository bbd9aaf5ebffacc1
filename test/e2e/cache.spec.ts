/** What was seen before: shown at once, and readable without the network. */
import { assert } from 'chai';
import type { Issue } from '../../protocol/issues.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const all = { jql: 'ORDER BY key ASC', limit: 1000 };
const lists = ['jira/projects', 'jira/filters', 'jira/boards', 'jira/linkTypes', 'jira/recentIssues'] as const;
const keys = (issues: readonly Issue[]) => issues.map(({ key }) => key);

describe('what was seen of a Jira that is away', () => {
  const folder = new TemporaryFolder();
  let agent: Agent;
  let list: readonly Issue[];
  let sprints: object;
  let log: object;

  before(async () => {
    const jira = await openJira({ issues: 130, pageCap: 50 });
    await using first = await startAgent({ storage: folder.path });
    await connectByToken(first, jira, 'admin');
    list = (await first.request('jira/issues', all)).issues;
    await first.request('jira/issues', { jql: 'project = ABC ORDER BY key ASC', limit: 10, fields: ['description'] });
    const { cursor } = await first.request('jira/issues', { jql: 'project = WEB ORDER BY key ASC', limit: 10 });
    await first.request('jira/issues', { cursor, limit: 10 });
    for (const wish of [{ text: 'UTF-8' }, { filter: '10000' }, {}]) await first.request('jira/issues', wish);
    await first.request('jira/comment', { key: list[0]!.key, body: 'Last words' });
    await first.request('jira/issue', { key: list[0]!.key, fields: ['votes'] });
    for (const method of lists) await first.request(method, {});
    const [board] = (await first.request('jira/boards', {})).boards;
    sprints = await first.request('jira/sprints', { board: board!.id });
    log = await first.request('jira/workLog', { key: list[0]!.key });
    await first.request('jira/editIssue', { key: list[1]!.key, summary: 'Changed by this window' });
    await first.shutdown();
    await jira.close();
    agent = await startAgent({ storage: folder.path });
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  it('is a list in the same order, marked, with a warning and with what was changed since', async () => {
    const { issues, total, cached, warnings, cursor } = await agent.request('jira/issues', all);
    const changed = issues.find(({ key }) => key === list[1]!.key)!;
    assert.strictEqual(changed.summary, 'Changed by this window');
    assert.deepEqual(issues.filter(({ key }) => key !== changed.key && key !== list[0]!.key), list.filter(({ key }) => key !== changed.key && key !== list[0]!.key));
    assert.deepEqual([keys(issues), total, cursor], [keys(list), 130, undefined]);
    assert.match(cached?.at ?? '', /Z$/);
    assert.notProperty(cached, 'refresh');
    assert.match(warnings.join(), /^Jira cannot be reached, so this is what was seen just now, at .* UTC\. Nothing listens/);
  });

  it('comes in pieces that are together the list', async () => {
    const { issues, cached } = await agent.request('jira/issues', { ...all, partialResultToken: 'away', cache: 'only' });
    assert.isEmpty(issues);
    assert.isDefined(cached);
    assert.deepEqual(keys(agent.progressOf('away').flatMap((value) => (value as { issues: Issue[] }).issues)), keys(list));
  });

  it('is found by whatever asked for it: words, a filter, nothing at all; with extra fields, and without', async () => {
    for (const wish of [{ text: 'UTF-8' }, { filter: '10000' }, {}]) assert.isDefined((await agent.request('jira/issues', { ...wish, cache: 'only' })).cached, JSON.stringify(wish));
    const query = { jql: 'project = ABC ORDER BY key ASC', limit: 10, cache: 'only' } as const;
    const { issues } = await agent.request('jira/issues', { ...query, fields: ['description'] });
    assert.property(issues[0]?.fields, 'description');
    assert.notProperty((await agent.request('jira/issues', query)).issues[0], 'fields');
  });

  it('is a part of a longer list, and goes on by its cursor', async () => {
    const pieces: Issue[] = [];
    let cursor: string | undefined;
    do {
      const page = await agent.request('jira/issues', { ...all, limit: 60, cursor });
      pieces.push(...page.issues);
      cursor = page.cursor;
    } while (cursor !== undefined);
    assert.deepEqual(keys(pieces), keys(list));
    const first = await agent.request('jira/issues', { jql: 'project = WEB ORDER BY key ASC', limit: 10 });
    const second = await agent.request('jira/issues', { cursor: first.cursor, limit: 10 });
    assert.lengthOf(new Set(keys([...first.issues, ...second.issues])), 20);
    await expectError(agent.request('jira/issues', { cursor: second.cursor, limit: 10 }), 'offline');
  });

  it('is an issue with its comments and transitions', async () => {
    const seen = await agent.request('jira/issue', { key: list[0]!.key.toLowerCase(), fields: ['votes', 'no-such-field'] });
    assert.strictEqual(seen.comments.at(-1)?.body, 'Last words');
    assert.isNotEmpty(seen.transitions);
    assert.deepEqual(Object.keys(seen.fields ?? {}), ['votes']);
    assert.isDefined(seen.cached);
    assert.notProperty(await agent.request('jira/issue', { key: list[0]!.key, cache: 'only' }), 'fields');
  });

  it('is projects, filters, boards, sprints, types of link, recent issues and a work log; and nothing that would be changed', async () => {
    for (const method of lists) assert.match((await agent.request(method, {})).cached?.at ?? '', /Z$/, method);
    const [board] = (await agent.request('jira/boards', {})).boards;
    const { cached, ...seen } = await agent.request('jira/sprints', { board: board!.id });
    assert.deepEqual([seen, typeof cached], [sprints, 'object']);
    const { cached: logged, ...entries } = await agent.request('jira/workLog', { key: list[0]!.key });
    assert.deepEqual([entries, typeof logged], [log, 'object']);
    await expectError(agent.request('jira/transitions', { key: list[0]!.key }), 'offline');
    await expectError(agent.request('jira/assign', { key: list[0]!.key, assignee: 'me' }), 'offline');
  });

  it('is nothing where nothing was seen', async () => {
    await expectError(agent.request('jira/issues', { jql: 'project = SEC' }), 'offline', { message: /listens/ });
    await expectError(agent.request('jira/issues', { ...all, cache: 'none' }), 'offline');
    await expectError(agent.request('jira/issues', { jql: 'project = SEC', cache: 'only' }), 'offline', { message: /not seen yet/ });
    await expectError(agent.request('jira/issue', { key: list[5]!.key }), 'offline');
    await expectError(agent.request('jira/issue', { key: list[5]!.key, cache: 'only' }), 'offline', { message: /not seen yet/ });
    await expectError(agent.request('jira/issues', { jql: 'a = b', text: 'c', cache: 'only' }), 'invalidParams', { path: 'text' });
  });
});

describe('what is answered by the cache', () => {
  it('is with the client before Jira has answered, also in a new window, and confirmed then', async () => {
    await using jira = await openJira({ issues: 400, pageCap: 100 });
    await using first = await startAgent();
    await connectByToken(first, jira, 'admin');
    const { issues, total } = await first.request('jira/issues', all);
    let release: () => void;
    jira.faults.always('/rest/', { until: new Promise<void>((resolve) => (release = resolve)) });
    await using next = await startAgent({ storage: first.storage });
    for (const agent of [first, next]) {
      const seen = await agent.request('jira/issues', { ...all, cache: 'first' });
      assert.deepEqual(seen.issues, issues);
      assert.isDefined(seen.cached?.refresh);
      assert.deepEqual([seen.total, seen.warnings], [total, []]);
    }
    const again = await first.request('jira/issues', { ...all, cache: 'first' });
    release!();
    const confirmed = await first.waitFor('jira/issuesChanged');
    assert.deepInclude(confirmed, { refresh: again.cached?.refresh, issues: [], removed: [], total, last: true, jql: all.jql });
    assert.notProperty(confirmed, 'order');
    await next.waitFor('jira/issuesChanged');
  });

  it('is asked for where it was never seen, and not asked for anew where the client takes no news', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent({ capabilities: {} });
    await connectByToken(agent, jira, 'admin');
    assert.notProperty(await agent.request('jira/issues', { ...all, cache: 'first' }), 'cached');
    const sent = jira.requests.length;
    const { cached } = await agent.request('jira/issues', { ...all, cache: 'first' });
    assert.hasAllKeys(cached, ['at']);
    const key = jira.issues[0]!.key;
    assert.notProperty(await agent.request('jira/issue', { key, cache: 'first' }), 'cached');
    assert.hasAllKeys((await agent.request('jira/issue', { key, cache: 'first' })).cached, ['at']);
    assert.lengthOf(jira.requests, sent + 2);
    assert.notProperty(await agent.request('jira/issues', all), 'cached');
  });

  it('is never a part of an answer', async () => {
    const jira = await openJira({ issues: 130, pageCap: 50 });
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    await agent.request('jira/issues', all);
    jira.faults.always(/startAt=50&/, 'hang');
    const asked = new Promise<void>((resolve) => jira.journal.on('request', ({ query }) => query.includes('startAt=50&') && resolve()));
    const torn = expectError(agent.request('jira/issues', { ...all, partialResultToken: 'torn' }), 'offline');
    await asked;
    await jira.close();
    await torn;
    assert.lengthOf(agent.progressOf('torn').flatMap((value) => (value as { issues: Issue[] }).issues), 50);
    assert.isDefined((await agent.request('jira/issues', all)).cached);
  });

  it('is of the one provider where an issue was seen', async () => {
    const [one, two] = [await openJira({ issues: 20 }), await openJira({ issues: 20 })];
    await using agent = await startAgent();
    const { id } = await connectByToken(agent, one, 'admin');
    await connectByToken(agent, two, 'admin');
    const key = one.issues[0]!.key;
    await agent.request('jira/issue', { provider: id, key });
    await Promise.all([one.close(), two.close()]);
    const seen = await agent.request('jira/issue', { key });
    assert.deepEqual([seen.provider, seen.key, typeof seen.cached], [id, key, 'object']);
    await expectError(agent.request('jira/issue', { key: one.issues[1]!.key }), 'ambiguousProvider');
  });

  it('never takes the place of what Jira says', async () => {
    await using jira = await openJira({ issues: 130, pageCap: 50 });
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    await agent.request('jira/issues', all);
    for (const [fault, kind] of [['sso302', 'loginPage'], [{ status: 403, body: '{}' }, 'forbidden'], [{ status: 500, body: '{}' }, 'server']] as const) {
      jira.faults.always('/search', fault);
      await expectError(agent.request('jira/issues', all), kind);
      jira.faults.clear();
    }
    jira.revokeToken(String(jira.requests.at(-1)?.headers.authorization).replace('Bearer ', ''));
    await expectError(agent.request('jira/issues', all), 'credentialsRejected');
    for (const cache of ['only', 'first'] as const) await expectError(agent.request('jira/issues', { ...all, cache }), 'credentialsRejected');
  });
});
