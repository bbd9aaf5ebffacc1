/** Completion: which issues are proposed where, and what is written for one. */
import { assert } from 'chai';
import type { CompletionItem, TextEdit } from 'vscode-languageserver/node';
import { type Agent, startAgent } from '../support/agent.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';
import { answered, jqlOf, OpenDocument, searches } from '../support/text-document.ts';

describe('completion', () => {
  let jira: DisposableJira;
  let shared: Agent;

  before(async () => {
    jira = await openJira();
    shared = await startAgent();
    await connectByToken(shared, jira);
    jira.changeIssue('ABC-12', { summary: 'Zebra crossing fails' });
    jira.changeIssue('WEB-3', { summary: 'Paint the zebras' });
  });

  after(async () => {
    await shared[Symbol.asyncDispose]();
    await jira.close();
  });

  async function withAgent(work: (agent: Agent) => Promise<void>, initializationOptions: object = {}): Promise<void> {
    await using agent = await startAgent({ initializationOptions });
    await connectByToken(agent, jira);
    await work(agent);
  }

  const labelsFor = (agent: Agent, text: string, languageId: string, line = 0, character = text.length): Promise<string[]> =>
    OpenDocument.open(agent, text, { languageId, uri: `file:///project/${languageId}-${Math.abs(hash(text))}` }).then((document) => document.labels(line, character));

  it('proposes by the beginning of a key, and asks again with each letter', () =>
    withAgent(async (agent) => {
      const document = await OpenDocument.open(agent, 'see ABC-1');
      const list = await document.complete(0, 9);
      assert.isTrue(list?.isIncomplete);
      const keys = list!.items.map(({ label }) => label.split(' ')[0]!);
      assert.include(keys, 'ABC-12');
      assert.isTrue(keys.every((key) => key.startsWith('ABC-1')));
      const item = list!.items.find(({ label }) => label.startsWith('ABC-12 '))!;
      assert.deepEqual(item.textEdit, { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } }, newText: 'ABC-12' });
      assert.include(item.filterText, 'ABC-12 Zebra crossing fails');
      assert.include(item.detail, jira.issue('ABC-12').status.name);
      // What was seen is there at once, without another query.
      const before = jira.requests.length;
      await document.change('see ABC-12');
      assert.include((await document.labels(0, 10)).join('\n'), 'ABC-12 Zebra crossing fails');
      assert.isEmpty(jira.requests.slice(before).filter((request) => jqlOf(request).includes('ABC-120')));
    }));

  it('proposes by words in text, and by # and words anywhere in it', () =>
    withAgent(async (agent) => {
      assert.sameMembers(await labelsFor(agent, 'We fix the zeb', 'markdown'), ['ABC-12 Zebra crossing fails', 'WEB-3 Paint the zebras']);
      assert.sameMembers(await labelsFor(agent, 'Fix zebra', 'gitcommit'), ['ABC-12 Zebra crossing fails', 'WEB-3 Paint the zebras']);
      assert.deepEqual(await labelsFor(agent, 'as in #crossing zeb', 'plaintext'), ['ABC-12 Zebra crossing fails']);
      assert.isNotEmpty(await labelsFor(agent, 'see #', 'plaintext'));
    }));

  const silent: readonly (readonly [text: string, languageId: string])[] = [
    ['const zebra', 'typescript'],
    ['ABC-1', 'typescript'],
    ['x = ABC-', 'python'],
    ['// zebra', 'typescript'],
    ['x = 1 #zebra', 'python'],
    ['color: "#abc', 'css'],
    ['#zebra', 'markdown'],
    ['# zeb', 'gitcommit'],
    ['UTF-8', 'markdown'],
    ['see #12', 'markdown'],
    ['let x = zebra', 'some-unknown-language'],
  ];
  for (const [text, languageId] of silent) {
    it(`proposes nothing at ${JSON.stringify(text)} in ${languageId}, and asks for nothing`, async () => {
      const before = searches(jira).filter((jql) => !jql.startsWith('key in')).length;
      assert.deepEqual(await labelsFor(shared, text, languageId), []);
      assert.lengthOf(searches(jira).filter((jql) => !jql.startsWith('key in')), before);
    });
  }

  it('proposes nothing in the file in which the user signs in, and asks for nothing that is written there', async () => {
    const before = jira.requests.length;
    const document = await OpenDocument.open(shared, 'token: zebra ABC-77', { languageId: 'plaintext', uri: 'file:///home/mia/.local/share/jira/forms/1-0123456789ab/0123456789ab/jira-sign-in.txt' });
    assert.deepEqual(await document.labels(0, 12), []);
    assert.isNull(await document.hover(0, 15));
    assert.lengthOf(jira.requests, before);
  });

  const spoken: readonly (readonly [text: string, languageId: string, line?: number])[] = [
    ['// ABC-12', 'typescript'],
    ['/* a\n b\n ABC-12', 'java', 2],
    ['const a = "x"; const b = `ABC-12', 'typescript'],
    ['print("ABC-12', 'python'],
    ['"""\nABC-12', 'python', 1],
    ['# see #crossing', 'yaml'],
    ['-- ABC-12', 'sql'],
    ['// ABC-12', 'some-unknown-language'],
    ['<!-- ABC-12', 'html'],
  ];
  for (const [text, languageId, line = 0] of spoken) {
    it(`proposes within a comment or a string, as at ${JSON.stringify(text)} in ${languageId}`, async () => {
      assert.include((await labelsFor(shared, text, languageId, line, text.split('\n')[line]!.length)).join('\n'), 'ABC-12 Zebra crossing fails');
    });
  }

  it('writes what the user wants, and lets no summary end the comment that it is in', () =>
    withAgent(
      async (agent) => {
        jira.changeIssue('WEB-4', { summary: 'Quokka */ evil() /* ](command:evil) "; x' });
        const newText = async (text: string, languageId: string): Promise<string> => {
          const document = await OpenDocument.open(agent, text, { languageId, uri: `file:///project/insert-${languageId}` });
          const { items } = (await document.complete(0, text.length))!;
          return ((items.find(({ label }) => label.startsWith('WEB-4')) as CompletionItem).textEdit as TextEdit).newText;
        };
        assert.strictEqual(await newText('quokka', 'markdown'), `[WEB-4 Quokka \\*/ evil\\(\\) /\\* \\]\\(command:evil\\) "; x](${jira.baseUrl}/browse/WEB-4)`);
        assert.notInclude(await newText('/* #quokka', 'typescript'), '*/');
        assert.notInclude((await newText('s = "WEB-4', 'python')).slice('[WEB-4'.length), '"');
      },
      { completion: { insert: '[{key} {summary}]({url})' } },
    ));

  it('waits for the server no longer than it is wanted, and shows what was seen at once', () =>
    withAgent(async (agent) => {
      jira.faults.next((request) => request.method === 'POST' && request.url!.endsWith('/search'), 'hang');
      await agent.request('jira/issues', { jql: 'key = ABC-12' });
      const document = await OpenDocument.open(agent, 'zebra');
      assert.deepEqual(await document.labels(0, 5), ['ABC-12 Zebra crossing fails']);
      jira.faults.clear();
    }));

  it('asks the server once typing pauses, not for each letter', () =>
    withAgent(async (agent) => {
      await agent.request('jira/issues', { jql: 'key in (ABC-12, WEB-3)' });
      const document = await OpenDocument.open(agent, '');
      for (const text of ['zeb', 'zebr', 'zebra']) {
        await document.change(text);
        assert.isNotEmpty(await document.labels(0, text.length));
      }
      await answered(jira, (request) => jqlOf(request).includes('zebra*') && request.finished);
      assert.isEmpty(searches(jira).filter((jql) => jql.includes('"zebr*"')));
    }));
});

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0, 7);
}
