/** Walks over the tokens of a query: what both the clauses and the operands are read with. */
import type { Expectation } from './syntax.ts';
import type { Problem, Span, Token, Tokens } from './tokens.ts';
import { isReserved, quote } from './words.ts';

/** No person nests so deep. */
const deepest = 200;

/** A place in the tokens, and what is learnt on the way. */
export class TokenReader {
  readonly tokens: readonly Token[];
  readonly problems: Problem[];
  /** The tokens that are keywords where they stand. */
  readonly keywords = new Set<Token>();
  #at = 0;
  #depth = 0;
  #expected: Expectation | undefined;
  readonly #problemPlaces: Set<number>;

  constructor({ tokens, problems }: Tokens) {
    this.tokens = tokens;
    this.problems = [...problems];
    this.#problemPlaces = new Set(problems.map(({ start }) => start));
  }

  get current(): Token | undefined {
    return this.tokens[this.#at];
  }

  get next(): Token | undefined {
    return this.tokens[this.#at + 1];
  }

  get previous(): Token {
    return this.tokens[this.#at - 1]!;
  }

  /** What may come at the end. */
  get expected(): Expectation | undefined {
    return this.#expected;
  }

  /** Notes what may come here. The first that is noted at the end counts: whatever comes later is so only where that is left out. */
  expect(expectation: Expectation): void {
    if (this.current === undefined) this.#expected ??= expectation;
  }

  isSymbol(...symbols: readonly string[]): boolean {
    return this.current?.kind === 'symbol' && symbols.includes(this.current.text);
  }

  isKeyword(...words: readonly string[]): boolean {
    return this.current?.kind === 'word' && words.includes(this.current.text.toLowerCase());
  }

  /** Whether the current token is a bare word that can be neither a name nor a value. */
  isReserved(): boolean {
    const { kind, text } = this.current!;
    return kind === 'word' && isReserved(text) && !(text.toLowerCase() === 'cf' && this.tokens[this.#at + 1]?.text === '[');
  }

  take(): void {
    this.#at += 1;
  }

  takeSymbol(...symbols: readonly string[]): boolean {
    if (!this.isSymbol(...symbols)) return false;
    this.#at += 1;
    return true;
  }

  takeKeyword(word: string): boolean {
    if (!this.isKeyword(word)) return false;
    this.keywords.add(this.current!);
    this.#at += 1;
    return true;
  }

  /** Goes back by one token. */
  giveBack(): void {
    this.#at -= 1;
  }

  /** Leaves everything that follows. */
  leaveRest(): void {
    this.#at = this.tokens.length;
  }

  /** Leaves what seems to belong to one operand. */
  leaveOperand(): void {
    for (let open = 0; this.current !== undefined; this.take()) {
      if (open === 0 && (this.isSymbol(')', '&&', '&', '||', '|') || this.isKeyword('and', 'or', 'order'))) return;
      if (this.isSymbol('(')) open += 1;
      else if (this.isSymbol(')')) open -= 1;
    }
  }

  /** Reads what is nested one level deeper. Where that is too deep, it leaves the rest, and gives `undefined`. */
  deeper<T>(read: () => T): T | undefined {
    if (this.#depth >= deepest) {
      if (this.current !== undefined) this.problem(this.current, 'The query is nested too deep.');
      this.leaveRest();
      return undefined;
    }
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** From where something begins to the end of what was read. */
  since({ start }: Span): Span {
    return { start, end: Math.max(start, this.previous.end) };
  }

  /** Notes a problem; one a place is enough. */
  problem({ start, end }: Span, message: string, help: Pick<Problem, 'hint' | 'fix'> = {}): void {
    if (this.#problemPlaces.has(start)) return;
    this.#problemPlaces.add(start);
    this.problems.push({ start, end, message, ...help });
  }

  /** Notes a problem of the current token; at the end, of the last one: nobody sees a mark of no width. */
  problemHere(message: string, help?: Pick<Problem, 'hint' | 'fix'>): void {
    this.problem(this.current ?? this.previous, message, help);
  }

  /** Notes that the current token cannot stand where a name or a value must. @param use `name` or `value` */
  refuse(message: string, use: string): void {
    const { kind, text } = this.current!;
    this.problemHere(message, kind === 'word' ? { hint: `Put it into quotation marks to use it as a ${use}: ${quote(text)}.`, fix: quote(text) } : {});
  }
}

/** A token as a message shows it. */
export function shown({ kind, text }: Token): string {
  return kind === 'string' ? quote(text) : `“${text}”`;
}
