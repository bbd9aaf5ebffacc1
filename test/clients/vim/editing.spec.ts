/** Issues in the text that is edited in Vim and Neovim. */
import { openJira } from '../../support/jira.ts';
import { editors } from './editors.ts';
import { tell } from './story.ts';

for (const editor of editors) {
  describe(`text in ${editor.name}`, () => {
    it('has hovers, links, diagnostics, actions and completion, also in the message of a commit', async () => {
      await using jira = await openJira();
      jira.moveIssue('ABC-20', 'WEB');
      await tell(editor, 'editor', { env: { JIRA: jira.baseUrl, TOKEN: jira.createToken('alice'), MOVED: 'ABC-20' } });
    });
  });
}
