import type { Clause, HistoryPredicate, Operand, Operator, Query, Sort } from './ast.ts';
import { tokenize, type Token } from './lexer.ts';
import { isReserved } from './words.ts';
import { JqlParseError, type JqlTexts } from './texts.ts';

const predicateNames = ['AFTER', 'BEFORE', 'DURING', 'ON', 'BY', 'FROM', 'TO'] as const;
const simpleOperators = ['=', '!=', '<=', '>=', '<', '>', '~', '!~'] as const;

/** Reads a query. @throws {JqlParseError} with Jira's message for the first thing that is wrong */
export function parseJql(jql: string, texts: JqlTexts): Query {
  return new Parser(tokenize(jql, texts), texts).query();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #texts: JqlTexts;
  #at = 0;

  constructor(tokens: readonly Token[], texts: JqlTexts) {
    this.#tokens = tokens;
    this.#texts = texts;
  }

  query(): Query {
    const where = this.#current.kind === 'end' || this.#isWord('order') ? undefined : this.#or();
    const orderBy = this.#isWord('order') ? this.#orderBy() : [];
    if (this.#current.kind !== 'end') this.#fail(this.#texts.noLogic(this.#current.text));
    return { where, orderBy };
  }

  #or(): Clause {
    const clauses = [this.#and()];
    while (this.#takeWord('or') || this.#takeSymbol('||') || this.#takeSymbol('|')) clauses.push(this.#and());
    return clauses.length === 1 ? (clauses[0] as Clause) : { kind: 'or', clauses };
  }

  #and(): Clause {
    const clauses = [this.#not()];
    while (this.#takeWord('and') || this.#takeSymbol('&&') || this.#takeSymbol('&')) clauses.push(this.#not());
    return clauses.length === 1 ? (clauses[0] as Clause) : { kind: 'and', clauses };
  }

  #not(): Clause {
    if (this.#takeWord('not') || this.#takeSymbol('!')) return { kind: 'not', clause: this.#not() };
    if (!this.#takeSymbol('(')) return this.#terminal();
    const clause = this.#or();
    this.#expect(')');
    return clause;
  }

  #terminal(): Clause {
    const field = this.#field();
    const operator = this.#operator();
    const operand = operator === 'CHANGED' ? undefined : operator.endsWith('IN') ? this.#list() : this.#operand();
    const predicates = operator === 'CHANGED' || operator.startsWith('WAS') ? this.#predicates(operator) : [];
    return { kind: 'terminal', field, operator, operand, predicates };
  }

  #predicates(operator: Operator): HistoryPredicate[] {
    const names = operator === 'CHANGED' ? predicateNames : predicateNames.slice(0, 5);
    const found: HistoryPredicate[] = [];
    for (;;) {
      const name = names.find((each) => this.#takeWord(each.toLowerCase()));
      if (name === undefined) return found;
      found.push({ name, operand: this.#list() });
    }
  }

  #field(): string {
    const token = this.#current;
    if (token.kind === 'end') this.#failAtEnd(this.#texts.noFieldAtEnd);
    if (token.kind === 'symbol' || (token.kind === 'word' && /^(and|or|not|in|is|order|empty|null)$/i.test(token.text))) {
      this.#fail(this.#texts.noField(token.text));
    }
    this.#refuseReserved();
    this.#at += 1;
    if (token.kind !== 'word' || token.text.toLowerCase() !== 'cf' || !this.#takeSymbol('[')) return token.text;
    const { text } = this.#current;
    this.#at += 1;
    this.#expect(']');
    return `cf[${text}]`;
  }

  #operator(): Operator {
    const simple = simpleOperators.find((symbol) => this.#takeSymbol(symbol));
    if (simple !== undefined) return simple;
    if (this.#takeWord('in')) return 'IN';
    if (this.#takeWord('changed')) return 'CHANGED';
    if (this.#takeWord('was')) {
      const not = this.#takeWord('not') ? 'WAS NOT' : 'WAS';
      return this.#takeWord('in') ? `${not} IN` : not;
    }
    if (this.#takeWord('is')) return this.#takeWord('not') ? 'IS NOT' : 'IS';
    if (this.#isWord('not')) {
      this.#at += 1;
      if (this.#takeWord('in')) return 'NOT IN';
      this.#at -= 1;
    }
    return this.#current.kind === 'end'
      ? this.#failAtEnd(this.#texts.noOperatorAtEnd)
      : this.#fail(this.#texts.noOperator(this.#current.text));
  }

  #operand(): Operand {
    const token = this.#current;
    if (token.kind === 'end') return this.#failAtEnd(this.#texts.noValueAtEnd);
    if (token.kind === 'symbol' && token.text === '(') return this.#list();
    if (token.kind === 'symbol') return this.#fail(this.#texts.noValue(token.text));
    if (token.kind === 'word') {
      if (/^(empty|null)$/i.test(token.text)) {
        this.#at += 1;
        return { kind: 'empty' };
      }
      if (/^(and|or|not|in|is|order)$/i.test(token.text)) this.#fail(this.#texts.noValue(token.text));
      this.#refuseReserved();
    }
    this.#at += 1;
    if (!this.#takeSymbol('(')) return { kind: 'value', value: token.text };
    return { kind: 'function', name: token.text, values: this.#arguments() };
  }

  #list(): Operand {
    if (!this.#isSymbol('(')) return this.#operand();
    this.#at += 1;
    const items = [this.#operand()];
    while (this.#takeSymbol(',')) items.push(this.#operand());
    this.#expect(')');
    return { kind: 'list', items };
  }

  #arguments(): string[] {
    const values: string[] = [];
    while (!this.#takeSymbol(')')) {
      if (values.length > 0) this.#expect(',');
      if (this.#current.kind === 'end') this.#failAtEnd(this.#texts.expectedAtEnd(')'));
      values.push(this.#current.text);
      this.#at += 1;
    }
    return values;
  }

  #orderBy(): Sort[] {
    this.#at += 1;
    if (!this.#takeWord('by')) this.#expect('BY');
    const sorts: Sort[] = [];
    do {
      const field = this.#field();
      const direction = this.#takeWord('asc') ? 'ASC' : this.#takeWord('desc') ? 'DESC' : undefined;
      sorts.push({ field, direction });
    } while (this.#takeSymbol(','));
    return sorts;
  }

  get #current(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #isWord(word: string): boolean {
    return this.#current.kind === 'word' && this.#current.text.toLowerCase() === word;
  }

  #isSymbol(symbol: string): boolean {
    return this.#current.kind === 'symbol' && this.#current.text === symbol;
  }

  #takeWord(word: string): boolean {
    const taken = this.#isWord(word);
    if (taken) this.#at += 1;
    return taken;
  }

  #takeSymbol(symbol: string): boolean {
    const taken = this.#isSymbol(symbol);
    if (taken) this.#at += 1;
    return taken;
  }

  #expect(symbol: string): void {
    if (this.#takeSymbol(symbol)) return;
    if (this.#current.kind === 'end') this.#failAtEnd(this.#texts.expectedAtEnd(symbol));
    this.#fail(this.#texts.expected(symbol, this.#current.text));
  }

  #refuseReserved(): void {
    const { kind, text } = this.#current;
    if (kind === 'word' && isReserved(text)) this.#fail(this.#texts.reservedWord(text));
  }

  #fail(message: string): never {
    throw new JqlParseError(this.#texts.prefix + message + this.#texts.at(this.#current.position));
  }

  #failAtEnd(message: string): never {
    throw new JqlParseError(this.#texts.prefix + message);
  }
}
