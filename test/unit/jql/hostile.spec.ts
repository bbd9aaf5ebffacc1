/** Queries that nobody means: nothing fails, hangs or leaves the query. */
import { assert } from 'chai';
import fc from 'fast-check';
import { check } from '../../../src/core/jql/check.ts';
import { complete } from '../../../src/core/jql/complete.ts';
import { describe as explain } from '../../../src/core/jql/describe.ts';
import { format } from '../../../src/core/jql/format.ts';
import { readLanguage, standardLanguage } from '../../../src/core/jql/language.ts';
import { parse } from '../../../src/core/jql/parser.ts';
import { Lines } from '../../../src/core/jql/positions.ts';
import { quote, unquoted, written } from '../../../src/core/jql/words.ts';
import { anyQuery } from './queries.ts';

const noValues = () => Promise.resolve({ values: [], isIncomplete: false });

describe('any text as a query', () => {
  it('has its tokens and problems in order, within itself', () => {
    fc.assert(
      fc.property(anyQuery, (jql) => {
        const { tokens, problems } = parse(jql);
        for (const [index, { start, end }] of tokens.entries()) {
          assert.isTrue(start < end && end <= jql.length);
          assert.isTrue((tokens[index - 1]?.end ?? 0) <= start);
          assert.match(jql.slice(tokens[index - 1]?.end ?? 0, start), /^[ \t\r\n]*$/);
        }
        for (const { start, end } of problems) assert.isTrue(0 <= start && start <= end && end <= jql.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is completed and explained at every place: what is replaced ends at the cursor or behind it', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.nat(), async (jql, place) => {
        const offset = place % (jql.length + 1);
        const { items } = await complete(jql, offset, standardLanguage, noValues);
        for (const { span } of items) assert.isTrue(span.start <= offset && offset <= span.end && span.end <= jql.length);
        await explain(jql, offset, standardLanguage, noValues);
      }),
      { numRuns: 500 },
    );
  });

  it('nested as deep as it is long is read all the same', () => {
    for (const jql of ['('.repeat(50_000), 'not '.repeat(25_000), `a in ${'('.repeat(50_000)}`, '!'.repeat(50_000), `${'(a = b and '.repeat(9000)}c = d`, 'a '.repeat(50_000), '"\\'.repeat(30_000)]) {
      assert.isNotEmpty(parse(jql).problems);
      assert.isUndefined(format(jql, { tabSize: 2, insertSpaces: true }));
    }
    const wide = Array.from({ length: 8000 }, (_, index) => `a = ${index}`).join(' and ');
    assert.lengthOf((format(wide, { tabSize: 2, insertSpaces: true }) ?? '').split('\n'), 8000);
  });
});

describe('names and values', () => {
  it('are written so that they are read as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\0-\x08\x0b\f\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/.test(text)), (text) => {
        for (const each of [quote(text), written(text)]) {
          const { tokens, problems } = parse(`a = ${each}`);
          assert.deepEqual(problems, []);
          assert.strictEqual(tokens.at(-1)?.text, text.replace(/\r\n?/g, '\n'));
        }
        if (!/[\r\n]/.test(text)) assert.strictEqual(unquoted(quote(text)), text);
      }),
    );
  });
});

describe('positions', () => {
  it('and places are one and the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '𝔘', 'ü')), fc.nat(), (parts, place) => {
        const text = parts.join('');
        const offset = place % (text.length + 1);
        if (text[offset - 1] === '\r' && text[offset] === '\n') return;
        const lines = new Lines(text);
        assert.strictEqual(lines.offset(lines.position(offset)), offset);
      }),
    );
    assert.strictEqual(new Lines('ab\ncd').offset({ line: 0, character: 99 }), 2);
    assert.strictEqual(new Lines('ab\ncd').offset({ line: 99, character: 0 }), 5);
  });
});

describe('what a server says of its language', () => {
  it('may be anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (data, fields) => {
        for (const given of [data, { visibleFieldNames: data, visibleFunctionNames: data }, { visibleFieldNames: [data], visibleFunctionNames: [{ value: data }] }]) {
          check(parse('a = b() order by c'), readLanguage(given, fields));
        }
      }),
    );
  });

  it('makes nothing unknown where it says nothing', () => {
    assert.deepEqual(check(parse('whatever = 1'), readLanguage({}, [])), []);
  });
});
