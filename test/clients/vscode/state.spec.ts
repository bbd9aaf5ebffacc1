/** How it stands with Jira, in two windows of a real VS Code: what is shown, what is told once, and what mends it. */
import { assert } from 'chai';
import { openJira } from '../../support/jira.ts';
import { picture } from './support/picture.ts';
import { jiraState } from './support/places.ts';
import { signInBefore } from './support/signed-in.ts';
import { openVsCode } from './support/vs-code.ts';
import type { Window } from './support/window.ts';

/** Has Jira asked for something. */
async function asksForIssues(window: Window): Promise<void> {
  await window.command('Jira: Start Work');
  await window.quickInput.locator('input:visible').fill('parser');
}

describe('how it stands with Jira in VS Code', function () {
  this.timeout(300_000);

  it('is shown when the server is away, is slow by its own wish, and is back', async () => {
    await using jira = await openJira();
    await using vsCode = await openVsCode({ prepare: async (_folder, home) => void (await signInBefore(home, jira)) });
    const { window } = vsCode;
    const item = jiraState(window);
    await item.filter({ hasText: /Jira$/ }).waitFor();
    assert.match((await item.getAttribute('aria-label')) ?? '', /signed in as Alice Archer/);

    jira.faults.always('/rest/', 'reset');
    await asksForIssues(window);
    await item.filter({ hasText: 'Jira: Offline' }).waitFor();
    await window.page.keyboard.press('Escape');
    await picture(window, 'offline');
    jira.faults.clear();
    await item.filter({ hasText: /Jira$/ }).waitFor();

    jira.faults.always('/rest/api/2/search', { status: 429, headers: { 'retry-after': '60' }, body: '' });
    await asksForIssues(window);
    await item.filter({ hasText: 'Jira: Slowed down' }).waitFor();
    assert.match((await item.getAttribute('aria-label')) ?? '', /asked to slow down until .*Press to: Examine/);
  });

  it('is told in one window and shown in all, when the credentials are refused or end soon', async () => {
    await using jira = await openJira({ profile: '10.3' });
    const token = jira.createToken('alice', { name: 'editor', expiresInSeconds: 3.5 * 86_400 });
    await using vsCode = await openVsCode({ prepare: async (_folder, home) => void (await signInBefore(home, jira, token)) });
    const windows = [vsCode.window, await vsCode.openWindow()];
    for (const window of windows) await jiraState(window).filter({ hasText: 'Jira: Token ends in 3 days' }).waitFor();
    const told = async (text: string): Promise<number> => (await Promise.all(windows.map((window) => window.notification(text).count()))).reduce((sum, count) => sum + count, 0);
    assert.strictEqual(await told('the personal access token ends on'), 1);

    jira.revokeToken(token);
    await asksForIssues(windows[1]!);
    for (const window of windows) await jiraState(window).filter({ hasText: 'Jira: Sign in' }).waitFor();
    await windows[1]!.page.keyboard.press('Escape');
    const [first, second] = windows.map((window) => window.notification('was revoked'));
    await Promise.any([first!.waitFor(), second!.waitFor()]);
    assert.strictEqual(await told('was revoked'), 1);

    await jiraState(windows[0]!).click();
    await windows[0]!.quickInput.waitFor();
  });
});
