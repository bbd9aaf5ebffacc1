/** Reading JQL: as Atlassian's own grammar reads it, and on past whatever is wrong. */
import { JQLLexer, JQLParser } from '@atlaskit/jql-parser';
import { CharStreams, CommonTokenStream } from 'antlr4ts';
import { assert } from 'chai';
import fc from 'fast-check';
import { parse } from '../../../src/core/jql/parser.ts';
import { anyQuery, rightQuery } from './queries.ts';

/** Whether Atlassian's grammar takes a query. */
function isTaken(jql: string): boolean {
  const lexer = new JQLLexer(CharStreams.fromString(jql));
  const parser = new JQLParser(new CommonTokenStream(lexer));
  let errors = 0;
  const listener = { syntaxError: () => void (errors += 1) };
  for (const recognizer of [lexer, parser]) recognizer.removeErrorListeners();
  lexer.addErrorListener(listener);
  parser.addErrorListener(listener);
  parser.jqlQuery();
  return errors === 0;
}

describe('the parser of JQL', () => {
  it('takes what Atlassian’s grammar takes', () => {
    fc.assert(
      fc.property(rightQuery, (jql) => {
        assert.isTrue(isTaken(jql), 'the generator made a wrong query');
        assert.deepEqual(parse(jql).problems, []);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what it refuses', () => {
    fc.assert(
      fc.property(anyQuery, (jql) => {
        fc.pre(!/\ball\b/i.test(jql)); // A reserved word of Jira's that this grammar has forgotten.
        assert.strictEqual(parse(jql).problems.length === 0, isTaken(jql), JSON.stringify(parse(jql).problems));
      }),
      { numRuns: 1000 },
    );
  });
});
