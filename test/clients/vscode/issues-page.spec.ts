/** The page of an issue in a real VS Code: what it shows, what is done on it, and what a hostile text does not do. */
import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { type DisposableJira, openJira } from '../../support/jira.ts';
import { picture } from './support/picture.ts';
import { addServerByToken } from './support/servers.ts';
import { openVsCode, type VsCode } from './support/vs-code.ts';

describe('the page of an issue in VS Code', function () {
  this.timeout(180_000);
  let jira: DisposableJira;
  let vsCode: VsCode;

  before(async () => {
    jira = await openJira();
    vsCode = await openVsCode({ files: { 'notes.md': '- TODO: Sort the list of exports\n' } });
    await addServerByToken(vsCode.window, jira);
  });
  after(async () => {
    await vsCode?.[Symbol.asyncDispose]();
    await jira?.[Symbol.asyncDispose]();
  });

  it('shows an issue, and moves, assigns and watches it', async () => {
    jira.changeIssue('ABC-41', { assignee: undefined });
    const page = await show('ABC-41');
    await page.getByRole('heading', { level: 1, name: jira.issue('ABC-41').summary }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Description' }).waitFor();
    await picture(vsCode.window, 'issue');
    await page.getByRole('button', { name: 'In Progress', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'It is “In Progress” now.' }).waitFor();
    expect(jira.issue('ABC-41').status.name).to.equal('In Progress');
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.locator('dd', { hasText: 'Alice Archer' }).first().waitFor();
    expect(jira.issue('ABC-41').assignee).to.equal('alice');
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.getByRole('button', { name: 'Watching', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Assign…' }).click();
    await vsCode.window.quickInput.locator('input:visible').fill('bob');
    await vsCode.window.choose('Bob O’Brien');
    await page.locator('dd', { hasText: 'Bob O’Brien' }).first().waitFor();
    expect(jira.issue('ABC-41').assignee).to.equal('bob');
  });

  it('asks for what a transition insists on, and keeps a comment that was not sent', async () => {
    const page = await show('ABC-30');
    await page.getByRole('button', { name: /^Resolve with a reason/ }).click();
    const form = page.locator('form[data-form="transition"]');
    await form.getByLabel('Resolution').selectOption({ label: 'Done' });
    await picture(vsCode.window, 'transition');
    await form.getByRole('button', { name: 'Resolve with a reason' }).click();
    await page.locator('header .status.done').waitFor();
    expect(jira.issue('ABC-30').resolution?.name).to.equal('Done');

    await page.getByLabel('Write a comment').fill('It was **the proxy**.');
    await vsCode.window.page.getByRole('tab', { name: 'ABC-30' }).getByRole('button', { name: /^Close/ }).click();
    const again = await show('ABC-30');
    const box = again.getByLabel('Write a comment');
    await box.and(again.locator(':not(:placeholder-shown)')).waitFor();
    expect(await box.inputValue()).to.equal('It was **the proxy**.');
    await box.press('Control+Enter');
    await again.locator('article strong', { hasText: 'the proxy' }).waitFor();
    expect(jira.issue('ABC-30').details().comments.at(-1)?.body).to.equal('It was *the proxy*.');
    expect(await box.inputValue()).to.equal('');
  });

  it('logs work as people write it in Jira, and changes labels', async () => {
    const page = await show('ABC-32');
    await page.locator('summary', { hasText: 'Log work' }).click();
    await page.getByLabel('Time spent').fill('soon');
    await page.getByRole('button', { name: 'Log work' }).click();
    await page.locator('#work-error', { hasText: 'This is no time' }).waitFor();
    await page.getByLabel('Time spent').fill('1h 30m');
    await page.getByRole('button', { name: 'Log work' }).click();
    await page.locator('li', { hasText: '1h 30m' }).first().waitFor();
    expect(jira.issue('ABC-32').details().worklogs.at(-1)?.seconds).to.equal(5400);
    await page.getByLabel('New label').fill('proxy');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Remove the label proxy' }).click();
    await page.getByRole('button', { name: 'Remove the label proxy' }).waitFor({ state: 'detached' });
    expect(jira.issue('ABC-32').labels).to.not.include('proxy');
  });

  it('shows hostile texts as texts', async () => {
    const hostile = '<img src=x onerror="document.body.dataset.owned=1"><script>document.body.dataset.owned=1</script>';
    jira.changeIssue('ABC-14', {
      summary: `${hostile} \u202egnp.exe $(sync~spin) [run](command:workbench.action.quit)`,
      details: { description: `${hostile}\n\n[run|command:workbench.action.quit] [go|javascript:alert(1)] !http://127.0.0.1:9/spy.png!` },
    });
    const page = await show('ABC-14');
    const text = await page.locator('main').innerText();
    expect(text).to.include('<img src=x onerror=').and.to.include('<script>');
    expect(text).to.not.include('\u202e');
    expect(await page.getAttribute('data-owned')).to.equal(null);
    expect(await page.locator('img, script[src], iframe, object, a[href^="command:"], a[href^="javascript:"]').count()).to.equal(0);
    const frame = vsCode.window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).to.match(/^default-src 'none'; style-src 'nonce-[^']+'; script-src 'nonce-[^']+'; form-action 'none'; base-uri 'none'$/);
  });

  it('makes an issue of a TODO, and writes its key there', async () => {
    const { window } = vsCode;
    await window.page.keyboard.press('Control+p');
    await window.quickInput.locator('input:visible').fill('notes.md');
    await window.choose('notes.md');
    await window.page.locator('.monaco-editor .view-line', { hasText: 'Sort the list' }).click();
    await openCodeActions('Create an issue: Sort the list');
    await window.page.keyboard.press('Enter');
    await window.choose('ABC');
    await window.choose('Bug');
    const page = window.webview('New Bug in ABC');
    await page.getByRole('heading', { level: 1, name: 'New Bug in ABC' }).waitFor();
    expect(await page.getByLabel('Summary').inputValue()).to.equal('Sort the list of exports');
    await picture(window, 'create');
    const before = jira.issues.length;
    await page.getByRole('button', { name: 'Create' }).click();
    await window.webview('Write a comment').getByRole('heading', { level: 1, name: 'Sort the list of exports' }).waitFor();
    expect(jira.issues.length).to.equal(before + 1);
    const { key } = jira.issues.find(({ summary }) => summary === 'Sort the list of exports')!;
    await window.page.getByRole('tab', { name: 'notes.md' }).click();
    await window.page.locator('.monaco-editor .view-line', { hasText: key }).waitFor();
  });

  /** The menu at the cursor, with one of its actions under the focus. The agent offers it once it has read the document. */
  async function openCodeActions(action: string): Promise<void> {
    const { page } = vsCode.window;
    const row = page.locator('.action-widget .monaco-list-row', { hasText: action }).and(page.locator('.focused'));
    for (let attempt = 1; ; attempt += 1) {
      await page.keyboard.press('Control+.');
      try {
        return await row.waitFor({ timeout: 3000 });
      } catch (error) {
        if (attempt === 15) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  /** The page of an issue, found by its key. */
  async function show(key: string): Promise<Locator> {
    const { window } = vsCode;
    await window.command('Jira: Show Issue');
    await window.quickInput.locator('input:visible').fill(key);
    await window.choose(`${key} `);
    const page = window.webview(key);
    await page.and(window.webview('Write a comment')).and(page.page().frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('body[data-state="ready"]')).waitFor();
    return page;
  }
});
