/** Issues as documents and as symbols, for editors that ask the agent for content and for those that open files alone. */
import { assert } from 'chai';
import { readFile, stat } from 'node:fs/promises';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { fullCapabilities } from '../support/fake-editor.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const withContent = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, textDocumentContent: {} } };
const symbols = (agent: Agent, query: string) => agent.send('workspace/symbol', { query }) as Promise<SymbolInformation[]>;
const content = async (agent: Agent, uri: string) => ((await agent.send('workspace/textDocumentContent', { uri })) as { text: string }).text;

describe('an issue as a document', () => {
  let jira: DisposableJira;

  before(async () => {
    jira = await openJira();
  });

  after(() => jira[Symbol.asyncDispose]());

  it('is one whose content the editor asks for, where it can, and hears of when it changes', async () => {
    await using agent = await startAgent({ capabilities: withContent });
    const { id } = await connectByToken(agent, jira);
    assert.deepEqual(agent.initializeResult?.capabilities.workspace?.textDocumentContent, { schemes: ['jira'] });
    const uri = `jira:/${id}/ABC-1.md`;
    assert.deepEqual(await agent.send('workspace/executeCommand', { command: 'jira.showIssue', arguments: [{ key: 'ABC-1' }] }), { uri });
    assert.strictEqual(agent.editor.shownDocuments.at(-1)?.uri, uri);
    assert.match(await content(agent, uri), /^# ABC-1: /);
    const before = agent.editor.changedContents.length;
    await agent.send('workspace/executeCommand', { command: 'jira.comment', arguments: [{ key: 'ABC-1', body: 'A word to the document.' }] });
    assert.deepEqual(agent.editor.changedContents.slice(before), [uri]);
    assert.include(await content(agent, uri), '> A word to the document.');
    await expectError(agent.send('workspace/textDocumentContent', { uri: 'jira:/ABC-1' }), 'invalidParams', { path: 'uri' });
    await expectError(agent.send('workspace/textDocumentContent', { uri: `jira:/${id}/ABC-99999.md` }), 'notFound');
  });

  it('is not announced to an editor that cannot ask for it', async () => {
    await using agent = await startAgent();
    assert.notProperty(agent.initializeResult?.capabilities.workspace, 'textDocumentContent');
  });

  it('is found by a key, by words and by half a word, in a file that is there and whole', async () => {
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const { summary } = jira.issue('ABC-1');
    const [byKey] = await symbols(agent, 'abc-1');
    assert.deepInclude(byKey, { name: `ABC-1 ${summary}` });
    const file = new URL(byKey!.location.uri);
    const page = await readFile(file, 'utf8');
    const { description, comments } = await agent.request('jira/issue', { key: 'ABC-1' });
    assert.include(page, description);
    assert.strictEqual(page.match(/^### /gm)?.length ?? 0, comments.length);
    assert.strictEqual((await stat(file)).mode & 0o777, 0o400);
    const word = /[A-Za-z]{6,}/.exec(summary)![0];
    const names = (found: SymbolInformation[]) => found.map(({ name }) => name);
    assert.isNotEmpty(names(await symbols(agent, word)));
    assert.isNotEmpty(names(await symbols(agent, word.slice(0, -1))));
    assert.deepEqual(await symbols(agent, 'nothinglikethis'), []);
    assert.deepEqual(await symbols(agent, '#'), []);
  });

  it('is found among those looked at last, where nothing is typed yet', async () => {
    await using agent = await startAgent({ capabilities: withContent });
    const { id } = await connectByToken(agent, jira);
    await agent.request('jira/issue', { key: 'WEB-2', opened: true });
    const [first] = await symbols(agent, '');
    assert.strictEqual(first?.location.uri, `jira:/${id}/WEB-2.md`);
  });

  it('is found among those that were seen, while Jira is out of reach', async () => {
    const gone = await openJira();
    await using agent = await startAgent({ initializationOptions: { requestTimeout: 1 } });
    await connectByToken(agent, gone);
    const { summary } = await agent.request('jira/issue', { key: 'ABC-1' });
    await gone.close();
    const [symbol] = await symbols(agent, 'ABC-1');
    assert.strictEqual(symbol?.name, `ABC-1 ${summary}`);
    assert.match(await readFile(new URL(symbol!.location.uri), 'utf8'), /^# ABC-1: [^]*Jira could not be asked/);
  });

  it('is not looked for where there is no Jira; the user is offered to sign in, once', async () => {
    const asked: string[] = [];
    let answered: () => void = () => undefined;
    const offered = new Promise<void>((resolve) => (answered = resolve));
    await using agent = await startAgent({
      showMessageRequest: ({ message }) => {
        asked.push(message);
        answered();
        return null;
      },
    });
    assert.deepEqual(await symbols(agent, ''), []);
    assert.deepEqual(await symbols(agent, 'crash'), []);
    await offered;
    assert.deepEqual(await symbols(agent, 'crash'), []);
    assert.lengthOf(asked, 1);
  });
});
