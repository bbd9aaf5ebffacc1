/** The whole job in Vim and Neovim: getting in, lists, issues, and what is written back. */
import { assert } from 'chai';
import { Browser, type Jira } from '../../jira/index.ts';
import { openJira } from '../../support/jira.ts';
import { editors } from './editors.ts';
import { tell } from './story.ts';

for (const editor of editors) {
  describe(`the client in ${editor.name}`, () => {
    it('does the whole job with a personal access token, off the network and back', async () => {
      await using jira = await openJira();
      const token = jira.createToken('alice', { name: 'vim' });
      await tell(editor, 'token', { env: { JIRA: `${jira.baseUrl}/browse/ABC-1`, TOKEN: token }, world: worldOf(jira) });
    });

    it('signs in by OAuth: by a browser that comes back, and by a code that is typed', async () => {
      await using jira = await openJira();
      await tell(editor, 'oauth', { env: { JIRA: jira.baseUrl }, world: worldOf(jira) });
    });

    it('asks which of several Jiras is meant, and tells their issues apart', async () => {
      await using jira = await openJira({ issues: 40 });
      await using other = await openJira({ issues: 40 });
      await tell(editor, 'several', { env: { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice'), OTHER: other.baseUrl, OTHER_TOKEN: other.createToken('bob') } });
    });

    it('has a command for everything, and the tab key knows its arguments', async () => {
      await using jira = await openJira();
      await tell(editor, 'commands', { env: { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice') }, world: worldOf(jira) });
    });

    it('sends what was written before it ends, and keeps what it could not send', async () => {
      await using jira = await openJira({ issues: 20 });
      const env = { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice') };
      const comments = () => jira.issue('ABC-2').details().comments.filter(({ body }) => body === 'Written in haste.');
      jira.faults.next('/comment', { delay: 300 });
      await tell(editor, 'quit', { env: { ...env, PATIENCE: '20000' } });
      assert.lengthOf(comments(), 1);
      jira.faults.always('/comment', 'hang');
      await tell(editor, 'quit', { env: { ...env, PATIENCE: '200' } }, ({ kept }) => {
        assert.lengthOf(kept, 1);
        assert.match(kept[0]!, /^Written in haste\.\n/);
      });
      assert.lengthOf(comments(), 1);
    });
  });
}

/** What only the world outside can do or see. */
function worldOf(jira: Jira) {
  return {
    'comment': (key: string) => jira.issue(key).details().comments.at(-1)?.body ?? '',
    'status': (key: string) => jira.issue(key).status.name,
    'worklog': (key: string) => jira.issue(key).details().worklogs.map(({ seconds, comment }) => `${seconds} ${comment}`).join('\n'),
    'refuse comments': () => jira.faults.next('/comment', { status: 403, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["You may not comment."],"errors":{}}' }),
    'all is well': () => jira.faults.clear(),
    'go away': () => jira.faults.always('/rest/', 'reset'),
    'come back': () => jira.faults.clear(),
    'create link': (values: string) => {
      const [consumerKey, publicKey] = JSON.parse(values) as [string, string];
      jira.createApplicationLink({ consumerKey, publicKey: publicKey.replaceAll('\\n', '\n'), name: 'Jira Language Server' });
    },
    'approve': async (url: string) => (await new Browser().authorize(url, { user: 'alice' })).verifier,
  };
}
