/** Queries for property tests: right ones, and what becomes of them when somebody types. */
import fc from 'fast-check';

const bare = fc.constantFrom('project', 'ABC', 'assignee', 'status', 'Done', 'fixVersion', '10001', 'a.b-c', 'übersetzung', 'cf', '-1d', 'x\\ y', '\\u0041bc', '日本');
const names = fc.oneof(bare.filter((word) => word !== 'cf'), fc.constantFrom('"Epic Link"', "'Story Points'", '"say \\"hi\\""', '"IN"', 'cf[10001]', '"a\\\\b"', '""'));
const functionCall = fc
  .tuple(fc.constantFrom('currentUser', 'membersOf', 'startOfDay', '"linked issues"'), fc.array(fc.constantFrom('"a b"', '-1d', 'ABC-1', "'x'"), { maxLength: 2 }))
  .map(([name, args]) => `${name}(${args.join(', ')})`);
const item = fc.oneof({ weight: 4, arbitrary: names.filter((name) => !name.startsWith('cf[')) }, { weight: 1, arbitrary: functionCall });
const items = fc.array(item, { minLength: 1, maxLength: 4 }).map((all) => `(${all.join(',')})`);
const anyCase = (word: string) => fc.constantFrom(word, word.toLowerCase(), word[0] + word.slice(1).toLowerCase());
const emptiness = fc.oneof(anyCase('EMPTY'), anyCase('NULL'));

const comparison = fc.oneof(
  fc.tuple(names, fc.constantFrom('=', '!=', '~', '!~'), fc.oneof(item, emptiness)),
  fc.tuple(names, fc.constantFrom('<', '<=', '>', '>='), item),
  fc.tuple(names, fc.oneof(anyCase('IN'), anyCase('NOT IN')), fc.oneof(items, functionCall)),
  fc.tuple(names, fc.oneof(anyCase('IS'), anyCase('IS NOT')), emptiness),
  fc.tuple(names, fc.oneof(anyCase('WAS'), anyCase('WAS NOT')), item),
  fc.tuple(names, fc.constantFrom('was in', 'WAS NOT IN'), items),
  fc.tuple(names, fc.constantFrom('changed', 'CHANGED AFTER -1d', 'changed from Open to Done by bob', 'CHANGED DURING (startOfDay(), now())')),
).map((words) => words.join(' '));

const gap = fc.constantFrom(' ', '  ', '\n', ' \t ', '\r\n');
const clause = fc.letrec<{ clause: string }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: comparison },
    { weight: 1, arbitrary: tie('clause').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('NOT ', 'not ', '!'), tie('clause')).map(([not, inner]) => `${not}(${inner})`) },
    { weight: 3, arbitrary: fc.tuple(tie('clause'), gap, fc.constantFrom('AND', 'or', '&&', '||', '&', '|', 'Or'), gap, tie('clause')).map((all) => all.join('')) },
  ),
})).clause;
const sort = fc.tuple(names, fc.constantFrom('', ' ASC', ' desc')).map((all) => all.join(''));
const orderBy = fc.array(sort, { minLength: 1, maxLength: 3 }).map((sorts) => `ORDER BY ${sorts.join(' , ')}`);

/** Queries that Jira's grammar takes. */
export const rightQuery = fc.tuple(fc.option(clause, { nil: '' }), gap, fc.option(orderBy, { nil: '' })).map((all) => all.join(''));

const stray = fc.constantFrom(' ', '"', "'", '(', ')', ',', ' and ', ' OR', ' order by ', '=', '!', '[', ']', '@', '\\', '\\x', ' in ', ' is ', 'a', ' was ', '~', '&', '{', '\n', '𝔘', '\ud800');

/** Any text, most of it near a query: cut off, or with something in it that does not belong there. */
export const anyQuery = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.array(fc.oneof(stray, bare), { maxLength: 12 }).map((all) => all.join('')) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(rightQuery, fc.nat(), fc.nat({ max: 4 }), fc.option(stray, { nil: '' }))
      .map(([query, place, removed, added]) => query.slice(0, place % (query.length + 1)) + added + query.slice((place % (query.length + 1)) + removed)),
  },
);
