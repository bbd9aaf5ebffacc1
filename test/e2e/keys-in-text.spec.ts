/** Keys in documents: which leave the machine, in how many queries, and what is remembered. */
import { assert } from 'chai';
import { startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { answered, jqlOf, OpenDocument, searches } from '../support/text-document.ts';

describe('keys in a document', () => {
  it('are looked up in one query, and whatever is no key of a project never leaves the machine', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'ABC-1 UTF-8\nSHA-256 in 2026-08, ABC-0, XABC-12x, NOPE-3 and https://other.example.com/browse/ABC-7\nWEB-2 ABC-1 and ABC-3\n');
    assert.include(await document.hoverText(0, 2), jira.issue('ABC-1').summary);
    assert.strictEqual(await document.hoverText(0, 8), '');
    assert.strictEqual(await document.hoverText(1, 12), '');
    assert.include(await document.hoverText(2, 2), jira.issue('WEB-2').summary);
    assert.deepEqual(searches(jira), ['key in ("ABC-1","WEB-2","ABC-3")']);
    const sent = jira.requests.map(({ path, query, body }) => `${path}?${query} ${body}`).join('\n');
    assert.notMatch(sent, /UTF|SHA|2026|ABC-0|XABC|NOPE|ABC-7/);
  });

  it('are told from what looks like one by the keys that projects have, former ones included', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'OLD-2 was renamed, and ABC-4 will be moved');
    assert.match(await document.hoverText(0, 2), /^OLD-2 is ABC-2 now\./);
    const { key } = jira.moveIssue('WEB-5', 'OPS');
    await document.change('now WEB-5 is gone');
    assert.include(await document.hoverText(0, 5), `WEB-5 is ${key} now.`);
  });

  it('that Jira does not have are remembered, and asked for no more', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const document = await OpenDocument.open(agent, 'ABC-1 and ABC-99999');
    assert.match(await document.hoverText(0, 12), /Jira has no such issue/);
    const before = jira.requests.length;
    await document.change('ABC-99999 and ABC-1, again');
    assert.match(await document.hoverText(0, 2), /Jira has no such issue/);
    const other = await OpenDocument.open(agent, 'ABC-99999', { uri: 'file:///project/other.md' });
    assert.match(await other.hoverText(0, 2), /Jira has no such issue/);
    assert.lengthOf(jira.requests, before);
    assert.deepEqual(searches(jira), ['key in ("ABC-1","ABC-99999")']);
  });

  it('are found although a server refuses queries with keys that there are not', async () => {
    await using jira = await openJira();
    await using agent = await startAgent();
    await connectByToken(agent, jira);
    const refusal = { status: 400, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ errorMessages: ["Ein Vorgang mit dem Schlüssel 'ABC-99999' existiert nicht."], errors: {} }) };
    jira.faults.next('/search', refusal);
    const document = await OpenDocument.open(agent, 'ABC-1 ABC-99999 ABC-2');
    assert.include(await document.hoverText(0, 2), jira.issue('ABC-1').summary);
    assert.match(await document.hoverText(0, 8), /Jira has no such issue/);
    assert.deepEqual(searches(jira), ['key in ("ABC-1","ABC-99999","ABC-2")', 'key in ("ABC-1","ABC-2")']);
  });

  it('of a large document are looked up in as few queries as the server lets', async () => {
    for (const [pageCap, expected] of [[5000, 1], [1000, 5]] as const) {
      await using jira = await openJira({ issues: 5500, pageCap });
      await using agent = await startAgent();
      await connectByToken(agent, jira);
      const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}: BIG-${index + 1}`);
      const document = await OpenDocument.open(agent, lines.join('\n'));
      await answered(jira, () => jira.requests.filter((request) => request.finished && jqlOf(request) !== '').length === expected);
      assert.include(await document.hoverText(4999, 13), jira.issue('BIG-5000').summary);
      assert.lengthOf(searches(jira), expected);
    }
  });

  it('that two servers may have are shown for both', async () => {
    await using one = await openJira();
    await using two = await openJira();
    two.changeIssue('ABC-1', { summary: 'The other one' });
    await using agent = await startAgent();
    await connectByToken(agent, one);
    await connectByToken(agent, two);
    const document = await OpenDocument.open(agent, `ABC-1\n${two.baseUrl}/browse/ABC-1?focusedCommentId=7`);
    const both = await document.hoverText(0, 2);
    assert.include(both, one.issue('ABC-1').summary);
    assert.include(both, 'The other one');
    const second = await document.hoverText(1, 20);
    assert.include(second, 'The other one');
    assert.notInclude(second, one.issue('ABC-1').summary);
    assert.deepEqual((await document.links()).map(({ target }) => target), [`${one.baseUrl}/browse/ABC-1`, `${two.baseUrl}/browse/ABC-1?focusedCommentId=7`]);
  });

  it('are found after a start although Jira is gone, by the projects that were there', async () => {
    await using agent = await startAgent();
    let summary = '';
    {
      await using jira = await openJira();
      await connectByToken(agent, jira);
      const document = await OpenDocument.open(agent, 'ABC-1');
      ({ summary } = jira.issue('ABC-1'));
      assert.include(await document.hoverText(0, 2), summary);
      await agent.shutdown();
    }
    await using other = await startAgent({ storage: agent.storage });
    const document = await OpenDocument.open(other, 'See ABC-2 and NOPE-1');
    assert.deepEqual((await document.links()).map(({ range }) => range.start.character), [4]);
    assert.match(await document.hoverText(0, 5), /^\[?ABC-2/);
    await document.change('What was seen before, ABC-1, is known.');
    assert.include(await document.hoverText(0, 24), summary);
  });

  for (const [encoding, start] of [['utf-8', 5], ['utf-16', 3], ['utf-32', 2]] as const) {
    it(`have places in ${encoding}, also after a change behind an emoji`, async () => {
      await using jira = await openJira();
      await using agent = await startAgent({ capabilities: { general: { positionEncodings: [encoding] } } });
      assert.strictEqual(agent.initializeResult?.capabilities.positionEncoding, encoding);
      await connectByToken(agent, jira);
      const document = await OpenDocument.open(agent, '🚀 ABC-1');
      assert.deepInclude(await document.hover(0, start), { range: { start: { line: 0, character: start }, end: { line: 0, character: start + 5 } } });
      await document.change('ü', { start: { line: 0, character: start - 1 }, end: { line: 0, character: start } });
      assert.isNull(await document.hover(0, start + 2));
      const width = encoding === 'utf-8' ? 2 : 1;
      await document.change('', { start: { line: 0, character: start - 1 }, end: { line: 0, character: start - 1 + width } });
      assert.deepInclude(await document.hover(0, start), { range: { start: { line: 0, character: start - 1 }, end: { line: 0, character: start + 4 } } });
    });
  }
});
