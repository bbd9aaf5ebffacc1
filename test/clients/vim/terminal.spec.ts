/** The client in a terminal, typed into and looked at as a person does; with `JIRA_PICTURES` it makes the pictures of its README. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Jira } from '../../jira/index.ts';
import { agentFile, agentNode } from '../../support/agent.ts';
import { agentEnvironment } from '../../support/environment.ts';
import { openJira } from '../../support/jira.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { takePicture } from '../editors/picture.ts';
import { TerminalScreen } from '../editors/terminal-screen.ts';
import { editors, type Editor } from './editors.ts';
import { plugin } from './story.ts';

for (const editor of editors) {
  describe(`a person at ${editor.name}`, function () {
    this.timeout(180_000);

    it('signs in, looks through issues, works on them, and writes the message of a commit', async () => {
      await using jira = await openJira();
      using folder = new TemporaryFolder();
      const project = prepare(folder.path);
      await using screen = await TerminalScreen.open({ command: command(editor, folder.path), folder: project, env: environment(folder.path) });
      await screen.waitFor(/~/);
      await signIn(screen, editor, jira);
      await lookThroughIssues(screen, editor);
      await startWork(screen, editor, jira, project);
      await comment(screen, jira);
      await writeMessage(screen, editor);
      await commentAndQuit(screen, jira);
    });
  });
}

/** A project in a repository, and the agent on the PATH. @returns the folder of the project */
function prepare(home: string): string {
  const project = join(home, 'project');
  for (const each of [project, join(home, 'bin')]) mkdirSync(each);
  writeFileSync(join(home, 'bin', 'jira-language-server'), `#!/bin/sh\nexec '${agentNode}' '${agentFile}' "$@"\n`, { mode: 0o755 });
  writeFileSync(join(home, 'vimrc'), `set nocompatible runtimepath^=${plugin} laststatus=2 statusline=%f%m%=%{jira#statusline()} shortmess+=I\nsyntax on\nfiletype plugin on\nset background=dark\n${'silent! colorscheme habamax'}\n`);
  for (const args of [['init', '--quiet', '--initial-branch=main'], ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--allow-empty', '--message=Begin']]) {
    execFileSync('git', args, { cwd: project, env: environment(home), stdio: 'pipe' });
  }
  return project;
}

function environment(home: string): NodeJS.ProcessEnv {
  return agentEnvironment(home, { PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}`, TERM: 'tmux-256color', LC_ALL: 'C.UTF-8', GIT_CONFIG_NOSYSTEM: '1' });
}

function command({ command: nobodys }: Editor, home: string): string[] {
  const [program = ''] = nobodys();
  return [program, '-u', join(home, 'vimrc'), '-i', 'NONE', '-n', '-c', `runtime plugin/jira.vim`];
}

/** A number for Neovim’s own question, words to narrow the popup for Vim’s. */
async function choose(screen: TerminalScreen, editor: Editor, words: string, shown: RegExp): Promise<void> {
  const text = await screen.waitFor(shown);
  if (editor.isNeovim) {
    const number = new RegExp(`^ *(\\d+): .*${words}`, 'm').exec(text)?.[1];
    assert.isDefined(number, text);
    await screen.type(`${number}\n`);
  } else {
    await screen.type(`${words}\n`);
  }
}

async function signIn(screen: TerminalScreen, editor: Editor, jira: Jira): Promise<void> {
  const token = jira.createToken('alice', { name: 'terminal' });
  await screen.type(`:Jira add ${jira.baseUrl}\n`);
  await choose(screen, editor, 'Personal access token', /Personal access token/);
  await screen.waitFor(/Paste it here \(it is not shown\)/);
  await screen.type(`${token}\n`);
  const text = await screen.waitFor(/connected as Alice Archer/);
  assert.notInclude(text, token);
  await screen.press('Enter');
}

async function lookThroughIssues(screen: TerminalScreen, editor: Editor): Promise<void> {
  await screen.type(':only | Jira issues project = ABC ORDER BY key ASC\n');
  await screen.waitFor(/50 of 52 issues/);
  await screen.type(':only\n');
  await screen.waitFor(/ABC-20 /);
  await screen.type('4j');
  await picture(screen, editor, 'list');
  await screen.type('g?');
  await screen.waitFor(/gO +open it in a vertical split/);
  await screen.press('Escape', 'j');
  // The end of the list brings the rest of it.
  await screen.type('G');
  await screen.waitFor(/ABC-51 /);
  await screen.type('G');
  await screen.waitFor(/ABC-52 /);
  await screen.type('gg/^ABC-4 \nK');
  await screen.waitFor(/Status: In Progress/);
  await screen.press('Escape', 'h');
  await screen.type('o');
  await screen.waitFor(/^- Status: In Progress[^]*ABC-4\.md/m);
  await picture(screen, editor, 'issue');
  await screen.type(':only\n');
}

async function startWork(screen: TerminalScreen, editor: Editor, jira: Jira, project: string): Promise<void> {
  await screen.type(':e notes.txt\n:Jira start ABC-5\n');
  await choose(screen, editor, 'Yes', /Create the branch ABC-5-/);
  await screen.waitFor(/On the new branch ABC-5-/);
  assert.equal(jira.issue('ABC-5').status.name, 'In Progress');
  assert.match(execFileSync('git', ['branch', '--show-current'], { cwd: project, encoding: 'utf8' }), /^ABC-5-/);
  await screen.press('Enter');
  // The branch tells the issue.
  await screen.type(':Jira transition\n');
  await screen.waitFor(/Send to review/);
  await picture(screen, editor, 'transition');
  await choose(screen, editor, 'Send to review', /Send to review/);
  await screen.waitFor(/ABC-5 is In Review/);
}

async function comment(screen: TerminalScreen, jira: Jira): Promise<void> {
  await screen.press('Enter');
  await screen.type(':only\n:Jira comment ABC-5\n');
  await screen.waitFor(/A comment on ABC-5, in Markdown/);
  await screen.type('iLooks **good** to me.');
  await screen.press('Escape');
  await screen.type(':w\n');
  await screen.waitFor(/The comment is on ABC-5/);
  assert.equal(jira.issue('ABC-5').details().comments.at(-1)?.body, 'Looks *good* to me.');
}

async function writeMessage(screen: TerminalScreen, editor: Editor): Promise<void> {
  await screen.press('Enter');
  await screen.type(':e! .git/COMMIT_EDITMSG\n:setlocal ft=gitcommit completeopt=menu\n:%d\niMove the index, ABC-1');
  await screen.pressUntil(/ABC-1\d? [^\n]*(Done|In Progress|In Review|To Do|Parked)/, 'C-x', 'C-o');
  await picture(screen, editor, 'commit');
  await screen.press('Escape');
}

/** In the last window, and written with `:wq`: the editor does not end before Jira has the comment. */
async function commentAndQuit(screen: TerminalScreen, jira: Jira): Promise<void> {
  await screen.type(':w!\n:Jira comment ABC-6\n');
  await screen.waitFor(/A comment on ABC-6, in Markdown/);
  await screen.type(':only\niThe last word.');
  await screen.press('Escape');
  jira.faults.next('/comment', { delay: 300 });
  await screen.type(':wq\n');
  await screen.ended();
  assert.equal(jira.issue('ABC-6').details().comments.at(-1)?.body, 'The last word.');
}

/** What the README shows. */
const pictures: Readonly<Record<string, string>> = { 'Vim list': 'vim-list', 'Vim issue': 'vim-issue', 'Vim transition': 'vim-transition', 'Vim commit': 'vim-commit', 'a current Neovim issue': 'vim-neovim-issue' };

async function picture(screen: TerminalScreen, editor: Editor, of: string): Promise<void> {
  const name = pictures[`${editor.name} ${of}`];
  if (name !== undefined) await takePicture(screen, name);
}
