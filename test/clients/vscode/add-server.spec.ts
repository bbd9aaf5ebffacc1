/** A server is added in a real VS Code. */
import { openJira } from '../../support/jira.ts';
import { addServerByToken } from './support/servers.ts';
import { openVsCode } from './support/vs-code.ts';

describe('the client for VS Code', function () {
  this.timeout(180_000);

  it('adds a server with a token', async () => {
    await using jira = await openJira();
    await using vsCode = await openVsCode();
    await addServerByToken(vsCode.window, jira);
  });
});
