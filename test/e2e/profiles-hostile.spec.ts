/** What somebody wrote into Jira against whoever reads it in an editor, in each editor: test/support/profiles. */
import { assert } from 'chai';
import type { CodeAction, CodeLens, CompletionList, Hover, InlayHint, MarkupContent, SymbolInformation } from 'vscode-languageserver/node';
import type { Issue } from '../../protocol/issues.ts';
import { startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { profiles } from '../support/profiles/index.ts';
import { PlayedEditor } from '../support/profiles/played-editor.ts';
import { methodNotFound } from '../support/profiles/profile.ts';
import { rendered, type Rendered } from '../support/profiles/rendered.ts';

const summaries = [
  'Marker [click](command:workbench.action.terminal.new) <command:evil> <a href="command:evil">x</a> [x][y]',
  'Marker ![x](http://127.0.0.1:9/pixel.png) <img src=x onerror=alert(1)> <script>alert(1)</script> <!--',
  'Marker ``` ~~~ ` </code></pre> | a | --- **b __c ~~d &lt;script&gt; &#91;x&#93;(command:evil) \\[x\\](command:evil)',
  '# Marker > - 1. *** [y]: command:evil',
  '[y]: command:evil "Marker"',
  'Marker $(run) ${1:x} $TM_FILENAME %{lua} `vim:ft=x` >lua {{{ <Cmd>q<CR> [[x]] ${env:HOME}',
  'Marker \u202egnp.exe\u202c \u2066x\u2069 vscode://evil/x file:///etc/passwd javascript:alert(1) command:evil',
];
const description = '!http://127.0.0.1:9/pixel.png! [run|command:evil] <img src=x onerror=alert(1)> {code}\n```\n[x](command:evil)\n{code}';

const uri = 'file:///project/plan.md';
const textDocument = { uri };

/** Nothing in it loads, runs or deceives; a link leads to a web page, by a click alone. */
function assertInert({ links, images, html, text }: Rendered): void {
  for (const link of links) assert.match(link, /^https?:\/\//);
  assert.deepEqual(images, []);
  assert.deepEqual(html, []);
  assertPlain(text);
}

/** What an editor or its terminal shows as it is. */
function assertPlain(text: string): void {
  assert.notMatch(text, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
}

describe('what attacks from Jira, in the editor', () => {
  let jira: DisposableJira;
  let harmless: Issue;
  const hostile: Issue[] = [];

  before(async () => {
    jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const create = async (summary: string): Promise<Issue> => (await agent.request('jira/createIssue', { project: 'ABC', type: 'Task', summary, description })).issue;
    harmless = await create('Marker');
    for (const summary of summaries) {
      const { key } = await create(summary);
      hostile.push((await agent.request('jira/transition', { key, transition: 'Done' })).issue);
    }
  });

  after(() => jira.close());

  for (const profile of profiles) {
    it(`${profile.name} does nothing`, async () => {
      await using editor = await PlayedEditor.open(profile, { initializationOptions: { inlayHints: { enabled: true, text: '{status} {summary}' }, codeLenses: { enabled: true } } });
      const { agent } = editor;
      await connectByToken(agent, jira);
      const issues = [harmless, ...hostile];
      const published = editor.nextDiagnostics(uri);
      await editor.openDocument(uri, 'markdown', `${issues.map(({ key }) => `TODO ${key}`).join('\n')}\n\nMarker\n`);

      const shown: Rendered[] = [];
      for (const [line] of issues.entries()) {
        const hover = (await agent.send('textDocument/hover', { textDocument, position: { line, character: 6 } })) as Hover;
        const seen = rendered(profile, hover.contents as MarkupContent);
        assertInert(seen);
        assert.include(seen.text, 'Marker');
        shown.push(seen);
      }
      for (const { structure } of shown) assert.deepEqual(structure, shown[0]!.structure);

      const completion = (await agent.send('textDocument/completion', { textDocument, position: { line: issues.length + 1, character: 6 }, context: { triggerKind: 1 } })) as CompletionList;
      assert.isNotEmpty(completion.items);
      for (const { label, detail = '', documentation, textEdit, insertText, insertTextFormat } of completion.items) {
        assertPlain(`${label}${detail}`);
        assert.notInclude(`${label}${detail}`, '\n');
        assert.notStrictEqual(insertTextFormat, 2, 'A snippet acts on $ and }.');
        assert.match(textEdit?.newText ?? insertText ?? label, /^[A-Z]+-\d+$/);
        if (typeof documentation === 'object') assertInert(rendered(profile, documentation));
      }

      for (const [line] of issues.entries()) {
        const position = { line, character: 6 };
        const actions = (await agent.send('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } })) as CodeAction[];
        assert.isNotEmpty(actions);
        for (const { title } of actions) assertPlain(title.replaceAll('\n', '\0'));
      }
      const symbols = (await agent.send('workspace/symbol', { query: 'Marker' })) as SymbolInformation[];
      assert.isNotEmpty(symbols);
      for (const { name, containerName = '' } of symbols) assertPlain(`${name}${containerName}`.replaceAll('\n', '\0'));

      const { diagnostics } = await published;
      assert.lengthOf(diagnostics, hostile.length);
      for (const { message } of diagnostics) assertPlain(String(message));
      const hints = (await agent.send('textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end: { line: issues.length, character: 0 } } })) as InlayHint[];
      assert.isNotEmpty(hints);
      for (const { label, tooltip } of hints) {
        assertPlain(typeof label === 'string' ? label : label.map(({ value }) => value).join());
        if (tooltip !== undefined) assertInert(rendered(profile, typeof tooltip === 'string' ? { kind: 'plaintext', value: tooltip } : tooltip));
      }

      const lenses = (await agent.send('textDocument/codeLens', { textDocument })) as CodeLens[];
      assert.isNotEmpty(lenses);
      for (const { command } of lenses) assertPlain(command?.title ?? '');

      if (profile.answerQuestion !== methodNotFound) await editor.run('jira.searchIssues', { text: 'Marker' });
      for (const { message, titles } of editor.questions) {
        assertInert(rendered(profile, { kind: 'markdown', value: message }));
        for (const title of titles) assertPlain(title.replaceAll('\n', '\0'));
      }
      for (const { key } of hostile) {
        await editor.run('jira.showIssue', { key });
        const page = rendered({ ...profile, renderer: 'CommonMark' }, { kind: 'markdown', value: await editor.shownPage(key) });
        assert.deepEqual(page.html, []);
        assert.deepEqual(page.images, []);
        for (const link of page.links) assert.match(link, /^(https?|mailto):/);
      }
      assert.deepEqual(agent.editor.edits, []);
      assert.isEmpty(agent.editor.shownDocuments.filter(({ external }) => external === true));
    });
  }
});
