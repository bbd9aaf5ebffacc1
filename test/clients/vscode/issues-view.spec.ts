/** The issues view in a real VS Code: its lists, what is searched for, and what becomes of it without the network. */
import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { type DisposableJira, openJira } from '../../support/jira.ts';
import { IssuesView } from './support/issues-view.ts';
import { picture } from './support/picture.ts';
import { addServerByToken } from './support/servers.ts';
import { openVsCode, type VsCode } from './support/vs-code.ts';
import type { Window } from './support/window.ts';

/** Rows that are out of sight are not there; here all of them are in sight. */
const tall = { width: 1280, height: 4000 };
const usual = { width: 1280, height: 800 };

/** Milliseconds, for what takes the agent long. */
const patience = 120_000;

describe('the issues view of VS Code', function () {
  this.timeout(300_000);
  let jira: DisposableJira;
  let vsCode: VsCode;
  let view: IssuesView;

  before(async () => {
    jira = await openJira();
    vsCode = await openVsCode();
    view = new IssuesView(vsCode.window);
  });
  after(async () => {
    await vsCode?.[Symbol.asyncDispose]();
    await jira?.[Symbol.asyncDispose]();
  });

  it('asks for a server, then lists what is to be done, with how much it is', async () => {
    await view.open();
    await vsCode.window.page.getByRole('button', { name: 'Add Server' }).waitFor();
    await addServerByToken(vsCode.window, jira);
    const mine = jira.issues.filter(({ assignee, status }) => assignee === 'alice' && status.category.key !== 'done');
    await view.row(`My open issues, ${mine.length} issues`).waitFor();
    const [issue] = mine.toSorted((one, other) => other.updated - one.updated);
    await view.row(`${issue!.key}, ${issue!.summary}, ${issue!.type.name}, ${issue!.status.name}, ${issue!.priority.name}, assigned to Alice Archer`).waitFor();
    await view.toggle('Favourite filters');
    await view.row('Website bugs & “Fehler”').waitFor();
    await view.toggle('Boards');
    await view.toggle('ABC board');
    await view.row(/^ABC Sprint/).first().waitFor();
    await picture(vsCode.window, 'issues');
  });

  it('finds issues while words are typed', async () => {
    const { window } = vsCode;
    const { key, summary } = jira.issue('WEB-24');
    await window.command('Jira: Search Issues');
    await window.quickInput.locator('input:visible').fill('web-24');
    await window.choose(`${key} ${summary}`);
    await window.webview(summary).waitFor();
    await window.page.getByRole('tab', { name: key }).getByRole('button', { name: /^Close/ }).click();
  });

  it('completes and checks a query, and reads its pages', async () => {
    const { window } = vsCode;
    const input = window.quickInput.locator('input:visible');
    await window.command('Jira: Search by JQL');
    await input.fill('proj');
    await window.choose(/^project/);
    await window.choice(/^=/).waitFor();
    expect(await input.inputValue()).to.equal('project ');
    await input.fill('project in (ABC, WEB) AND NOPE = 1');
    await window.choice('NOPE').waitFor();
    await picture(window, 'jql');
    await input.fill('project in (ABC, WEB)');
    await window.choice('Jira understands it.').waitFor();
    await window.page.keyboard.press('Enter');
    const total = jira.issues.filter(({ project }) => project.key === 'ABC' || project.key === 'WEB').length;
    expect(total).to.be.within(101, 150);
    await view.row(`project in (ABC, WEB), ${total} issues`).waitFor();
    await window.page.setViewportSize(tall);
    await view.row('Load 50 more').filter({ hasText: `50 of ${total}` }).click();
    await view.row(`Load ${total - 100} more`).filter({ hasText: `100 of ${total}` }).and(window.page.locator('.focused')).waitFor();
    await pressEnterOn(window, view.row(/^Load/));
    await view.row(/^(ABC|WEB)-\d+, /).nth(total - 1).waitFor();
    await window.page.setViewportSize(usual);
  });

  it('keeps a query under a name, which can be changed and forgotten', async () => {
    const { window } = vsCode;
    await view.press(/^project in/, 'Save Query');
    await window.answer('The name of the query', 'Both projects');
    await view.row(/^Both projects/).waitFor();
    expect(await view.row(/^project in/).count()).to.equal(0);
    await view.press(/^Both projects/, 'Edit Query');
    await window.quickInput.locator('input:visible').fill('project = ABC');
    await window.choice('Jira understands it.').waitFor();
    await window.page.keyboard.press('Enter');
    await view.toggle(/^Both projects/);
    await view.row(`Both projects, ${jira.issues.filter(({ project }) => project.key === 'ABC').length} issues`).waitFor();
    await view.menu(/^Both projects/, 'Rename Query');
    await window.answer('The name of the query', 'Alphabet');
    await view.menu(/^Alphabet/, 'Delete Query');
    await window.press('Delete');
    await view.row(/^Alphabet/).waitFor({ state: 'detached' });
  });

  it('shows what was seen while Jira is away, and what is new once it is back', async () => {
    const [issue] = jira.issues.filter(({ assignee, status }) => assignee === 'alice' && status.category.key !== 'done').toSorted((one, other) => other.updated - one.updated);
    await view.row(new RegExp(`^${issue!.key}`)).waitFor();
    jira.faults.always(/./, 'reset');
    await vsCode.window.command('Jira: Refresh Issues');
    // The agent tries for half a minute before it gives up.
    await view.row(/^My open issues, .* offline/).waitFor({ timeout: patience });
    await view.row(/^Jira cannot be reached: .*Enter/).waitFor();
    await view.row(new RegExp(`^${issue!.key}`)).waitFor();
    await picture(vsCode.window, 'offline');
    jira.changeIssue(issue!.key, { summary: 'Written while nobody could read it' });
    jira.faults.clear();
    await view.row(`${issue!.key}, Written while nobody could read it`).waitFor({ timeout: patience });
    await view.row(/^My open issues, .* offline/).waitFor({ state: 'detached' });
  });
});

/** Presses Enter on the row that has the focus, until it is gone: VS Code swallows a key while it draws its rows anew. */
async function pressEnterOn({ page }: Window, row: Locator): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('Enter');
    try {
      return await row.waitFor({ state: 'detached', timeout: 5000 });
    } catch (error) {
      if (attempt === 9) throw error;
    }
  }
}
