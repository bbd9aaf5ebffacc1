/** Laying queries out: what they say stays as it is. */
import { assert } from 'chai';
import fc from 'fast-check';
import { format } from '../../../src/core/jql/format.ts';
import { parse } from '../../../src/core/jql/parser.ts';
import { anyQuery, rightQuery } from './queries.ts';

const layout = { tabSize: 2, insertSpaces: true };

/** Everything that a query says: its tokens as they are written, keywords in capitals. */
function said(jql: string): string[] {
  const { tokens, keywords } = parse(jql);
  return tokens.map((token) => {
    const raw = jql.slice(token.start, token.end);
    return keywords.has(token) ? raw.toUpperCase() : raw;
  });
}

describe('the layout of JQL', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['project=ABC   and status in("In Progress",Done) order   by priority desc,updated', 'project = ABC\nAND status IN ("In Progress", Done)\nORDER BY priority DESC, updated'],
    ['a = b or (c is not empty and d was in (e) by currentUser( )) and not x=y\n', 'a = b\nOR (\n  c IS NOT EMPTY\n  AND d WAS IN (e) BY currentUser()\n)\nAND NOT x = y\n'],
    ['((a = b))', '((a = b))'],
    ['!(a=b||c=d)', '!(\n  a = b\n  || c = d\n)'],
    ['cf [ 10001 ]=1 and issue.property[a].b = 2', 'cf[10001] = 1\nAND issue.property[a].b = 2'],
    ['order by key', 'ORDER BY key'],
    ['summary ~ "order BY in"', 'summary ~ "order BY in"'],
    ['a = b\r\nand c = d\r\n', 'a = b\r\nAND c = d\r\n'],
    ['', ''],
    [' \n', ''],
    ['a = ', undefined],
    ['a = "b', undefined],
  ];
  for (const [jql, expected] of cases) {
    it(JSON.stringify(jql), () => assert.strictEqual(format(jql, layout), expected));
  }

  it('breaks a long list', () => {
    const keys = Array.from({ length: 30 }, (_, index) => `ABC-${index + 100}`);
    const laidOut = format(`key in (${keys.join(',')}) and a = b`, { tabSize: 4, insertSpaces: false }) ?? '';
    assert.isTrue(laidOut.startsWith('key IN (\n\tABC-100, ABC-101,'));
    assert.isTrue(laidOut.endsWith('ABC-129\n)\nAND a = b'));
    assert.isBelow(Math.max(...laidOut.split('\n').map((line) => line.length)), 105);
  });

  it('never changes what a query says, and changes nothing the second time', () => {
    fc.assert(
      fc.property(rightQuery, fc.constantFrom(layout, { tabSize: 8, insertSpaces: false }), (jql, chosen) => {
        const once = format(jql, chosen);
        assert.isDefined(once);
        assert.deepEqual(said(once), said(jql));
        assert.strictEqual(format(once, chosen), once);
      }),
    );
  });

  it('leaves alone whatever is wrong', () => {
    fc.assert(
      fc.property(anyQuery, (jql) => {
        const once = format(jql, layout);
        if (parse(jql).problems.length > 0) assert.isUndefined(once);
        else assert.deepEqual(said(once ?? ''), said(jql));
      }),
    );
  });
});
