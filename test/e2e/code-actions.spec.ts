/** What an editor offers at a key, a note or a selection, and that it works when it is chosen. */
import { assert } from 'chai';
import type { CodeAction, CodeLens, Command, Range } from 'vscode-languageserver/node';
import { status } from '../jira/data/catalogue.ts';
import { type Agent, startAgent } from '../support/agent.ts';
import { fullCapabilities } from '../support/fake-editor.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { Person } from '../support/person.ts';

const uri = 'file:///work/parser.ts';

function open(agent: Agent, text: string, languageId = 'typescript'): Promise<void> {
  return agent.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 7, text } });
}

/** The actions at a place: a cursor, or all from it to another one. */
async function actionsAt(agent: Agent, line: number, character: number, more: { to?: [number, number]; only?: string[]; diagnostics?: object[] } = {}): Promise<CodeAction[]> {
  const [endLine, endCharacter] = more.to ?? [line, character];
  const range: Range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
  const context = { diagnostics: more.diagnostics ?? [], ...(more.only === undefined ? {} : { only: more.only }) };
  return (await agent.send('textDocument/codeAction', { textDocument: { uri }, range, context })) as CodeAction[];
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const titled = (actions: readonly CodeAction[], title: RegExp) => actions.find((action) => title.test(action.title))!;

describe('code lenses', () => {
  it('show the status of each line’s issue, where the user wants them', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ initializationOptions: { codeLenses: { enabled: true } } });
    const { id } = await connectByToken(agent, jira);
    await open(agent, '// ABC-1, ABC-2\n\n// ABC-2\n');
    await agent.send('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 4 } });
    const lenses = (await agent.send('textDocument/codeLens', { textDocument: { uri } })) as CodeLens[];
    assert.deepEqual(lenses.map(({ range }) => range.start.line), [0, 2]);
    const { status: { name }, assignee } = await agent.request('jira/issue', { key: 'ABC-1' });
    assert.deepEqual(lenses[0]?.command, { title: `ABC-1 · ${name} · ${assignee?.displayName ?? 'Nobody'}`, command: 'jira.showIssue', arguments: [{ key: 'ABC-1', provider: id }] });
  });

  it('are none unless the user wants them', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    await open(agent, '// ABC-1');
    assert.deepEqual(await agent.send('textDocument/codeLens', { textDocument: { uri } }), []);
  });
});

