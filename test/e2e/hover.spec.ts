/** Hovers: what they say, how soon, and that nothing in them acts by itself. */
import { assert } from 'chai';
import type { Hover } from 'vscode-languageserver/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { CancellationTokenSource, type ResponseError } from 'vscode-jsonrpc/node';
import { startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { answered, OpenDocument } from '../support/text-document.ts';

const markdown = { textDocument: { hover: { contentFormat: ['markdown' as const, 'plaintext' as const] } } };

describe('a hover', () => {
  it('tells summary, status, type, priority, assignee and the beginning of the description, in Markdown', async () => {
    await using jira = await openJira();
    const paragraph = 'The first paragraph says *what* this is about. '.repeat(6).trim();
    jira.changeIssue('ABC-1', { summary: 'Fix [the] login', assignee: 'alice', details: { description: `${paragraph}\n\n${'A second one that is much too long. '.repeat(30)}\n\n!https://spy.example.com/pixel.png!` } });
    await using agent = await startAgent({ capabilities: markdown });
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'ABC-1');
    const hover = (await document.hover(0, 0)) as Hover;
    assert.deepEqual(hover.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } });
    const { kind, value } = hover.contents as { kind: string; value: string };
    const { status, type, priority } = jira.issue('ABC-1');
    assert.strictEqual(kind, 'markdown');
    assert.include(value, `**[ABC-1](${jira.baseUrl}/browse/ABC-1)** Fix [the] login`);
    assert.include(value, `${status.name} · ${type.name} · ${priority.name} · Alice Archer`);
    assert.include(value, 'The first paragraph says **what** this is about.');
    assert.match(value, /…$/);
    assert.isBelow(value.length, 1500);
    assert.notInclude(value, 'spy.example.com');
  });

  it('is plain text where the editor shows no Markdown', async () => {
    await using jira = await openJira();
    jira.changeIssue('ABC-1', { details: { description: 'h2. Head\n*bold* and {{code}}\n* one\n* two\n\n{code}\nx = 1\n{code}' } });
    await using agent = await startAgent({ capabilities: {} });
    await connectByToken(agent, jira);
    const { contents } = (await (await OpenDocument.open(agent, 'ABC-1')).hover(0, 5)) as Hover;
    assert.deepInclude(contents as object, { kind: 'plaintext' });
    assert.match((contents as { value: string }).value, /^ABC-1 .*\n\n.* · .*\n\nHead\n\nbold and code\n\n- one\n- two\n\nx = 1$/s);
  });

  it('says since when it is known where Jira is out of reach, and that it is new when Jira is there again', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'ABC-1 ABC-2');
    assert.notInclude(await document.hoverText(0, 0), 'As of');
    await jira.close();
    await agent.request('jira/issues', { limit: 1 }).catch(() => undefined);
    assert.match(await document.hoverText(0, 0), /As of \d{4}-\d\d-\d\d \d\d:\d\d UTC, just now\. Jira cannot be reached now\./);
    assert.match(await (await OpenDocument.open(agent, 'ABC-9', { uri: 'file:///project/b.md' })).hoverText(0, 0), /ABC-9.*: /);
  });

  it('that is cancelled is called off, and the next one has the answer', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    jira.faults.next('/search', { delay: 800 });
    const document = await OpenDocument.open(agent, 'ABC-1');
    await answered(jira, ({ path }) => path.endsWith('/project'));
    const source = new CancellationTokenSource();
    const cancelled = agent.send('textDocument/hover', { textDocument: { uri: document.uri }, position: { line: 0, character: 1 } }, source.token);
    source.cancel();
    const error = await cancelled.then(() => undefined, (reason: ResponseError) => reason);
    assert.strictEqual(error?.code, LSPErrorCodes.RequestCancelled);
    assert.include(await document.hoverText(0, 1), jira.issue('ABC-1').summary);
  });

  for (const params of [null, {}, { textDocument: {} }, { textDocument: { uri: 'file:///a' } }, { textDocument: { uri: 'file:///a' }, position: { line: -1, character: 0 } }, []]) {
    it(`with params ${JSON.stringify(params)} is refused as wrong`, async () => {
      await using agent = await startAgent();
      const error = await agent.send('textDocument/hover', params).then(() => undefined, (reason: ResponseError) => reason);
      assert.strictEqual(error?.code, -32602);
    });
  }

  it('at a document that is not open, or at nothing, says nothing', async () => {
    await using agent = await startAgent();
    assert.isNull(await agent.send('textDocument/hover', { textDocument: { uri: 'file:///none' }, position: { line: 0, character: 0 } }));
    assert.isNull(await (await OpenDocument.open(agent, 'ABC-1')).hover(0, 1));
  });
});
