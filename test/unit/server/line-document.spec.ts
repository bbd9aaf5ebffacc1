/** The document by lines does what the reference implementation does. */
import { assert } from 'chai';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineDocument } from '../../../src/server/documents/line-document.ts';

const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\n\r', '🚀', ''), { maxLength: 14 }).map((pieces) => pieces.join(''));
const position = fc.record({ line: fc.nat(9), character: fc.nat(9) });
const change = fc.record({ range: fc.option(fc.record({ start: position, end: position }), { nil: undefined, freq: 8 }), text });

describe('a document that is kept by lines', () => {
  it('has after any changes the text, the lines and the positions of the reference implementation', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 6 }), position, fc.nat(40), (content, changes, place, offset) => {
        const ours = new LineDocument('file:///a', 'plaintext', 1, content);
        const theirs = TextDocument.create('file:///a', 'plaintext', 1, content);
        changes.forEach(({ range: wanted, text: inserted }, index) => {
          // The reference implementation takes just positions that there are.
          const there = (each: Position): Position => theirs.positionAt(theirs.offsetAt(each));
          const range = wanted && { start: there(wanted.start), end: there(wanted.end) };
          const before = ours.lineCount;
          const { removed, inserted: added } = ours.replace(range, inserted, index + 2);
          TextDocument.update(theirs, [range === undefined ? { text: inserted } : { range, text: inserted }], index + 2);
          assert.strictEqual(ours.lineCount, before - removed + added);
        });
        assert.strictEqual(ours.getText(), theirs.getText());
        assert.strictEqual(ours.lineCount, theirs.lineCount);
        assert.strictEqual(ours.version, theirs.version);
        assert.strictEqual(ours.offsetAt(place), theirs.offsetAt(place));
        assert.deepEqual(ours.positionAt(offset), theirs.positionAt(offset));
        const range = { start: { line: 0, character: 1 }, end: place };
        if (place.line > 0) assert.strictEqual(ours.getText(range), theirs.getText(range));
        const lines = Array.from({ length: ours.lineCount }, (_, line) => ours.line(line));
        assert.strictEqual(lines.join(''), ours.getText());
        lines.forEach((line, number) => assert.strictEqual(line, theirs.getText({ start: { line: number, character: 0 }, end: { line: number + 1, character: 0 } })));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a change of many lines at once', () => {
    const document = new LineDocument('file:///a', 'plaintext', 1, 'a\nb');
    assert.deepEqual(document.replace({ start: { line: 0, character: 1 }, end: { line: 1, character: 0 } }, '\nx'.repeat(200_000) + '\n', 2), { first: 0, removed: 2, inserted: 200_002 });
    assert.strictEqual(document.line(200_001), 'b');
  });
});
