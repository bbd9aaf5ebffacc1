/** The agent in a real VS Code: none where there is no Jira; started again where it ended; with the settings that are now. */
import { assert } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJira } from '../../support/jira.ts';
import { filesBelow, readIfThere } from '../../support/stored-files.ts';
import { eventually } from './support/eventually.ts';
import { picture } from './support/picture.ts';
import { addServerByToken } from './support/servers.ts';
import { openVsCode, type VsCode } from './support/vs-code.ts';

describe('the agent of VS Code', function () {
  this.timeout(240_000);

  it('runs where there is a Jira, keeps no secret in a file, comes back, and heeds changed settings', async () => {
    await using jira = await openJira();
    await using vsCode = await openVsCode({ files: { 'notes.md': 'See ABC-1.\n' } });
    const { window } = vsCode;
    await window.command('Jira: Get Started');
    await window.page.getByText('Get Started with Jira').first().waitFor();
    await picture(window, 'walkthrough');
    assert.isEmpty(agents(vsCode), 'nobody has named a Jira');

    const token = jira.createToken('alice', { name: 'editor' });
    await addServerByToken(window, jira, token);
    await window.page.locator('.getting-started-step', { hasText: 'Add your Jira' }).locator('.codicon-getting-started-step-checked').waitFor();
    const [first, ...others] = agents(vsCode);
    assert.isDefined(first);
    assert.isEmpty(others);
    const storage = join(vsCode.home, '.local', 'share', 'jira-language-server');
    assert.isTrue(existsSync(join(storage, 'providers.json')));
    assert.isEmpty(filesWith(vsCode.home, token));

    process.kill(first!, 'SIGKILL');
    await window.notification('ended by itself').waitFor();
    await eventually('another agent', () => agents(vsCode).some((pid) => pid !== first));

    await window.openFile('notes.md');
    const hint = window.page.locator('.view-lines', { hasText: /ABC-1\s*\w/ });
    await window.page.locator('.view-lines', { hasText: 'See ABC-1.' }).waitFor();
    assert.equal(await hint.count(), 0);
    await vsCode.changeSettings({ 'jira.inlayHints.enabled': true });
    await hint.waitFor();

    // What is read at the start alone has it started anew, and the secrets are still there.
    const [second] = agents(vsCode);
    await vsCode.changeSettings({ 'jira.inlayHints.enabled': true, 'jira.requestTimeout': 30 });
    await eventually('an agent with the new settings', () => agents(vsCode).length === 1 && agents(vsCode)[0] !== second);
    await window.command('Jira: Servers');
    await window.choice('Signed in as Alice').waitFor();
  });
});

/** The processes of agents of this VS Code. */
function agents({ home }: VsCode): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
        return command.includes(home) && command.includes(join('agent', 'main.js'));
      } catch {
        return false; // It has just ended.
      }
    })
    .map(Number);
}

/** Files below a folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return filesBelow(folder).filter((file) => readIfThere(file, 'latin1').includes(text));
}
