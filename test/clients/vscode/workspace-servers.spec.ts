/** Servers that others name for the user, in VS Code: nothing is sent to one before the user approves it. */
import { assert } from 'chai';
import { startAgent } from '../../support/agent.ts';
import { configureOAuth, type DisposableJira, openJira } from '../../support/jira.ts';
import { elsewhere, logIn, opened } from './support/browser.ts';
import { openVsCode } from './support/vs-code.ts';

/** What an administrator commits: an application link, its key encrypted for the team. */
async function sharedLink(jira: DisposableJira, passphrase: string): Promise<string> {
  await using agent = await startAgent();
  const { id } = await configureOAuth(agent, jira);
  return (await agent.request('jira/workspaceFile', { providers: [id], passphrase })).text;
}

describe('a server that the repository names, in VS Code', function () {
  this.timeout(240_000);

  it('is asked for nothing before it is approved, then offered first', async () => {
    await using jira = await openJira();
    const file = { version: 1, servers: [{ name: 'Our Jira', baseUrl: jira.baseUrl, authentication: { type: 'token' } }] };
    await using vsCode = await openVsCode({ files: { '.jira.json': JSON.stringify(file) } });
    const { window } = vsCode;
    // The file alone is a reason to start the agent, which asks.
    await window.notification('Is this your Jira?').waitFor();
    assert.isEmpty(jira.requests);
    await window.press('Not now');

    await window.command('Jira: Add Server');
    await window.choice('Another address').waitFor();
    await window.choose('Our Jira');
    await window.page.locator('.monaco-dialog-box', { hasText: 'Nothing is sent to it before you approve it' }).waitFor();
    assert.isEmpty(jira.requests);
    await window.press(`Approve ${new URL(jira.baseUrl).host}`);
    await window.answer('personal access token', jira.createToken('alice'));
    await window.notification(/Signed in to Our Jira as Alice/).waitFor();

    await window.command('Jira: Examine the Agent and the Servers');
    await window.webview(/login/i).waitFor();
  });

  it('has its key opened by the passphrase of the team', async () => {
    await using jira = await openJira({ host: elsewhere });
    const file = await sharedLink(jira, 'correct horse battery staple');
    await using vsCode = await openVsCode({ files: { '.jira.json': file } });
    const { window } = vsCode;
    await window.notification('Is this your Jira?').waitFor();
    await window.press('Not now');
    await window.command('Jira: Sign In');
    await window.press(`Approve ${new URL(jira.baseUrl).host}`);
    await window.answer('The passphrase of your team', 'wrong wrong wrong');
    await window.quickInput.getByText('does not open').waitFor();
    const approval = await opened(vsCode, () => window.type('correct horse battery staple'));
    await logIn(approval);
    await approval.locator('[name="approve"]').click();
    await window.notification(/Signed in to .* as Alice/).waitFor();
  });
});
