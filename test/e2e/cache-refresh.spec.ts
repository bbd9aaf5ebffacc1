/** What changed since a list was seen: told exactly, and nothing else fetched. */
import { assert } from 'chai';
import type { Issue } from '../../protocol/issues.ts';
import type { IssuesChanged } from '../../protocol/issues-changed.ts';
import { status } from '../jira/data/catalogue.ts';
import type { Jira } from '../jira/index.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

/** What a client has after it has done what it was told. */
function applied(list: readonly Issue[], news: readonly IssuesChanged[]): Issue[] {
  const rows = new Map(list.map((issue) => [issue.key, issue]));
  for (const { removed, issues } of news) {
    removed.forEach((key) => rows.delete(key));
    issues.forEach((issue) => rows.set(issue.key, issue));
  }
  const order = news.at(-1)?.order;
  return order === undefined ? [...rows.values()] : order.map((key) => rows.get(key)!);
}

/** How many issues Jira gave with more than the time of their last change, since so many requests. */
function fetched(jira: Jira, since: number): string[] {
  return jira.requests.slice(since).map(({ query }) => new URLSearchParams(query)).filter((query) => query.get('fields') !== 'updated' && query.has('jql')).map((query) => query.get('jql')!);
}

describe('a list that was seen', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira({ issues: 130, pageCap: 50 });
    agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira.close();
  });

  /** Sees a list, lets something happen, sees it again from the cache, and checks that the news lead to what Jira has. */
  async function refreshed(query: { jql: string; limit: number; fields?: string[] }, happen: () => void, on = agent): Promise<{ news: IssuesChanged[]; since: number }> {
    await on.request('jira/issues', query);
    happen();
    const since = jira.requests.length;
    const seen = await on.request('jira/issues', { ...query, cache: 'first' });
    const news: IssuesChanged[] = [];
    do news.push(await on.waitFor('jira/issuesChanged', ({ refresh }) => refresh === seen.cached?.refresh));
    while (!news.at(-1)!.last);
    const now = await on.request('jira/issues', query);
    assert.deepEqual(applied(seen.issues, news), now.issues);
    assert.deepEqual([news.at(-1)?.total, news.at(-1)?.cursor, news.at(-1)?.error], [now.total, now.cursor, undefined]);
    assert.deepEqual((await on.request('jira/issues', { ...query, cache: 'only' })).issues, now.issues);
    return { news, since };
  }

  const query = { jql: 'project = ABC ORDER BY key ASC', limit: 1000 };
  const open = { jql: 'project = WEB AND statusCategory != Done ORDER BY updated DESC', limit: 1000 };
  const summaryOf = (key: string) => (news: readonly IssuesChanged[]) => news.flatMap(({ issues }) => issues).find((issue) => issue.key === key)?.summary;

  it('tells of what was changed, deleted, moved, and came in; and fetches nothing else', async () => {
    const [changed, deleted, moved, unchanged] = jira.issues.filter(({ project, parent, type }) => project.key === 'ABC' && parent === undefined && type.name !== 'Epic');
    const coming = jira.issues.find(({ project, parent }) => project.key === 'OPS' && parent === undefined)!;
    const { news, since } = await refreshed(query, () => {
      jira.changeIssue(changed!.key, { summary: 'Changed' });
      jira.deleteIssue(deleted!.key);
      jira.moveIssue(moved!.key, 'WEB');
      jira.moveIssue(coming.key, 'ABC');
    });
    assert.lengthOf(news, 1);
    assert.includeMembers(news[0]!.removed, [deleted!.key, moved!.key]);
    assert.strictEqual(summaryOf(changed!.key)(news), 'Changed');
    assert.isUndefined(summaryOf(unchanged!.key)(news));
    assert.include(news[0]!.order ?? [], jira.issue(coming.key).key);
    const queries = fetched(jira, since).filter((jql) => jql !== query.jql);
    assert.match(queries[0] ?? '', /^\(project = ABC\) AND updated >= "\d{4}-\d\d-\d\d \d\d:\d\d"$/);
    assert.lengthOf(queries, 1);
  });

  it('tells of what left the query and what came in by a change, in the order that Jira has', async () => {
    const web = jira.issues.filter(({ project }) => project.key === 'WEB');
    const isDone = ({ status: { category } }: (typeof web)[number]) => category.key === 'done';
    const [leaving, coming] = [web.find((each) => !isDone(each))!, web.find(isDone)!];
    const { news } = await refreshed(open, () => {
      jira.changeIssue(leaving.key, { status: status('Done') });
      jira.changeIssue(coming.key, { status: status('To Do') });
    });
    assert.deepEqual(news[0]!.removed, [leaving.key]);
    assert.strictEqual(news[0]!.order?.[0], coming.key);
  });

  it('notices what changed in the same minute and the same second, without a change, or long ago', async () => {
    const [first, second, third] = jira.issues.filter(({ project }) => project.key === 'ABC');
    await refreshed(query, () => jira.changeIssue(first!.key, { summary: 'One change' }));
    await refreshed(query, () => jira.changeIssue(first!.key, { summary: 'Another one' }));
    // Its time says that it was changed a year ago: an import does that, and a clock that goes wrong.
    const { news, since } = await refreshed(query, () => jira.changeIssue(second!.key, { summary: 'Imported', updated: Date.parse('2024-01-01T00:00:00Z') }));
    assert.strictEqual(summaryOf(second!.key)(news), 'Imported');
    assert.include(fetched(jira, since).join('; '), `id in (${second!.id})`);
    // Watching changes no time, and still an issue comes into the list.
    const watched = { jql: 'watcher = currentUser() ORDER BY key ASC', limit: 1000 };
    const isWatched = third!.watchers.includes('admin');
    await refreshed(watched, () => jira.changeIssue(third!.key, { updated: third!.updated, watchers: isWatched ? [] : ['admin'] }));
  });

  it('of which just the beginning was asked for, or with extra fields, is refreshed as such', async () => {
    const latest = { jql: 'ORDER BY updated DESC', limit: 5, fields: ['description'] };
    const { news } = await refreshed(latest, () => jira.changeIssue('ABC-10', { details: { description: 'h1. New' } }));
    assert.strictEqual(news[0]!.issues[0]?.fields?.['description'], 'h1. New');
    assert.lengthOf(news[0]!.removed, 1);
  });

  it('of which most is other than it was comes in pieces', async () => {
    const every = { jql: 'ORDER BY key ASC', limit: 1000 };
    const { news } = await refreshed(every, () => jira.issues.forEach(({ key }) => jira.changeIssue(key, { labels: ['touched'] })));
    assert.isAbove(news.length, 1);
    assert.deepEqual(news.map(({ last }) => last), news.map((_, at) => at === news.length - 1));
  });

  for (const zone of ['Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland']) {
    it(`of an account in ${zone} is asked for in its time`, async () => {
      jira.addUser({ name: 'zoe', displayName: 'Zoe', timeZone: zone });
      await using hers = await startAgent();
      await connectByToken(hers, jira, 'zoe');
      const { since } = await refreshed(query, () => jira.changeIssue('ABC-11', { summary: `Changed in ${zone}` }), hers);
      const time = Date.parse(`${/updated >= "(.*?)"/.exec(fetched(jira, since).join())?.[1]}Z`);
      const minutes = (Date.parse(`${new Date().toLocaleString('sv-SE', { timeZone: zone })}Z`) - time) / 60_000;
      // Around the change of the zone's clocks three hours more are asked for.
      assert.isTrue(minutes >= 2 && minutes < 190, `${minutes} minutes`);
      assert.notInclude(fetched(jira, since).join(), 'id in');
    });
  }

  it('that cannot be read anew is said to be the newest there is', async () => {
    await agent.request('jira/issues', query);
    jira.faults.always('/search', { status: 500, body: '{}' });
    const { cached } = await agent.request('jira/issues', { ...query, cache: 'first' });
    const { error, issues, removed, last } = await agent.waitFor('jira/issuesChanged', ({ refresh }) => refresh === cached?.refresh);
    assert.deepEqual([error?.kind, issues, removed, last], ['server', [], [], true]);
    jira.faults.clear();
  });
});

