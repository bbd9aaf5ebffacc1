/** Reads queries in JQL, whole ones and those that are being written: it goes on after what is wrong. */
import { readOperand } from './operands.ts';
import type { Clause, Comparison, Expectation, FieldName, Operator, OperatorName, Predicate, Query, Sort } from './syntax.ts';
import { shown, TokenReader } from './token-reader.ts';
import { type Span, type Token, tokenize, type Tokens } from './tokens.ts';

/** Reads a query. Nothing is thrown; what is wrong is among `problems`, in order. */
export function parse(jql: string): Query {
  return parseTokens(tokenize(jql));
}

/** Reads the tokens of a query, or the first of them. */
export function parseTokens(tokens: Tokens): Query {
  return new Parser(new TokenReader(tokens)).query();
}

const comparing: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~']);
const wasPredicates: ReadonlySet<string> = new Set(['after', 'before', 'during', 'on', 'by']);
const changedPredicates: ReadonlySet<string> = new Set([...wasPredicates, 'from', 'to']);

class Parser {
  readonly #reader: TokenReader;
  #groups = 0;

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  query(): Query {
    const reader = this.#reader;
    const clauses = reader.isKeyword('order') ? [] : this.#clauses('AND, OR or ORDER BY is expected', () => reader.isKeyword('order'));
    const orderBy = reader.isKeyword('order') ? this.#orderBy() : [];
    const { tokens, keywords, expected } = reader;
    const where = clauses.length < 2 ? clauses[0] : ({ kind: 'and', clauses, ...around(clauses) } as const);
    return { tokens, where, orderBy, keywords, problems: reader.problems.toSorted((left, right) => left.start - right.start), expected };
  }

  /** Clauses up to an end. More than one are a mistake: something is missing between them. */
  #clauses(expectation: string, ends: () => boolean): Clause[] {
    const reader = this.#reader;
    const found = [this.#or()];
    while (reader.current !== undefined && !ends()) {
      reader.problemHere(`${shown(reader.current)} cannot stand here: ${expectation}.`);
      if (reader.current.kind === 'symbol' && !reader.isSymbol('(', '!')) reader.take();
      if (reader.current !== undefined && !ends()) {
        const before = reader.current;
        found.push(this.#or());
        if (reader.current === before) reader.take();
      }
    }
    return found.filter((clause) => clause !== undefined);
  }

  #or(): Clause | undefined {
    return this.#chain('or', ['||', '|'], () => this.#chain('and', ['&&', '&'], () => this.#reader.deeper(() => this.#not())));
  }

  #chain(kind: 'and' | 'or', symbols: readonly string[], next: () => Clause | undefined): Clause | undefined {
    const clauses = [next()];
    while (this.#reader.takeKeyword(kind) || this.#reader.takeSymbol(...symbols)) clauses.push(next());
    const found = clauses.filter((clause) => clause !== undefined);
    return found.length < 2 ? found[0] : { kind, clauses: found, ...around(found) };
  }

  #not(): Clause | undefined {
    const reader = this.#reader;
    const opening = reader.current;
    if (reader.takeKeyword('not') || reader.takeSymbol('!')) return { kind: 'not', clause: reader.deeper(() => this.#not()), ...reader.since(opening!) };
    return reader.takeSymbol('(') ? this.#group(opening!) : this.#comparison();
  }

  #group(opening: Token): Clause {
    const reader = this.#reader;
    this.#groups += 1;
    const clauses = this.#clauses('AND, OR or a closing parenthesis is expected', () => reader.isSymbol(')') || reader.isKeyword('order'));
    this.#groups -= 1;
    if (!reader.takeSymbol(')')) reader.problem(opening, 'This parenthesis is not closed.');
    this.#expectConnector(undefined);
    const clause = clauses.length < 2 ? clauses[0] : ({ kind: 'and', clauses, ...around(clauses) } as const);
    return { kind: 'group', clause, ...reader.since(opening) };
  }

  #comparison(): Comparison | undefined {
    const field = this.#field({ want: 'clause', empty: this.#reader.tokens.length === 0 });
    if (field === undefined) return undefined;
    const operator = this.#operator(field);
    const operand = operator === undefined || operator.name === 'changed' ? undefined : readOperand(this.#reader, { want: 'value', field, operator: operator.name, predicate: undefined, inList: false });
    const history = operator?.name.startsWith('was') === true || operator?.name === 'changed' ? operator.name : undefined;
    const predicates = history === undefined ? [] : this.#predicates(field, history);
    if (operand !== undefined || operator?.name === 'changed') this.#expectConnector(history);
    return { kind: 'comparison', field, operator, operand, predicates, ...this.#reader.since(field) };
  }

  #expectConnector(history: OperatorName | undefined): void {
    this.#reader.expect({ want: 'connector', inGroup: this.#groups > 0, history });
  }

