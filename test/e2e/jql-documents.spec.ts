/** Documents that hold a query in JQL, by standard LSP alone. */
import { assert } from 'chai';
import type { CodeAction, CodeLens, CompletionList, Diagnostic, Hover, MarkupContent, PublishDiagnosticsParams, Range, TextEdit } from 'vscode-languageserver/node';
import { type Agent, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

const capabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] as ['markdown', 'plaintext'] },
    formatting: { dynamicRegistration: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** A query that is open in an editor. */
class OpenQuery {
  readonly uri: string;
  readonly #agent: Agent;
  #version = 1;

  private constructor(agent: Agent, uri: string) {
    this.#agent = agent;
    this.uri = uri;
  }

  static async open(agent: Agent, text: string, { uri = 'untitled:query', languageId = 'jql' } = {}): Promise<OpenQuery> {
    await agent.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return new OpenQuery(agent, uri);
  }

  async change(text: string): Promise<void> {
    await this.#agent.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: (this.#version += 1) }, contentChanges: [{ text }] });
  }

  close(): Promise<void> {
    return this.#agent.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  async ask<T>(method: string, params: object = {}): Promise<T> {
    return (await this.#agent.send(`textDocument/${method}`, { textDocument: { uri: this.uri }, ...params })) as T;
  }

  /** Waits until what is shown of the document is this. */
  shown(matches: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return new Promise((resolve) => {
      const look = (params: unknown) => {
        const { uri, diagnostics } = params as PublishDiagnosticsParams;
        if (uri === this.uri && matches(diagnostics)) resolve(diagnostics);
      };
      const last = this.#agent.editor.diagnostics.findLast(({ uri }) => uri === this.uri);
      if (last !== undefined) look(last);
      this.#agent.editor.onNotification('textDocument/publishDiagnostics', look);
    });
  }
}

const at = (line: number, start: number, end: number): Range => ({ start: { line, character: start }, end: { line, character: end } });
const saysJira = (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ message }) => String(message).startsWith('The value'));

