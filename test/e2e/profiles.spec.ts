/** Whole sessions in each editor, as far as the agent can tell one from another: test/support/profiles. */
import { assert } from 'chai';
import type { CodeAction, CompletionList, DocumentLink, Hover, InlayHint, MarkupContent, SymbolInformation } from 'vscode-languageserver/node';
import type { Issue } from '../../protocol/issues.ts';
import { startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { checkActions, checkCompletion, checkDiagnostics, checkHints, checkHover, checkLinks, checkSymbols } from '../support/profiles/declared.ts';
import { profiles } from '../support/profiles/index.ts';
import { PlayedEditor } from '../support/profiles/played-editor.ts';
import { methodNotFound } from '../support/profiles/profile.ts';
import { rendered } from '../support/profiles/rendered.ts';

const uri = 'file:///project/plan.md';
const textDocument = { uri };

describe('in the editor', () => {
  let jira: DisposableJira;
  let done: Issue;

  before(async () => {
    jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    done = (await agent.request('jira/issues', { jql: 'statusCategory = Done order by key', limit: 1 })).issues[0]!;
  });

  after(() => jira.close());

  for (const profile of profiles) {
    const { name, capabilities } = profile;
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
      await editor.shownMessage(/^You are signed in to .* as Alice/);
      const { providers } = await editor.agent.request('jira/providers', {});
      assert.deepEqual(providers.map(({ state }) => state), ['connected']);
      // An editor that stands still until it is answered, as eglot does, must be free for a file that the person has to open.
      if (capabilities.window?.showDocument?.support === true) assert.deepEqual(await signedIn, { provider: providers[0] });
      else assert.isNull(await signedIn);
    });

    it(`${name}, a whole session is served with what it declared and nothing else`, async () => {
      await using editor = await PlayedEditor.open(profile);
      const { agent } = editor;
      await connectByToken(agent, jira);
      const { issue } = await agent.request('jira/createIssue', { project: 'ABC', type: 'Task', summary: `Plan the release in ${name}` });
      const first = `Release 🚀 needs ${issue.key} first.`;
      const published = editor.nextDiagnostics(uri);
      await editor.openDocument(uri, 'markdown', `${first}\n\nTODO ${done.key}: remove the workaround.\n\nABC-\n`);
      const range = { start: { line: 0, character: first.indexOf(issue.key) + 1 }, end: { line: 0, character: first.indexOf(issue.key) + 1 } };

      const hover = (await agent.send('textDocument/hover', { textDocument, position: range.start })) as Hover;
      checkHover(capabilities, hover);
      assert.include(rendered(profile, hover.contents as MarkupContent).text, issue.summary);

      const completion = (await agent.send('textDocument/completion', { textDocument, position: { line: 4, character: 4 }, context: { triggerKind: 2, triggerCharacter: '-' } })) as CompletionList;
      checkCompletion(capabilities, completion);
      assert.isNotEmpty(completion.items);

      const links = (await agent.send('textDocument/documentLink', { textDocument })) as DocumentLink[];
      checkLinks(capabilities, links);
      assert.include(links.map(({ target }) => target), issue.url);

      const diagnostics = await published;
      checkDiagnostics(capabilities, diagnostics);
      assert.deepEqual(diagnostics.diagnostics.map(({ range: { start } }) => start.line), [2]);

      const actions = (await agent.send('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } })) as CodeAction[];
      checkActions(capabilities, actions, agent.initializeResult!.capabilities.executeCommandProvider!.commands);
      assert.isNotEmpty(actions);

      const symbols = (await agent.send('workspace/symbol', { query: issue.key })) as SymbolInformation[];
      checkSymbols(capabilities, symbols);
      assert.include(symbols.map((symbol) => symbol.name).join(), issue.key);

      checkHints(capabilities, (await agent.send('textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } } })) as InlayHint[]);

      await editor.run('jira.showIssue', { key: issue.key });
      await editor.shownPage(issue.key);
      await editor.run('jira.openIssue', { key: issue.key });
      assert.strictEqual(await editor.shownAddress(), issue.url);
      const moved = (await editor.run('jira.transition', asks ? { key: issue.key } : { key: issue.key, transition: 'In Progress' })) as { issue: Issue };
      assert.strictEqual(moved.issue.key, issue.key);
      if (asks) {
        assert.lengthOf(editor.questions, 1);
        editor.dismisses = true;
        assert.isNull(await editor.run('jira.transition', { key: issue.key }));
      }
      assert.deepEqual(await agent.shutdown(), { code: 0, signal: null });
    });
  }
});
