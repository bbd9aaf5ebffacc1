/** The beginning of a description. */
import { assert } from 'chai';
import fc from 'fast-check';
import { writeMarkdown } from '../../../src/core/markup/markdown/write-document.ts';
import { writePlainDocument } from '../../../src/core/markup/plain-document.ts';
import { readWiki } from '../../../src/core/markup/wiki/read-document.ts';
import { excerpt } from '../../../src/core/references/excerpt.ts';

const markdown = (wiki: string): string => writeMarkdown(excerpt(readWiki(wiki)), {});

describe('the beginning of a description', () => {
  it('is all of a short one', () => assert.strictEqual(markdown('One.\n\nTwo.'), 'One.\n\nTwo.'));

  it('ends behind a paragraph, and says that there is more', () => {
    const paragraph = 'A sentence. '.repeat(40).trim();
    assert.strictEqual(markdown(`${paragraph}\n\n${paragraph}\n\n${paragraph}`), `${paragraph}\n\n…`);
  });

  it('ends within a paragraph that is alone too long, behind a sentence or a word', () => {
    assert.match(markdown('A sentence. '.repeat(100)), /^(A sentence\. )+…$/);
    assert.match(markdown('word '.repeat(400)), /^(word ?)+…$/);
    assert.match(markdown('x'.repeat(5000)), /^x{800}…$/);
  });

  it('has a fence around code that was cut', () => {
    const lines = markdown(`{code}\n${'line\n'.repeat(50)}{code}`).split('\n');
    assert.deepEqual([lines[0], lines[13], lines.at(-1)], ['```', '```', '…']);
  });

  it('has the names of pictures in their places', () => assert.strictEqual(markdown('See !https://spy.example.com/x.png! and !shot.png|thumbnail!'), 'See https\\://spy.example.com/x.png and shot.png'));

  it('is never much longer than it may be, whatever is written', () => {
    const piece = fc.constantFrom('word ', '\n', '\n\n', '* item\n', '# one\n', '{code}', '||a||b||\n', '|1|2|\n', 'bq. quote\n', '{quote}', '!x.png!', '*bold* ', 'x'.repeat(300));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const beginning = excerpt(readWiki(pieces.join('')));
        assert.isBelow(writePlainDocument(beginning).length, 6000);
        assert.notInclude(writeMarkdown(beginning, {}), '![');
      }),
    );
  });
});