describe('a document in JQL', () => {
  let jira: DisposableJira;
  let agent: Agent;

  before(async () => {
    jira = await openJira({ profile: '10.3', issues: 20 });
    agent = await startAgent({ capabilities });
    await connectByToken(agent, jira);
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  it('is completed by its language or its name', async () => {
    for (const place of [{ languageId: 'jql' }, { languageId: 'plaintext', uri: 'file:///tmp/mine.jql' }]) {
      const query = await OpenQuery.open(agent, 'project = ABC AND\nassignee = ali', place);
      const { items } = await query.ask<CompletionList>('completion', { position: { line: 1, character: 14 } });
      assert.deepInclude(items[0]?.textEdit, { range: at(1, 11, 14), newText: 'alice' });
      await query.close();
    }
  });

  it('is explained where the cursor is: fields, functions, users and other values', async () => {
    const query = await OpenQuery.open(agent, 'assignee in (currentUser(), alice) AND project = ABC ORDER BY "Epic Link"');
    const says = async (character: number) => {
      const hover = await query.ask<Hover | null>('hover', { position: { line: 0, character } });
      return [(hover?.contents as MarkupContent | undefined)?.value, hover?.range] as const;
    };
    const [field, range] = await says(3);
    assert.deepEqual(range, at(0, 0, 8));
    for (const part of [/^\*\*assignee\*\* \(Assignee\)/, /Who is to do it\./, /Type: user/, /`NOT IN`/, /`CHANGED`/]) assert.match(field ?? '', part);
    assert.match((await says(16))[0] ?? '', /currentUser\(\)[\s\S]*You\./);
    assert.match((await says(30))[0] ?? '', /Alice/);
    assert.match((await says(50))[0] ?? '', /\(ABC\)/);
    assert.match((await says(65))[0] ?? '', /cf\\?\[10102/);
    assert.isUndefined((await says(36))[0]);
    await query.close();
  });

  it('is explained in text that acts on nothing, whatever somebody calls himself', async () => {
    const query = await OpenQuery.open(agent, 'assignee = dave');
    const { contents } = await query.ask<Hover>('hover', { position: { line: 0, character: 12 } });
    const { value } = contents as MarkupContent;
    assert.include(value, '\\<Dalton');
    assert.notMatch(value, /(?<!\\)<Dalton/);
    await query.close();
  });

  it('has its problems on the parts that are wrong, until it closes', async () => {
    const query = await OpenQuery.open(agent, 'project = "𝔘" AND project = NOPE');
    const [first] = await query.shown((diagnostics) => diagnostics.length === 2 && saysJira(diagnostics));
    assert.deepInclude(first, { range: at(0, 10, 14), severity: 1, source: 'Jira' });
    await query.change('project = ABC AND');
    const [missing] = await query.shown((diagnostics) => diagnostics.length === 1 && !saysJira(diagnostics));
    assert.deepEqual(missing?.range, at(0, 14, 17));
    await query.change('project = ABC');
    await query.shown((diagnostics) => diagnostics.length === 0);
    await query.change('project = NOPE');
    await query.shown(saysJira);
    await query.close();
    await query.shown((diagnostics) => diagnostics.length === 0);
  });

  it('calls off what became stale', async () => {
    jira.faults.always(/jql=project%20%3D%20SLOW|jql=project\+%3D\+SLOW/, 'hang');
    const asked = new Promise<void>((resolve) => jira.journal.on('request', ({ query }) => /SLOW/.test(query) && resolve()));
    const calledOff = new Promise<boolean>((resolve) => jira.journal.on('finished', ({ query, aborted }) => /SLOW/.test(query) && resolve(aborted)));
    const query = await OpenQuery.open(agent, 'project = SLOW');
    await asked;
    await query.change('project = NOPE');
    assert.isTrue(await calledOff);
    jira.faults.clear();
    await query.shown(saysJira);
    await query.close();
  });

  it('is laid out, once the editor knows that it can be', async () => {
    const query = await OpenQuery.open(agent, 'project=ABC and (a = b or c = d)\n');
    const options = { tabSize: 4, insertSpaces: true };
    assert.deepEqual(await query.ask<TextEdit[]>('formatting', { options }), [{ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: 'project = ABC\nAND (\n    a = b\n    OR c = d\n)\n' }]);
    const formatting = agent.editor.registrations.filter(({ method }) => method === 'textDocument/formatting');
    assert.deepEqual(formatting.map(({ registerOptions }) => registerOptions as unknown), [{ documentSelector: [{ language: 'jql' }, { pattern: '**/*.jql' }] }]);
    await query.change('project = (');
    assert.isNull(await query.ask('formatting', { options }));
    await query.close();
  });

  it('offers to mend it, to lay it out and to run it', async () => {
    const query = await OpenQuery.open(agent, 'asignee = OR and project = ABC');
    await query.shown((diagnostics) => diagnostics.length > 0);
    await query.ask('completion', { position: { line: 0, character: 0 } });
    const actions = await query.ask<CodeAction[]>('codeAction', { range: at(0, 0, 12), context: { diagnostics: [] } });
    assert.deepEqual(actions.map(({ title }) => title), ['Replace with assignee', 'Replace with "OR"', 'Search Jira']);
    assert.deepEqual(actions[0]?.edit?.changes, { [query.uri]: [{ range: at(0, 0, 7), newText: 'assignee' }] });
    await query.change('project=ABC');
    const sources = await query.ask<CodeAction[]>('codeAction', { range: at(0, 0, 0), context: { diagnostics: [], only: ['source'] } });
    assert.deepEqual(sources.map(({ title, kind }) => [title, kind]), [['Format the query', 'source.format']]);
    const [lens] = await query.ask<CodeLens[]>('codeLens');
    assert.deepInclude(lens?.command, { title: 'Search Jira', command: 'jira.searchIssues' });
    assert.deepInclude(lens?.command?.arguments?.[0], { jql: 'project=ABC' });
    await query.close();
  });

  it('is of no concern to other documents', async () => {
    const other = await OpenQuery.open(agent, 'project = NOPE', { languageId: 'plaintext', uri: 'file:///tmp/notes.txt' });
    assert.isNull(await other.ask('hover', { position: { line: 0, character: 2 } }));
    assert.isNull(await other.ask('formatting', { options: { tabSize: 2, insertSpaces: true } }));
    await other.close();
  });
});

it('a document in JQL is helped with before anybody has signed in', async () => {
  await using agent = await startAgent({ capabilities });
  const query = await OpenQuery.open(agent, 'assignee = OR');
  const [problem] = await query.shown((diagnostics) => diagnostics.length === 1);
  assert.deepEqual(problem?.range, at(0, 11, 13));
  const { items } = await query.ask<CompletionList>('completion', { position: { line: 0, character: 4 } });
  assert.strictEqual(items[0]?.label, 'assignee');
  assert.isNotNull(await query.ask('hover', { position: { line: 0, character: 2 } }));
});

it('a document in JQL is checked by Jira once somebody has signed in', async () => {
  await using jira = await openJira({ issues: 5 });
  await using agent = await startAgent({ capabilities });
  const query = await OpenQuery.open(agent, 'project = NOPE');
  await query.shown((diagnostics) => diagnostics.length === 0);
  const refused = query.shown(saysJira);
  await connectByToken(agent, jira);
  await refused;
});
