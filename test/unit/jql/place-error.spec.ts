/** Finding what a message of Jira is about, whatever language Jira speaks. */
import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../src/core/jql/parser.ts';
import { placeMessage } from '../../../src/core/jql/place-error.ts';
import { anyQuery } from './queries.ts';

function placed(message: string, jql: string): string | undefined {
  const span = placeMessage(message, jql, parse(jql));
  return span === undefined ? undefined : jql.slice(span.start, span.end);
}

describe('the place of an error', () => {
  const long = `summary ~ "${'x'.repeat(1300)}" AND status = OR`;
  const cases: readonly (readonly [message: string, jql: string, part: string | undefined])[] = [
    // By line and character, in words of several languages.
    ["Error in the JQL Query: Expecting operator but got 'b'. (line 1, character 3)", 'a b', 'b'],
    ["Fehler in der JQL-Abfrage: Es wird ein Operator erwartet, aber 'd' erhalten. (Zeile 2, Zeichen 7)", 'a = b\nAND c d', 'd'],
    ["Erreur dans la requête JQL : un opérateur est attendu, mais '(1' a été reçu. (ligne 1, caractère 3)", 'a b', 'b'],
    ['JQL クエリのエラー：演算子が必要です。（行 2、文字 5）', 'a = b\nAND c', 'c'],
    [`Error in the JQL Query: Expecting either a value, list or function but got 'OR'. (line 1, character ${(long.indexOf('OR') + 1).toLocaleString('en')})`, long, 'OR'],
    [`Fehler: 'OR'. (Zeile 1, Zeichen ${(long.indexOf('OR') + 1).toLocaleString('de')})`, long, 'OR'],
    [`Erreur : (ligne 1, caractère ${String(long.indexOf('OR') + 1).replace(/(?=\d{3}$)/, '\u202f')})`, long, 'OR'],
    ['(line 2, character 3)', 'a = b\r\n& c', 'c'],
    ['(line 9, character 1)', 'a = b', undefined],
    ['(line 1, character 99)', 'a = b', undefined],
    ['(line 0, character 0)', 'a = b', undefined],
    // By what is between quotation marks.
    ["The value 'NOPE' does not exist for the field 'project'.", 'status = NOPE AND project in (ABC, NOPE)', 'NOPE'],
    ["Der Wert 'in progress' ist für das Feld 'status' nicht vorhanden.", 'status = "In Progress"', '"In Progress"'],
    ['La valeur « NOPE » n’existe pas pour le champ « project ».', 'project = NOPE', 'NOPE'],
    ['フィールド「project」に値「NOPE」は存在しません。', 'project = NOPE', 'NOPE'],
    ['Значение «NOPE» не существует для поля «project».', 'project = NOPE', 'NOPE'],
    ["Field 'foo' does not exist or you do not have permission to view it.", 'project = foo AND foo = 1', 'foo'],
    ["Field 'cf[1]' does not exist.", 'a = b AND cf[1] = 2', 'cf[1]'],
    ["Unable to find JQL function 'me()'.", 'me = 1 AND assignee = me()', 'me'],
    ["The operator '~' is not supported by the 'project' field.", 'summary ~ x AND project ~ y', '~'],
    [`Operator 'in' does not support the non-list value '"test"' for field 'summary'.`, 'summary in test', 'test'],
    ["Not able to sort using field 'rank'.", 'a = b ORDER BY key, rank DESC', 'rank'],
    ["The value 'it's' does not exist for the field 'labels'.", `labels = "it's"`, `"it's"`],
    ["Not able to sort using field 'Days (1, 2)'.", 'a = b ORDER BY key, "Days (1, 2)"', '"Days (1, 2)"'],
    ['Something else went wrong.', 'a = b', undefined],
    ["Nothing 'here' is 'there'.", 'a = b', undefined],
  ];
  for (const [message, jql, part] of cases) it(message, () => assert.strictEqual(placed(message, jql), part));

  it('takes the field that is named, and not another one with the same value', () => {
    const jql = 'status = NOPE AND project = NOPE';
    assert.deepEqual(placeMessage("The value 'NOPE' does not exist for the field 'project'.", jql, parse(jql)), { start: 28, end: 32 });
  });

  it('is within the query, or nowhere', () => {
    fc.assert(
      fc.property(anyQuery, fc.string(), fc.nat(5), fc.nat(60), (jql, words, line, character) => {
        for (const message of [words, `'${words}' '${jql}'`, `${words} (line ${line}, character ${character})`]) {
          const span = placeMessage(message, jql, parse(jql));
          if (span !== undefined) assert.isTrue(0 <= span.start && span.start <= span.end && span.end <= jql.length);
        }
      }),
    );
  });
});
