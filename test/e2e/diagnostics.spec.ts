/** Diagnostics and hints: what is remarked of keys in documents, when, and what keeps it from being remarked. */
import { assert } from 'chai';
import type { Diagnostic } from 'vscode-languageserver/node';
import { startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { OpenDocument } from '../support/text-document.ts';

const capabilities = {
  textDocument: { publishDiagnostics: { codeDescriptionSupport: true, dataSupport: true, versionSupport: true } },
  workspace: { inlayHint: { refreshSupport: true }, configuration: true },
};

const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ range: { start }, code }) => `${start.line}:${start.character} ${code}`);
const something = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.length > 0;

describe('diagnostics', () => {
  it('remark on issues that are done, moved or not there, in notes alone', async () => {
    await using jira = await openJira();
    const done = jira.issues.find(({ status, project }) => status.name === 'Done' && project.key === 'ABC')!.key;
    const open = jira.issues.find(({ status, project }) => status.name === 'To Do' && project.key === 'ABC')!.key;
    const former = jira.issues.find(({ status, project }) => status.name === 'To Do' && project.key === 'WEB')!.key;
    const now = jira.moveIssue(former, 'OPS').key;
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const text = `// ${done} is done, and ABC-99999 is not there\n// TODO(${done}): remove\n// FIXME ${former} and ABC-99999\n// TODO ${open}: fine\n// TODO without\n`;
    const document = await OpenDocument.open(agent, text, { languageId: 'typescript' });
    const found = await document.remarked((all) => all.length === 3);
    assert.deepEqual(codes(found), ['1:8 closed-issue', '2:9 moved-issue', `2:${14 + former.length} unknown-issue`]);
    const [closed, moved, unknown] = found;
    assert.deepInclude(closed, { severity: 3, source: 'jira', codeDescription: { href: `${jira.baseUrl}/browse/${done}` } });
    assert.deepInclude(moved!.data as object, { key: former, replacement: now });
    assert.include(moved!.message, now);
    assert.deepInclude(unknown, { severity: 2 });
    await document.close();
    await document.remarked((all) => all.length === 0);
  });

  it('follow what is typed, and end with what they are about', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, '\n');
    await document.change('TODO ABC-99999\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    assert.deepEqual(codes(await document.remarked(something)), ['0:5 unknown-issue']);
    await document.change('\n\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    assert.deepEqual(codes(await document.remarked((all) => all[0]?.range.start.line === 2)), ['2:5 unknown-issue']);
    await document.change('DONE', { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
    await document.remarked((all) => all.length === 0);
  });

  it('end when the issue is opened again by the agent', async () => {
    await using jira = await openJira();
    const done = jira.issues.find(({ status, project }) => status.name === 'Done' && project.key === 'ABC')!.key;
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, `TODO ${done}`);
    await document.remarked(something);
    const { transitions } = await agent.request('jira/transitions', { key: done });
    await agent.request('jira/transition', { key: done, transition: transitions.find(({ to }) => to.category !== 'done')!.id });
    await document.remarked((all) => all.length === 0);
  });

  it('are looked for in any number of documents at once', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const documents = await Promise.all(Array.from({ length: 20 }, (_, index) => OpenDocument.open(agent, 'TODO\n', { uri: `file:///project/${index}.md` })));
    await documents[0]!.hoverText(0, 0);
    await agent.notify('workspace/didChangeConfiguration', { settings: { jira: { diagnostics: { todoWithoutIssue: true } } } });
    await Promise.all(documents.map((document) => document.remarked(something)));
    assert.strictEqual(agent.stderr, '', 'Node.js warns of more than ten that listen to one signal.');
  });

  it('are sent for no document in which nothing is found', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const plain = await OpenDocument.open(agent, 'ABC-1 UTF-8\n', { uri: 'file:///project/plain.md' });
    const document = await OpenDocument.open(agent, 'TODO ABC-99999\n');
    await document.remarked(something);
    await plain.hoverText(0, 0);
    assert.deepEqual([...new Set(agent.editor.diagnostics.map(({ uri }) => uri))], [document.uri]);
  });

  it('can be switched off one by one, while the agent runs too, and notes without an issue be switched on', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ capabilities, initializationOptions: { diagnostics: { todoWithoutIssue: true, todoMarkers: ['TODO', 'LATER'], unknownIssue: 'wrong' } } });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, '# TODO ABC-99999\n# LATER: do it\nTODO = 1\n', { languageId: 'python' });
    assert.deepEqual(codes(await document.remarked((all) => all.length === 2)), ['0:7 unknown-issue', '1:2 todo-without-issue']);
    assert.isTrue(agent.editor.logMessages.some(({ message }) => message.includes('diagnostics.unknownIssue')));
    await agent.notify('workspace/didChangeConfiguration', { settings: { jira: { diagnostics: { todoWithoutIssue: false } } } });
    assert.deepEqual(codes(await document.remarked((all) => all.length === 1)), ['0:7 unknown-issue']);
    await agent.notify('workspace/didChangeConfiguration', { settings: { jira: { diagnostics: { enabled: false } } } });
    await document.remarked((all) => all.length === 0);
  });
});

describe('settings', () => {
  it('are asked for where the editor answers, and changed ones too', async () => {
    await using jira = await openJira();
    let configuration: object = { hover: { enabled: false }, documentLinks: { enabled: false } };
    const answers = {
      get configuration() {
        return configuration;
      },
    };
    await using agent = await startAgent(Object.assign(Object.create(answers) as typeof answers, { capabilities }));
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'ABC-1');
    assert.isNull(await document.hover(0, 1));
    assert.isEmpty(await document.links());
    configuration = {};
    await agent.notify('workspace/didChangeConfiguration', { settings: null });
    assert.isNotNull(await document.hover(0, 1));
    assert.isNotEmpty(await document.links());
  });
});

describe('inlay hints', () => {
  it('show the status beside a key where the user wants them, and come again when more is known', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'ABC-1 and ABC-99999');
    await document.hoverText(0, 0);
    assert.isEmpty(await document.hints());
    await agent.notify('workspace/didChangeConfiguration', { settings: { jira: { inlayHints: { enabled: true, text: '{status}: {summary}' } } } });
    const { status, summary } = jira.issue('ABC-1');
    const [hint, ...others] = await document.hints();
    assert.isEmpty(others);
    assert.deepEqual(hint?.position, { line: 0, character: 5 });
    assert.isTrue(`${status.name}: ${summary}`.startsWith((hint?.label as string).replace(/…$/, '')));
    const before = agent.editor.hintRefreshes;
    await document.change('ABC-2');
    await document.hoverText(0, 0);
    assert.isNotEmpty(await document.hints());
    assert.isAbove(agent.editor.hintRefreshes, before);
  });
});
