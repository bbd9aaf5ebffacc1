/** Lists that are read a few elements at a time are what they are when they are read as a whole. */
import { assert } from 'chai';
import fc from 'fast-check';
import { openLongList } from '../../../src/core/jira/long-list.ts';

const read = (json: string): { members: Readonly<Record<string, unknown>>; elements: unknown[]; pieces: number } => {
  const bytes = Buffer.from(json);
  const { members, pieces } = openLongList(bytes, 'issues');
  const all = [...pieces()];
  assert.strictEqual(bytes.toString(), json, 'the bytes are as they were');
  return { members, elements: all.flat(), pieces: all.length };
};

/** Long enough for several pieces. */
const issues = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({ expand: 'names', id: `${index}`, fields: { summary: `Größe ${'x'.repeat(1000)} 日本 },{"expand":` } }));

describe('a long list', () => {
  it('comes in pieces, in order and whole', () => {
    const expected = issues(200);
    const { elements, pieces, members } = read(JSON.stringify({ startAt: 0, total: 200, issues: expected }));
    assert.deepEqual(elements, expected);
    assert.isAbove(pieces, 5);
    assert.strictEqual(members['total'], 200);
  });

  it('is read with what stands after it, and with white space', () => {
    const expected = issues(60);
    const text = { issues: expected, total: 60, warningMessages: ['careful'] };
    for (const json of [JSON.stringify(text), JSON.stringify(text, undefined, 2)]) {
      const { elements, members } = read(json);
      assert.deepEqual(elements, expected);
      assert.deepEqual([members['total'], members['warningMessages']], [60, ['careful']]);
    }
  });

  it('is not taken for one of the same name elsewhere', () => {
    const expected = issues(60);
    assert.deepEqual(read(JSON.stringify({ names: { issues: issues(3) }, total: 60, issues: expected })).elements, expected);
    assert.deepEqual(read(JSON.stringify({ note: '"issues":[', issues: expected })).elements, expected);
    assert.deepEqual(read(JSON.stringify({ sections: [{ issues: issues(90) }] })).elements, []);
  });

  it('may have elements that hold lists of their like', () => {
    const nested = issues(90).map((issue) => ({ ...issue, subtasks: issues(30) }));
    assert.deepEqual(read(JSON.stringify({ issues: nested })).elements, nested);
  });

  it('is whatever JSON it is', () => {
    const element = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue());
    const list = fc.array(element, { maxLength: 30 }).map((elements) => elements.flatMap((each) => Array.from({ length: 40 }, () => each)));
    fc.assert(
      fc.property(fc.record({ before: fc.jsonValue(), issues: list, after: fc.jsonValue() }), (object) => {
        const json = JSON.stringify(object);
        assert.deepEqual(read(json).elements, (JSON.parse(json) as typeof object).issues);
      }),
    );
  });

  it('that was cut off is no JSON, wherever that was', () => {
    const json = JSON.stringify({ total: 200, issues: issues(200) });
    for (const length of [1, 12, 25, 5000, 50_000, json.length - 3, json.length - 1]) assert.throws(() => read(json.slice(0, length)), SyntaxError);
  });

  it('with something wrong in its middle is no JSON', () => {
    const json = JSON.stringify({ total: 200, issues: issues(200) });
    for (const wrong of ['}},,{"expand"', '}}{"expand"', '}}],[{"expand"', '}}}{"expand"']) {
      assert.throws(() => read(json.replace(/\}\},\{"expand"(?=:"names","id":"100")/, wrong)), SyntaxError);
    }
  });

  it('is empty where nothing came', () => {
    for (const json of ['', ' \n', '{}', '{"issues":[]}', 'null', '[]']) assert.deepEqual(read(json).elements, []);
  });
});