describe('code actions', () => {
  let jira: DisposableJira;

  before(async () => {
    jira = await openJira();
  });

  after(() => jira[Symbol.asyncDispose]());

  it('at a key are what can be done with the issue, and work when they are chosen', async () => {
    const person = new Person();
    await using agent = await startAgent(person.atEditor);
    const { id } = await connectByToken(agent, jira);
    jira.changeIssue('ABC-1', { status: status('To Do') });
    await open(agent, 'const a = 1; // see ABC-1, and UTF-8 and SHA-256\nno key here\n');
    const actions = await actionsAt(agent, 0, 22);
    assert.includeMembers(titles(actions), ['ABC-1: Show', 'ABC-1: Open in the browser', 'ABC-1: Comment…', 'ABC-1: Log work…', 'ABC-1: Watch']);
    for (const { command } of actions) {
      assert.include(agent.initializeResult?.capabilities.executeCommandProvider?.commands ?? [], command?.command ?? '');
      assert.deepEqual(command?.arguments, [{ key: 'ABC-1', provider: id }]);
    }
    person.answers(/Where do you want to move ABC-1/, 'In Progress');
    const { command, arguments: args } = titled(actions, /: Move/).command!;
    await agent.send('workspace/executeCommand', { command, arguments: args });
    assert.strictEqual(jira.issue('ABC-1').status.name, 'In Progress');
    assert.deepEqual(titles(await actionsAt(agent, 0, 33)), titles(await actionsAt(agent, 0, 22)), 'the only key of the line');
    assert.deepEqual(await actionsAt(agent, 1, 3), []);
    assert.deepEqual(await actionsAt(agent, 0, 22, { only: ['quickfix'] }), []);
    assert.notInclude(jira.requests.map(({ path }) => path).join('\n'), 'UTF-8');
  });

  it('are commands for an editor that takes no others', async () => {
    await using agent = await startAgent({ capabilities: { ...fullCapabilities, textDocument: {} } });
    await connectByToken(agent, jira);
    await open(agent, '// ABC-1');
    const [first] = (await actionsAt(agent, 0, 4)) as unknown as Command[];
    assert.strictEqual(first?.command, 'jira.showIssue');
  });

  it('replace the key of an issue that was moved', async () => {
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.changeIssue('OPS-1', { project: jira.issue('WEB-1').project });
    const moved = jira.issue('OPS-1').key;
    await open(agent, '// 😀 OPS-1\n// OPS-1 again, https://example.com/browse/OPS-1\n');
    await agent.send('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 5 } });
    const actions = await actionsAt(agent, 0, 6, { only: ['quickfix'] });
    assert.deepEqual(titles(actions), [`Replace OPS-1 by ${moved}, which it was moved to`, `Replace every OPS-1 by ${moved}`]);
    assert.deepEqual(actions[0]?.edit, {
      documentChanges: [{ textDocument: { uri, version: 7 }, edits: [{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 11 } }, newText: moved }] }],
    });
    assert.isTrue(actions[0]?.isPreferred);
    const every = actions[1]?.edit?.documentChanges?.[0] as { edits: unknown[] };
    assert.lengthOf(every.edits, 2);
  });

  it('make an issue of a note, whose key is written where the editor counts it to be', async () => {
    const person = new Person().answers(/In which project/, /^ABC /).answers(/What is it/, 'Task');
    await using agent = await startAgent({ ...person.atEditor, capabilities: { ...fullCapabilities, general: { positionEncodings: ['utf-8'] } } });
    await connectByToken(agent, jira);
    await open(agent, 'x(); /* 😀 TODO: close the file */\n// TODO ABC-1 is one already\n');
    const actions = await actionsAt(agent, 0, 0);
    assert.deepEqual(titles(actions), ['Create an issue: close the file']);
    // It is no quick fix where nothing is remarked: JetBrains' IDEs have those at a problem alone.
    assert.strictEqual(actions[0]?.kind, 'refactor');
    assert.deepEqual((await actionsAt(agent, 0, 0, { only: ['quickfix'] })).map(({ kind }) => kind), ['quickfix']);
    const problem = { source: 'jira', range: { start: { line: 0, character: 13 }, end: { line: 0, character: 17 } }, message: 'No issue.' };
    const [fix] = await actionsAt(agent, 0, 0, { diagnostics: [problem, { ...problem, source: 'eslint' }] });
    assert.deepInclude(fix, { kind: 'quickfix', diagnostics: [problem] });
    const result = (await agent.send('workspace/executeCommand', { command: actions[0]!.command!.command, arguments: actions[0]!.command!.arguments })) as { issue: { key: string; summary: string }; inserted: boolean };
    assert.deepInclude(result.issue, { summary: 'close the file' });
    assert.isTrue(result.inserted);
    const place = { line: 0, character: 17 };
    assert.deepEqual(agent.editor.edits.at(-1)?.edit.documentChanges, [{ textDocument: { uri, version: 7 }, edits: [{ range: { start: place, end: place }, newText: `(${result.issue.key})` }] }]);
    assert.notInclude(titles(await actionsAt(agent, 1, 0)).join(), 'Create');
  });

  it('make an issue of what is selected, and write its key into comments and texts alone', async () => {
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    await open(agent, '// The parser forgets\n// the last line.\nparse(file);\n');
    const [inComment] = await actionsAt(agent, 0, 0, { to: [2, 0], only: ['refactor'] });
    const [args] = inComment!.command!.arguments as [{ summary: string; insert?: { position: object } }];
    assert.strictEqual(args.summary, 'The parser forgets\nthe last line.');
    assert.deepEqual(args.insert?.position, { line: 1, character: 17 });
    const [inCode] = await actionsAt(agent, 2, 0, { to: [2, 11], only: ['refactor'] });
    const [code] = inCode!.command!.arguments as [{ insert?: object }];
    assert.notProperty(code, 'insert');
    assert.deepEqual(await actionsAt(agent, 2, 0, { to: [2, 1] }), [], 'Helix has a cursor one character wide');
    assert.deepEqual(await actionsAt(agent, 2, 0, { to: [2, 5] }), [], 'eglot selects the word at the cursor');
  });

  it('offer to sign in where there is no Jira, at what looks like a key alone, and ask nothing by themselves', async () => {
    const person = new Person();
    await using agent = await startAgent(person.atEditor);
    await open(agent, '// ABC-1 and UTF-8');
    assert.deepEqual(titles(await actionsAt(agent, 0, 4)), ['Sign in to Jira…']);
    assert.deepEqual(await actionsAt(agent, 0, 15), []);
    assert.deepEqual(person.asked, []);
  });
});
