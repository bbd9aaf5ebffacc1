/** The plugin as such: what it costs at a start, its documentation, how it finds the agent, and what it keeps to itself. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { agentFile, agentNode } from '../../support/agent.ts';
import { bundleFolder } from '../../support/bundle.ts';
import { openJira } from '../../support/jira.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { editors } from './editors.ts';
import { plugin, tell } from './story.ts';

for (const editor of editors) {
  describe(`the plugin in ${editor.name}`, () => {
    it('loads one small file at a start, and forces no mapping on anyone', async () => {
      using folder = new TemporaryFolder();
      const times = join(folder.path, 'times');
      mkdirSync(join(folder.path, 'plugin'));
      writeFileSync(join(folder.path, 'plugin', 'empty.vim'), '');
      await tell(editor, 'startup', { args: ['--startuptime', times, '--cmd', `set runtimepath+=${folder.path}`, '-c', 'runtime plugin/empty.vim'] });
      const took = (name: string): number => Number(new RegExp(`^[\\d.]+ +[\\d.]+ +([\\d.]+): sourcing .*/${name}`, 'm').exec(readFileSync(times, 'utf8'))?.[1]);
      const [cost, nothing] = [took('plugin/jira.vim'), took('plugin/empty.vim')];
      assert.isNotNaN(cost + nothing);
      process.stdout.write(`      plugin/jira.vim takes ${cost} ms of a start, an empty plugin ${nothing} ms\n`);
    });

    it('documents whatever can be used', async () => {
      using copy = new PluginCopy();
      await tell(editor, 'help', { plugin: copy.path, env: { PLUGIN: copy.path } });
    });

    it('finds the agent, and says in one sentence where there is none', async () => {
      using copy = new PluginCopy();
      await tell(editor, 'finding', { plugin: copy.path, findsAgent: false, env: { NODE: agentNode }, world: copy.world });
    });

    if (editor.isNeovim) {
      it('tells by :checkhealth what works', async () => {
        await using jira = await openJira({ issues: 20 });
        await tell(editor, 'health', { env: { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice') } });
      });
    }

    it('uses an agent that runs already', async () => {
      await using jira = await openJira({ issues: 20 });
      await tell(editor, 'shared', { env: { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice') } });
    });

    it('leaves no trace of a token', async () => {
      await using jira = await openJira({ issues: 20 });
      const token = jira.createToken('alice');
      await tell(editor, 'secrets', { env: { JIRA: jira.baseUrl, TOKEN: token } }, ({ screen, written }) => {
        assert.include(written, 'jira://issues', 'what is kept for the next start');
        assert.notInclude(written, token);
        assert.notInclude(screen, token);
      });
    });

    it('shows hostile text, and does nothing that it says', async () => {
      await using jira = await openJira({ issues: 20 });
      const wicked = '\u001b]0;title\u0007\u001b[2J%{system("touch pwned")}%!writefile([],"pwned") `:!touch pwned` vim: set number ft=sh :';
      jira.changeIssue('ABC-1', { summary: `x ${wicked}`, details: { description: `${wicked}\n vim: set number :\n/* vim: set ft=sh: */` } });
      await tell(editor, 'hostile', { env: { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice') } }, ({ screen }) => {
        assert.notInclude(screen, '\u001b]0;title');
      });
    });
  });
}

/** A copy of the plugin, with nothing beside it but what a test puts there. */
class PluginCopy implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly path: string = join(this.#folder.path, 'clients', 'vim');

  constructor() {
    cpSync(plugin, this.path, { recursive: true });
  }

  /** Where agents and Nodes are. */
  get world() {
    const place = (name: string): string => join(this.#folder.path, name);
    return {
      'build': () => symlinkSync(bundleFolder, place('dist')),
      'old node': () => join(this.#program('node', 'test "$1" = --version && echo v18.20.1'), 'node'),
      'install': () => this.#program('jira-language-server', `echo $$ > '${place('pid')}'\nexec '${agentNode}' '${agentFile}' "$@"`),
      'kill': () => process.kill(Number(readFileSync(place('pid'), 'utf8')), 'SIGKILL'),
    };
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }

  /** @returns the folder of the program */
  #program(name: string, script: string): string {
    const folder = join(this.#folder.path, `bin-${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return folder;
  }
}
