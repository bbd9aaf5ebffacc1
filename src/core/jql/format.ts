/** The layout of a query: one comparison a line, keywords in capitals, what is in parentheses set in. */
import { parse } from './parser.ts';
import type { Clause, Comparison, Query } from './syntax.ts';
import type { Span, Token } from './tokens.ts';

/** How lines are set in. */
export interface Layout {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** A list that makes a line longer than this is broken into lines. */
const longestLine = 100;

/**
 * Lays a query out anew. Its tokens stay what they are, but for the case of keywords; where they stood does not matter.
 *
 * @returns `undefined` for a query that is wrong, of which nobody knows what it is to look like
 */
export function format(jql: string, { tabSize, insertSpaces }: Layout): string | undefined {
  const query = parse(jql);
  if (query.problems.length > 0) return undefined;
  const lineEnd = /\r\n?|\n/.exec(jql)?.[0] ?? '\n';
  const lines = new Writer(jql, query, insertSpaces ? ' '.repeat(tabSize) : '\t').lines();
  return lines.join(lineEnd) + (/[\r\n]\s*$/.test(jql) && lines.length > 0 ? lineEnd : '');
}

class Writer {
  readonly #jql: string;
  readonly #query: Query;
  readonly #indent: string;

  constructor(jql: string, query: Query, indent: string) {
    this.#jql = jql;
    this.#query = query;
    this.#indent = indent;
  }

  lines(): string[] {
    const { where, orderBy, tokens } = this.#query;
    const clauses = where === undefined ? [] : this.#clause(where);
    const sorts = orderBy.length === 0 ? [] : [this.#text({ start: where?.end ?? 0, end: tokens.at(-1)!.end })];
    return [...clauses, ...sorts];
  }

  #clause(clause: Clause): string[] {
    switch (clause.kind) {
      case 'comparison':
        return this.#comparison(clause);
      case 'not':
        return this.#not(clause);
      case 'group':
        return this.#group(clause);
      case 'and':
      case 'or':
        return clause.clauses.flatMap((each, index) => {
          const lines = this.#clause(each);
          return index === 0 ? lines : after(`${this.#text({ start: clause.clauses[index - 1]!.end, end: each.start })} `, lines);
        });
    }
  }

  #not({ start, clause }: Extract<Clause, { kind: 'not' }>): string[] {
    const word = this.#text({ start, end: clause!.start });
    return after(word === '!' ? word : `${word} `, this.#clause(clause!));
  }

  #group({ clause }: Extract<Clause, { kind: 'group' }>): string[] {
    const lines = this.#clause(clause!);
    if (lines.length === 1) return [`(${lines[0]})`];
    return ['(', ...lines.map((line) => this.#indent + line), ')'];
  }

  #comparison(comparison: Comparison): string[] {
    const { operand } = comparison;
    const line = this.#text(comparison);
    if (operand?.kind !== 'list' || line.length <= longestLine) return [line];
    const items = operand.items.map((item, index) => this.#text(item) + (index < operand.items.length - 1 ? ',' : ''));
    const opening = this.#text({ start: comparison.start, end: operand.start + 1 });
    const closing = this.#text({ start: operand.end - 1, end: comparison.end });
    return [opening, ...filled(items).map((each) => this.#indent + each), closing];
  }

  /** Tokens on one line. */
  #text({ start, end }: Span): string {
    const all = this.#query.tokens;
    const tokens = all.slice(firstFrom(all, start), firstFrom(all, end));
    return tokens.map((token, index) => (index > 0 && this.#isApart(tokens[index - 1]!, token) ? ' ' : '') + this.#written(token)).join('');
  }

  #written(token: Token): string {
    const raw = this.#jql.slice(token.start, token.end);
    return this.#query.keywords.has(token) ? raw.toUpperCase() : raw;
  }

  /** Whether a space stands between two tokens. */
  #isApart(left: Token, right: Token): boolean {
    if (left.kind === 'symbol' && (left.text === '(' || left.text === '[' || left.text === '!')) return false;
    if (left.kind === 'symbol' && left.text === ']') return !(left.end === right.start && right.kind !== 'symbol') && right.text !== '[';
    if (right.kind !== 'symbol') return true;
    if (right.text === '(') return left.kind === 'symbol' || this.#query.keywords.has(left);
    return ![')', ',', '[', ']'].includes(right.text);
  }
}

/** The number of the first token that begins at a place or after it. */
function firstFrom(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a beginning before the first of some lines. */
function after(beginning: string, [first = '', ...rest]: readonly string[]): string[] {
  return [beginning + first, ...rest];
}

/** As many items on a line as there is room for. */
function filled(items: readonly string[]): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length < longestLine) lines[lines.length - 1] = `${last} ${item}`;
    else lines.push(item);
  }
  return lines;
}
