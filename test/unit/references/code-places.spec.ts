/** Where in code there is text. */
import { assert } from 'chai';
import { type CodePlace, placeInCode } from '../../../src/core/references/code-places.ts';

/** @param text with a bar at the place */
function place(text: string, language: string): CodePlace {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('|'));
  const character = lines[line]!.indexOf('|');
  return placeInCode({ count: lines.length, at: (number) => lines[number]!.replace('|', '') }, line, character, language);
}

const places: readonly (readonly [text: string, language: string, expected: CodePlace])[] = [
  ['x |', 'typescript', 'code'],
  ['// |', 'typescript', 'comment'],
  ['"//" + |', 'typescript', 'code'],
  ['"a \\" |', 'typescript', 'string'],
  ["'a' |", 'typescript', 'code'],
  ['`a\n|', 'typescript', 'string'],
  ['"a\n|', 'java', 'code'],
  ['/* a */ |', 'c', 'code'],
  ['/* " */ "|', 'c', 'string'],
  ['/* a\n * b |', 'c', 'comment'],
  ['x = 1 # |', 'python', 'comment'],
  ['"""\n# |\n"""', 'python', 'string'],
  ['"#" |', 'yaml', 'code'],
  ['<!-- a\n|', 'html', 'comment'],
  ['<a b="|', 'xml', 'string'],
  ['-- |', 'sql', 'comment'],
  ['--[[ a\n|', 'lua', 'comment'],
  ['; |', 'clojure', 'comment'],
  ['% |', 'erlang', 'comment'],
  ['{- a\n|', 'haskell', 'comment'],
  ['// |', 'klingon', 'comment'],
  ['x // |', 'klingon', 'code'],
  [`${'x'.repeat(6000)}// |`, 'typescript', 'code'],
];

describe('a place in code', () => {
  for (const [text, language, expected] of places) {
    it(`is ${expected} in ${JSON.stringify(text.slice(0, 40))} of ${language}`, () => assert.strictEqual(place(text, language), expected));
  }
});
