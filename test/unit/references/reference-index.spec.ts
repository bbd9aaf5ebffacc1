/** The index of a document's references: after any change it is that of a full scan. */
import { assert } from 'chai';
import fc from 'fast-check';
import { PositionEncodingKind } from 'vscode-languageserver/node';
import { findReferences } from '../../../src/core/references/find-references.ts';
import { ReferenceIndex } from '../../../src/core/references/reference-index.ts';
import { Servers } from '../../../src/core/references/servers.ts';
import { Documents, lineOf } from '../../../src/server/documents/documents.ts';
import { fromUtf16, toUtf16 } from '../../../src/server/documents/position-encoding.ts';

const servers = new Servers([{ provider: 'p', name: 'Jira', baseUrl: 'https://jira.example.com', projects: new Set(['ABC']) }]);
const uri = 'file:///a.md';
const { UTF8, UTF16, UTF32 } = PositionEncodingKind;

const piece = fc.constantFrom('ABC-1', 'ABC-22', '-', '1', 'x', ' ', '\n', '\r', '\r\n', '🚀', 'ä', 'ABC', '');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const place = fc.record({ line: fc.nat(8), character: fc.nat(12) });
const change = fc.oneof(
  { arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text }), weight: 9 },
  { arbitrary: fc.record({ text }), weight: 1 },
);

describe('the index of a document', () => {
  for (const encoding of [UTF16, UTF8, UTF32]) {
    it(`is after any changes in ${encoding} what a full scan finds`, () => {
      fc.assert(
        fc.property(text, fc.array(change, { minLength: 1, maxLength: 6 }), (content, changes) => {
          const documents = new Documents(encoding);
          const index = new ReferenceIndex();
          documents.listen({
            opened: (document) => index.reset(document.lineCount, (line) => findReferences(lineOf(document, line), servers)),
            edited: (document, { first, removed, inserted }) => index.change(first, removed, inserted, (line) => findReferences(lineOf(document, line), servers)),
          });
          documents.open({ textDocument: { uri, languageId: 'markdown', version: 1, text: content } });
          documents.change({ textDocument: { uri, version: 2 }, contentChanges: changes });
          const document = documents.get(uri)!;
          const full = new ReferenceIndex();
          full.reset(document.lineCount, (line) => findReferences(lineOf(document, line), servers));
          assert.deepEqual([...index.within()], [...full.within()]);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('finds what is at a place, behind its end too, and within lines', () => {
    const index = new ReferenceIndex();
    const lines = ['ABC-1 ABC-2', '', 'x ABC-3'];
    index.reset(lines.length, (line) => findReferences(lines[line]!, servers));
    assert.deepEqual([0, 5, 6, 11, 12].map((character) => index.at(0, character)?.key), ['ABC-1', 'ABC-1', 'ABC-2', 'ABC-2', undefined]);
    assert.deepEqual([...index.within(1, 2)].map(({ key, line }) => [key, line]), [['ABC-3', 2]]);
    assert.isUndefined(index.at(7, 0));
  });
});

describe('a place in a line', () => {
  const line = 'aä€🚀b';
  const places: readonly (readonly [PositionEncodingKind, readonly number[]])[] = [
    [UTF8, [0, 1, 3, 6, 10, 11]],
    [UTF16, [0, 1, 2, 3, 5, 6]],
    [UTF32, [0, 1, 2, 3, 4, 5]],
  ];
  for (const [encoding, counted] of places) {
    it(`is counted in ${encoding}`, () => {
      const starts = [0, 1, 2, 3, 5, 6];
      assert.deepEqual(starts.map((index) => fromUtf16(line, index, encoding)), counted);
      assert.deepEqual(counted.map((character) => toUtf16(line, character, encoding)), starts);
      assert.strictEqual(toUtf16(line, 99, encoding), line.length);
    });
  }

  it('within a character is its beginning', () => {
    assert.strictEqual(toUtf16(line, 7, UTF8), 3);
  });
});
