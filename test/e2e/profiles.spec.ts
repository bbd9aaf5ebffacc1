/** A whole session in each editor, as far as the agent can tell one from another: test/support/profiles. */
import { assert } from 'chai';
import type { DisposableJira } from '../support/jira.ts';
import { openJira } from '../support/jira.ts';
import { profiles } from '../support/profiles/index.ts';
import { PlayedEditor } from '../support/profiles/played-editor.ts';
import { methodNotFound } from '../support/profiles/profile.ts';

describe('in the editor', () => {
  let jira: DisposableJira;

  before(async () => {
    jira = await openJira();
  });

  after(() => jira.close());

  for (const profile of profiles) {
    const { name } = profile;
    const asks = profile.answerQuestion !== methodNotFound;

    it(`${name}, the person signs in by what the editor has`, async () => {
      await using editor = await PlayedEditor.open(profile);
      const signedIn = editor.run('jira.signIn');
      const token = jira.createToken('alice', { name });
      if (asks) {
        await editor.fillIn('jira-sign-in.txt', { address: jira.baseUrl });
        assert.match(await editor.shownAddress(), /^http.*\/secure\/ViewProfile\.jspa/);
        await editor.fillIn('jira-sign-in.txt', { token });
        assert.match(editor.questions[0]?.message ?? '', /^How do you want to sign in/);
      } else {
        await editor.fillIn('jira-sign-in.txt', { address: jira.baseUrl, token });
      }
      assert.nestedInclude((await signedIn) as object, { 'provider.state': 'connected' });
      await editor.shownMessage(/^You are signed in to .* as Alice/);
    });
  }
});
