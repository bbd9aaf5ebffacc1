/** Branches: the issues that a name tells, the name for an issue, and the message in VS Code's box. */
import { assert } from 'chai';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expectError, startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { OpenDocument } from '../support/text-document.ts';

describe('branches', () => {
  it('tell their issues by the projects that there are, and send nothing else anywhere', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    const { id } = await connectByToken(agent, jira);
    const keys = async (branch: string) => (await agent.request('jira/branchIssues', { branch })).issues.map(({ provider, key }) => (provider === id ? key : provider));
    assert.deepEqual(await keys('feature/abc-3_login-web-2'), ['ABC-3', 'WEB-2']);
    assert.deepEqual(await keys('release-2'), []);
    assert.deepEqual(await keys('fix/utf-8-files'), []);
    assert.isEmpty(jira.requests.filter(({ path }) => /release|utf/i.test(path)));
  });

  it('tell nothing where there is no Jira', async () => {
    await using agent = await startAgent();
    assert.deepEqual(await agent.request('jira/branchIssues', { branch: 'ABC-1' }), { issues: [] });
    await expectError(agent.request('jira/branchIssues', { branch: '' }), 'invalidParams', { path: 'branch' });
  });

  it('are named for an issue, and nothing is changed', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.changeIssue('ABC-2', { summary: 'Crash: “Größe” is < 0!' });
    const { branch, issue } = await agent.request('jira/branchName', { key: 'abc-2' });
    assert.deepEqual([branch, issue.key], ['ABC-2-crash-groesse-is-0', 'ABC-2']);
    assert.strictEqual((await agent.request('jira/branchName', { key: 'ABC-2', branchTemplate: '{user}/{key}' })).branch, 'alice/ABC-2');
    await expectError(agent.request('jira/branchName', { key: 'ABC-2', branchTemplate: '{nothing}' }), 'invalidParams', { path: 'branchTemplate' });
    await expectError(agent.request('jira/branchName', { key: 'ABC-99999' }), 'notFound');
    assert.isEmpty(jira.requests.filter(({ method }) => method !== 'GET'));
  });

  it('count for the box of their own repository in the Source Control view', async () => {
    await using jira = await openJira();
    using folder = new TemporaryFolder();
    const [one, two] = [join(folder.path, 'one'), join(folder.path, 'two & more')];
    for (const [place, branch] of [[one, 'WEB-2-fix'], [two, 'ops-4']] as const) execFileSync('git', ['init', '-q', '-b', branch, place]);
    await using agent = await startAgent({ folders: [one, two] });
    await connectByToken(agent, jira);
    for (const [place, key] of [[one, 'WEB-2'], [two, 'OPS-4']] as const) {
      const uri = `vscode-scm:git/scm0/input?rootUri=${encodeURIComponent(pathToFileURL(place).href)}`;
      const document = await OpenDocument.open(agent, '', { languageId: 'scminput', uri });
      assert.match((await document.labels(0, 0))[0] ?? '', new RegExp(`^${key}\\b`));
      await document.change('ABC-1: done');
      const [mismatch] = await document.remarked((all) => all.some(({ code }) => code === 'branch-mismatch'));
      assert.include(mismatch?.message, key);
      await document.close();
    }
  });
});

describe('a Jira that asks to slow down', () => {
  it('is told with its provider, until it takes a request again', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.next('/rest/api/2/issue', { status: 429, headers: { 'retry-after': '3' }, body: '' });
    await expectError(agent.request('jira/comment', { key: 'ABC-2', body: 'Too fast' }), 'rateLimited', { retryAfter: 3 });
    const { providers } = await agent.waitFor('jira/providersChanged', (params) => params.providers[0]?.pausedUntil !== undefined);
    assert.strictEqual(providers[0]?.state, 'connected');
    await agent.request('jira/issues', { limit: 1 });
    await agent.waitFor('jira/providersChanged', (params) => params.providers[0]?.pausedUntil === undefined);
    assert.isUndefined((await agent.request('jira/providers', {})).providers[0]?.pausedUntil);
  });
});