  /** What stands where a field must stand, and is none, is left for whoever reads on. */
  #field(expectation: Expectation): FieldName | undefined {
    const reader = this.#reader;
    reader.expect(expectation);
    const token = reader.current;
    if (token === undefined) {
      if (reader.tokens.length > 0) reader.problemHere('A field is missing at the end.');
      return undefined;
    }
    if (token.kind === 'symbol' || reader.isReserved()) {
      reader.refuse(`A field must stand here, and not ${shown(token)}.`, 'name');
      return undefined;
    }
    reader.take();
    return reader.isSymbol('[') ? this.#bracketed(token) : { name: token.text, start: token.start, end: token.end };
  }

  /** `cf[10001]`, or an entity property as `issue.property[key].path`. */
  #bracketed(first: Token): FieldName {
    const reader = this.#reader;
    const custom = first.text.toLowerCase() === 'cf';
    let name = first.text;
    while (reader.takeSymbol('[')) {
      reader.expect({ want: 'customField' });
      const key = reader.current?.kind === 'symbol' ? undefined : reader.current?.text;
      if (key === undefined || (custom && !/^\d+$/.test(key))) reader.problemHere(custom ? 'Between the brackets stands the number of a custom field.' : 'Between the brackets stands the key of a property.');
      if (key !== undefined) reader.take();
      if (!reader.takeSymbol(']')) reader.problemHere('A closing bracket is missing.');
      const path = reader.current;
      const continues = !custom && path?.kind === 'word' && path.start === reader.previous.end;
      if (continues) reader.take();
      name += `[${key ?? ''}]${continues ? path.text : ''}`;
    }
    return { name, ...reader.since(first) };
  }

  #operator(field: FieldName): Operator | undefined {
    const reader = this.#reader;
    reader.expect({ want: 'operator', field, begun: '' });
    const first = reader.current;
    if (first?.kind === 'symbol' && comparing.has(first.text)) {
      reader.take();
      return { name: first.text as OperatorName, start: first.start, end: first.end };
    }
    const words = this.#operatorWords(field);
    if (words !== undefined) return { name: words, ...reader.since(first!) };
    reader.problemHere(first === undefined ? 'An operator is missing at the end.' : `An operator must stand here, and not ${shown(first)}.`, { hint: 'For instance =, !=, IN, ~ or IS.' });
    reader.leaveOperand();
    return undefined;
  }

  #operatorWords(field: FieldName): OperatorName | undefined {
    const reader = this.#reader;
    const then = (begun: 'not' | 'is' | 'was' | 'was not', word: string) => {
      reader.expect({ want: 'operator', field, begun });
      return reader.takeKeyword(word);
    };
    if (reader.takeKeyword('in')) return 'in';
    if (reader.takeKeyword('changed')) return 'changed';
    if (reader.takeKeyword('is')) return then('is', 'not') ? 'is not' : 'is';
    if (reader.takeKeyword('was')) {
      if (then('was', 'in')) return 'was in';
      if (!reader.takeKeyword('not')) return 'was';
      return then('was not', 'in') ? 'was not in' : 'was not';
    }
    if (!reader.takeKeyword('not')) return undefined;
    if (then('not', 'in')) return 'not in';
    reader.giveBack();
    return undefined;
  }

  #predicates(field: FieldName, history: OperatorName): Predicate[] {
    const reader = this.#reader;
    const found: Predicate[] = [];
    for (;;) {
      this.#expectConnector(history);
      const token = reader.current;
      const word = token?.kind === 'word' ? token.text.toLowerCase() : '';
      if (token === undefined || !(history === 'changed' ? changedPredicates : wasPredicates).has(word)) return found;
      reader.takeKeyword(word);
      const name = word as Predicate['name'];
      const operand = readOperand(reader, { want: 'value', field, operator: history, predicate: name, inList: false });
      found.push({ name, operand, ...reader.since(token) });
      if (operand === undefined) return found;
    }
  }

  #orderBy(): Sort[] {
    const reader = this.#reader;
    reader.takeKeyword('order');
    reader.expect({ want: 'by' });
    if (!reader.takeKeyword('by')) {
      reader.problemHere('After ORDER must stand BY.');
      reader.leaveRest();
      return [];
    }
    const sorts: Sort[] = [];
    do {
      const field = this.#field({ want: 'sortField' });
      if (field === undefined) return sorts;
      reader.expect({ want: 'sortDirection' });
      const direction = reader.isKeyword('asc', 'desc') ? reader.current : undefined;
      if (direction !== undefined) reader.takeKeyword(direction.text.toLowerCase());
      sorts.push({ field, direction, ...reader.since(field) });
    } while (reader.takeSymbol(','));
    if (reader.current !== undefined) reader.problemHere(`${shown(reader.current)} cannot stand here: ASC, DESC, a comma or the end is expected.`);
    return sorts;
  }
}

function around(clauses: readonly Span[]): Span {
  return { start: clauses[0]!.start, end: clauses.at(-1)!.end };
}