describe('a change of which the search does not know yet', () => {
  it('stays in the list that is seen again, and in what is known of the issue', async () => {
    await using jira = await openJira({ issues: 20, indexLag: 60_000 });
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    const query = { jql: 'ORDER BY key ASC', limit: 50 };
    const { issues } = await agent.request('jira/issues', query);
    await agent.request('jira/editIssue', { key: issues[0]!.key, summary: 'Changed just now' });
    const { issues: seen, cached } = await agent.request('jira/issues', { ...query, cache: 'first' });
    const news = await agent.waitFor('jira/issuesChanged', ({ refresh }) => refresh === cached?.refresh);
    assert.deepEqual([seen[0]!.summary, news.issues, news.last], ['Changed just now', [], true]);
    assert.strictEqual((await agent.request('jira/issues', { ...query, cache: 'only' })).issues[0]!.summary, 'Changed just now');
  });
});

describe('an issue that was seen', () => {
  it('is answered at once, and told of where it is no longer the same, or no longer there', async () => {
    await using jira = await openJira({ issues: 20 });
    await using agent = await startAgent();
    await connectByToken(agent, jira, 'admin');
    const { key } = jira.issues[0]!;
    await agent.request('jira/issue', { key });
    const next = async () => {
      const { cached } = await agent.request('jira/issue', { key, cache: 'first' });
      return agent.waitFor('jira/issuesChanged', ({ refresh }) => refresh === cached?.refresh);
    };
    assert.deepInclude(await next(), { issues: [], removed: [], last: true });
    jira.changeIssue(key, { details: { description: 'New' } });
    const { issues } = await next();
    assert.deepEqual(issues.map((issue) => issue.key), [key]);
    assert.strictEqual((await agent.request('jira/issue', { key, cache: 'only' })).description, 'New');
    jira.deleteIssue(key);
    assert.deepInclude(await next(), { issues: [], removed: [key] });
    assert.notProperty(await agent.request('jira/issue', { key, cache: 'only' }).catch((error: object) => error), 'description');
  });
});
