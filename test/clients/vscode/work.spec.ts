/** Work in a real VS Code: beginning it with a branch of a real repository, the issue of the branch, the message of a commit. */
import { assert } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { status } from '../../jira/data/catalogue.ts';
import { type DisposableJira, openJira } from '../../support/jira.ts';
import { picture } from './support/picture.ts';
import { currentIssue, messageBox, proposals } from './support/places.ts';
import { Repository } from './support/repository.ts';
import { signInBefore } from './support/signed-in.ts';
import { openVsCode } from './support/vs-code.ts';
import type { Window } from './support/window.ts';

const refused = { status: 400, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["Not today."],"errors":{}}' };

/** A Jira with an issue to be begun. */
async function openJiraWithWork(): Promise<DisposableJira> {
  const jira = await openJira();
  jira.changeIssue('ABC-2', { status: status('To Do'), assignee: 'bob', summary: 'Crash in the parser' });
  return jira;
}

/** Begins with the palette, up to the question for the branch. */
async function choosesIssue(window: Window, key: string): Promise<void> {
  await window.command('Jira: Start Work');
  await window.quickInput.locator('input:visible').fill(key);
  await window.choose(new RegExp(`^${key} `));
}

describe('work in VS Code', function () {
  this.timeout(300_000);

  it('begins with a branch, shows its issue, and knows it in the message of the commit', async () => {
    await using jira = await openJiraWithWork();
    let repository!: Repository;
    await using vsCode = await openVsCode({
      settings: { 'jira.work.branchTemplate': '{type}/{key}-{summary}' },
      prepare: async (folder, home) => {
        repository = await Repository.create(folder, home);
        await signInBefore(home, jira);
      },
    });
    const { window } = vsCode;
    const name = `${jira.issue('ABC-2').type.name.toLowerCase()}/ABC-2-crash-in-the-parser`;
    await writeFile(join(vsCode.folder, 'notes.md'), 'Not committed yet.\n');
    await choosesIssue(window, 'ABC-2');
    await window.choice(`Create ${name}`).waitFor();
    await picture(window, 'start-work');
    await window.choose(`Create ${name}`);
    await window.notification(/You are working on ABC-2 now: In Progress\..*is checked out\. From Bob O’Brien to Alice Archer\. From “To Do” to “In Progress”/).waitFor();
    assert.deepEqual([repository.branch, jira.issue('ABC-2').assignee, jira.issue('ABC-2').status.name], [name, 'alice', 'In Progress']);
    assert.strictEqual(repository.git('status', '--porcelain'), 'M notes.md');

    const item = currentIssue(window);
    await item.getByText('ABC-2 In Progress').waitFor();
    assert.match((await item.getAttribute('aria-label')) ?? '', /ABC-2, Crash in the parser, In Progress/);
    await showsItsProposals(window);

    jira.changeIssue('ABC-2', { status: status('In Review') });
    await item.click();
    await window.choose('Write the key into the commit message');
    await (await messageBox(window)).locator('.view-line', { hasText: /^ABC-2\s/ }).waitFor();
    await item.click();
    await window.choose('Move to another status');
    await window.choose(/^Approve|^Done/);
    await item.getByText('ABC-2 Done').waitFor();

    repository.git('checkout', '--quiet', 'main');
    await item.waitFor({ state: 'detached' });
  });

  it('leaves nothing behind where Jira refuses, and goes on when it is tried again', async () => {
    await using jira = await openJiraWithWork();
    let repository!: Repository;
    await using vsCode = await openVsCode({
      settings: { 'jira.work.commitMessagePrefix': '{key}: ' },
      prepare: async (folder, home) => {
        repository = await Repository.create(folder, home);
        repository.git('branch', 'old/abc-2-tried-before');
        await signInBefore(home, jira);
      },
    });
    const { window } = vsCode;
    await writeFile(join(vsCode.folder, 'notes.md'), 'Not committed yet.\n');
    jira.faults.next(({ method, url }) => method === 'POST' && url?.includes('/transitions') === true, refused);
    await choosesIssue(window, 'ABC-2');
    await window.choose('Create ABC-2-crash-in-the-parser');
    await window.notification(/Work on ABC-2 was not started\..*Not today\..*Undone: To Bob O’Brien again\..*The branch ABC-2-crash-in-the-parser was taken back\./).waitFor();
    assert.deepEqual([repository.branch, repository.branches], ['main', ['main', 'old/abc-2-tried-before']]);
    assert.deepEqual([jira.issue('ABC-2').assignee, jira.issue('ABC-2').status.name], ['bob', 'To Do']);
    assert.strictEqual(repository.git('status', '--porcelain'), 'M notes.md');

    await window.press('Try Again');
    await window.choose('Switch to old/abc-2-tried-before');
    await currentIssue(window).getByText('ABC-2 In Progress').waitFor();
    assert.strictEqual(repository.branch, 'old/abc-2-tried-before');
    await (await messageBox(window)).locator('.view-line', { hasText: /^ABC-2:\s/ }).waitFor();
  });

  it('changes nothing in Jira where git refuses, and asks which repository is meant', async () => {
    await using jira = await openJiraWithWork();
    let [one, two]: Repository[] = [];
    await using vsCode = await openVsCode({
      prepare: async (folder, home) => {
        one = await Repository.create(join(folder, 'one'), home);
        two = await Repository.create(join(folder, 'two'), home);
        two.git('checkout', '--quiet', '-b', 'ABC-2-other');
        await writeFile(join(two.folder, 'notes.md'), 'Another text.\n');
        two.git('commit', '--quiet', '--all', '--message', 'Change');
        two.git('checkout', '--quiet', 'main');
        await signInBefore(home, jira);
      },
    });
    const { window } = vsCode;
    await writeFile(join(two!.folder, 'notes.md'), 'In the way.\n');
    await choosesIssue(window, 'ABC-2');
    await window.choose(/^two/);
    await window.choose('Switch to ABC-2-other');
    await window.notification(/git did not check out the branch ABC-2-other: .*would be overwritten/).waitFor();
    assert.deepEqual([one!.branch, two!.branch], ['main', 'main']);
    assert.isEmpty(jira.requests.filter(({ method }) => method !== 'GET'));
  });

  it('names a branch where there is no repository', async () => {
    await using jira = await openJiraWithWork();
    await using vsCode = await openVsCode({ prepare: async (_folder, home) => void (await signInBefore(home, jira)) });
    const { window } = vsCode;
    await choosesIssue(window, 'ABC-2');
    await window.notification('You are working on ABC-2 now').waitFor();
    await window.press('Copy Name of Branch');
    await window.page.waitForFunction(`navigator.clipboard.readText().then((text) => text === 'ABC-2-crash-in-the-parser')`);
  });
});

/** The message is offered the issue of the branch, and another one is remarked on. */
async function showsItsProposals(window: Window): Promise<void> {
  const { page } = window;
  const box = await messageBox(window);
  await box.click();
  await page.keyboard.press('Control+Space');
  await proposals(window).filter({ hasText: 'ABC-2' }).first().waitFor();
  await picture(window, 'commit-message');
  await page.keyboard.press('Escape');
  await page.keyboard.type('ABC-1 ');
  await box.locator('.squiggly-warning').waitFor();
  await box.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}
