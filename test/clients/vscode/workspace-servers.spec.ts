/** Servers that others name for the user, in VS Code: nothing is sent to one before the user approves it. */
import { assert } from 'chai';
import { openJira } from '../../support/jira.ts';
import { openVsCode } from './support/vs-code.ts';

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
});
