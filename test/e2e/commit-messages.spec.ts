/** Messages of commits: the branch's issue, what is remarked, and smart commits. */
import { assert } from 'chai';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { OpenDocument } from '../support/text-document.ts';

const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true, dataSupport: true }, hover: { contentFormat: ['markdown' as const] } } };
const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ range: { start }, code }) => `${start.line}:${start.character} ${code}`);

const template = '\n# Please enter the commit message for your changes.\n# On branch feature/abc-3-login\n#\n# Changes to be committed:\n#\tnew file:   ABC-99999\n';

describe('the message of a commit', () => {
  it('is offered the issue of the branch first, which the buffer tells', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, template, { languageId: 'gitcommit' });
    await document.hoverText(2, 20);
    assert.deepEqual((await document.labels(0, 0))[0], `ABC-3 ${jira.issue('ABC-3').summary}`.slice(0, 80));
    await document.change('AB', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    assert.match((await document.labels(0, 2))[0] ?? '', /^ABC-3 /);
    assert.isNull(await document.complete(4, 5));
    assert.include(await document.hoverText(2, 20), jira.issue('ABC-3').summary);
    assert.isNull(await document.hover(5, 16));
  });

  it('is offered the issue of the branch that is checked out, in a worktree too', async () => {
    await using jira = await openJira();
    using folder = new TemporaryFolder();
    const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=mia', '-c', 'user.email=mia@example.com', ...args], { cwd: folder.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    git('init', '-q', '-b', 'WEB-2_fix');
    git('commit', '-q', '--allow-empty', '-m', 'first');
    git('worktree', 'add', '-q', '-b', 'mia/ops-4', join(folder.path, 'other'));
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    for (const [path, key] of [['.git/COMMIT_EDITMSG', 'WEB-2'], ['.git/worktrees/other/COMMIT_EDITMSG', 'OPS-4'], ['other/notes', 'OPS-4']] as const) {
      const document = await OpenDocument.open(agent, '\n', { languageId: path.endsWith('notes') ? 'gitcommit' : 'plaintext', uri: pathToFileURL(join(folder.path, path)).href });
      assert.match((await document.labels(0, 0))[0] ?? '', new RegExp(`^${key}\\b`));
    }
  });

  it('is remarked on where it names another issue than the branch, one that is done, or none that there is', async () => {
    await using jira = await openJira();
    const done = jira.issues.find(({ status, project }) => status.name === 'Done' && project.key === 'ABC')!.key;
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, `${done} and ABC-99999${template}# ------------------------ >8 ------------------------\n+ABC-88888\n`, { languageId: 'gitcommit' });
    const found = await document.remarked((all) => all.length === 3);
    assert.sameMembers(codes(found), ['0:0 closed-issue', `0:${done.length + 5} unknown-issue`, '0:0 branch-mismatch']);
    const mismatch = found.find(({ code }) => code === 'branch-mismatch');
    assert.deepInclude(mismatch?.data as object, { key: done, replacement: 'ABC-3' });
    await document.change('ABC-3: ', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    await document.remarked((all) => all.every(({ code }) => code !== 'branch-mismatch'));
  });

  it('has its smart commit commands completed, explained and checked by the transitions that are open', async () => {
    await using jira = await openJira();
    const key = jira.issues.find(({ status, project }) => status.name === 'To Do' && project.key === 'ABC')!.key;
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const { transitions } = await agent.request('jira/transitions', { key });
    const commands = transitions.map(({ name }) => `#${name.toLowerCase().replaceAll(' ', '-')}`);
    const document = await OpenDocument.open(agent, `Fix ${key} #`, { languageId: 'gitcommit' });
    const end = `Fix ${key} #`.length;
    assert.sameMembers(await document.labels(0, end), ['#comment', '#time', ...commands]);
    await document.change(`${key} #time 1h 30m done ${commands[0]} #comment well #time soon #comment\n${key} #no-such-thing #123\nno key #nothing\n`);
    const found = await document.remarked((all) => all.length === 3);
    const line = `${key} #time 1h 30m done ${commands[0]} #comment well #time soon #comment`;
    assert.deepEqual(codes(found), [`0:${line.indexOf('#time soon')} smart-commit`, `0:${line.lastIndexOf('#comment')} smart-commit`, `1:${key.length + 1} smart-commit`]);
    assert.include(found[2]!.message, commands[0]!);
    assert.match(await document.hoverText(0, key.length + 3), /^Logs work/);
    assert.include(await document.hoverText(0, line.indexOf(commands[0]!) + 2), transitions[0]!.to.name);
  });
});
