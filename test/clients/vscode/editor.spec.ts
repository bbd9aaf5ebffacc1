/** Keys and queries in the editors of a real VS Code, by what it has of its own for every language. */
import { assert } from 'chai';
import type { Locator } from 'playwright-core';
import { status } from '../../jira/data/catalogue.ts';
import { type DisposableJira, openJira } from '../../support/jira.ts';
import { elsewhere } from './support/browser.ts';
import { picture } from './support/picture.ts';
import { proposals } from './support/places.ts';
import { signInBefore } from './support/signed-in.ts';
import { openVsCode, type VsCode } from './support/vs-code.ts';
import type { Window } from './support/window.ts';

const parser = `/** Reads what the server sends; see ABC-2. */
export function parse(text: string): string[] {
  // TODO(ABC-3): remove when the old server is gone
  return text.split(';');
}
//
`;

/** A Jira that VS Code takes for another machine, with an issue in work and one that is done. */
async function openJiraWithIssues(): Promise<DisposableJira> {
  const jira = await openJira({ host: elsewhere });
  jira.changeIssue('ABC-2', { status: status('In Progress'), assignee: 'alice', summary: 'Crash in the parser', details: { description: 'The parser stops at the first *semicolon*.' } });
  jira.changeIssue('ABC-3', { status: status('Done'), assignee: 'bob', summary: 'Two servers at once' });
  return jira;
}

/** With somebody who has signed in. */
function openVsCodeWith(jira: DisposableJira, files: Readonly<Record<string, string>>): Promise<VsCode> {
  return openVsCode({ files, prepare: async (_folder, home) => void (await signInBefore(home, jira)) });
}

describe('the editors of VS Code', function () {
  this.timeout(300_000);

  it('know the keys in a text: their pages, what they are, what is wrong, what can be done, and how they go on', async () => {
    await using jira = await openJiraWithIssues();
    await using vsCode = await openVsCodeWith(jira, { 'parser.ts': parser });
    const { window } = vsCode;
    await window.openFile('parser.ts');
    await showsIssue(window);
    assert.strictEqual(await pageBehind(vsCode, 'ABC-2'), `${jira.baseUrl}/browse/ABC-2`);

    await window.command('View: Focus Problems (Errors, Warnings, Infos)');
    const problem = window.page.locator('.markers-panel .monaco-list-row', { hasText: 'ABC-3' });
    await problem.filter({ hasText: 'closed-issue' }).dblclick();
    await window.page.locator('.statusbar-item', { hasText: 'Ln 3, Col ' }).waitFor();
    await window.page.locator('.editor-instance .squiggly-info').waitFor();
    await openActions(window, 'ABC-3: Open in the browser');
    await takeAction(window, 'ABC-3: Move from “Done”…');
    await window.choose(/^In Progress/);
    await problem.waitFor({ state: 'detached' });
    assert.notStrictEqual(jira.issue('ABC-3').status.category.key, 'done');

    await line(window, /^\/\/$/).click();
    await window.page.keyboard.press('End');
    await window.page.keyboard.type(' Works around ABC-');
    await proposals(window).filter({ hasText: 'ABC-2 Crash in the parser' }).click();
    await line(window, '// Works around ABC-2').waitFor();
  });

  it('show the status beside the keys where that is wanted, find issues as symbols, and know queries', async () => {
    await using jira = await openJiraWithIssues();
    await using vsCode = await openVsCodeWith(jira, { 'notes.md': '# Notes\n\nAfter ABC-2 all is well.\n\n- TODO ABC-3: remove the old server\n', 'mine.jql': 'project = ABC AND asignee = alice\n' });
    const { window } = vsCode;
    await window.openFile('notes.md');
    await showsIssue(window);
    await picture(window, 'hover');
    await vsCode.changeSettings({ 'jira.inlayHints.enabled': true, 'jira.codeLenses.enabled': true });
    await line(window, 'After ABC-2 In Progress all is well.').waitFor();
    await window.page.locator('.codelens-decoration', { hasText: 'ABC-2 · In Progress · Alice Archer' }).getByRole('button').click();
    await window.webview('Crash in the parser').waitFor();

    await window.command('Go to Symbol in Workspace...');
    await window.quickInput.locator('input:visible').fill('#two servers');
    await window.choose(/ABC-3 Two servers at once/);
    await line(window, 'Two servers at once').first().waitFor();

    await window.openFile('mine.jql');
    await window.page.locator('.editor-instance .squiggly-error').first().waitFor();
    await line(window, 'asignee').click();
    await window.page.keyboard.press('End');
    await window.page.keyboard.type(' AND prio');
    await window.page.keyboard.press('Control+Space');
    await proposals(window).filter({ hasText: 'priority' }).first().click();
    await line(window, 'asignee = alice AND priority').waitFor();
    await window.command('View: Focus Problems (Errors, Warnings, Infos)');
    await window.page.locator('.markers-panel .monaco-list-row', { hasText: 'Did you mean assignee?' }).waitFor();
  });
});

/** The mouse rests on the key, and VS Code tells of the issue and of its page. */
async function showsIssue(window: Window): Promise<void> {
  await link(window, 'ABC-2').hover();
  const hover = window.page.locator('.monaco-hover:visible', { hasText: 'Crash in the parser' });
  for (const text of ['In Progress · ', 'The parser stops at the first semicolon.', 'Open ABC-2 in Jira']) await hover.getByText(text).waitFor();
}

/** Clicks with Ctrl on a key. @returns the address of the page that the browser then opens */
async function pageBehind({ context, window }: VsCode, key: string): Promise<string> {
  const { page } = window;
  const opening = context.waitForEvent('page');
  await link(window, 'ABC-3').hover();
  await page.keyboard.down('Control');
  await link(window, key).hover();
  await page.locator('.detected-link-active', { hasText: key }).waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.up('Control');
  const opened = await opening;
  const address = opened.url();
  await opened.close();
  return address;
}

/** What can be done here, in the menu. */
function action({ page }: Window, title: string): Locator {
  return page.locator('.action-widget .monaco-list-row', { hasText: title });
}

/** Opens the menu at the cursor until it has something: it has what was known when it was opened. */
async function openActions(window: Window, title: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await window.page.keyboard.press('Control+.');
    try {
      return await action(window, title).waitFor({ timeout: 3000 });
    } catch (error) {
      if (attempt === 15) throw error;
      await window.page.keyboard.press('Escape');
    }
  }
}

/** Takes something from the menu by the keyboard. @throws {Error} where the menu does not lead there */
async function takeAction(window: Window, title: string): Promise<void> {
  const { page } = window;
  const row = action(window, title);
  const isFocused = async (): Promise<boolean> => /\bfocused\b/.test((await row.getAttribute('class')) ?? '');
  for (let rest = await page.locator('.action-widget .monaco-list-row').count(); !(await isFocused()); rest -= 1) {
    assert.isAbove(rest, 0, `no way to ${title}`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** A key whose page can be opened by a click with Ctrl. */
function link({ page }: Window, key: string): Locator {
  return page.locator('.view-line .detected-link', { hasText: key }).first();
}

/** A line of the open file. */
function line({ page }: Window, text: string | RegExp): Locator {
  return page.locator('.editor-instance .view-line', { hasText: text });
}
