/** Two windows of a real VS Code see the same servers at once. */
import { openJira } from '../../support/jira.ts';
import { jiraState } from './support/places.ts';
import { addServerByToken } from './support/servers.ts';
import { openVsCode } from './support/vs-code.ts';

describe('two windows of VS Code', function () {
  this.timeout(300_000);

  it('know of a server that one of them added, and that it was left', async () => {
    await using jira = await openJira();
    await using vsCode = await openVsCode();
    const second = await vsCode.openWindow();
    await addServerByToken(vsCode.window, jira);
    await jiraState(second).filter({ hasText: /Jira$/ }).waitFor();
    await vsCode.window.command('Jira: Sign Out');
    await jiraState(second).filter({ hasText: 'Jira: Sign in' }).waitFor();
  });
});
