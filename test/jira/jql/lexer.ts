import type { Position } from './ast.ts';
import { JqlParseError, type JqlTexts } from './texts.ts';

/** The smallest parts of a query. */
export interface Token {
  readonly kind: 'word' | 'string' | 'symbol' | 'end';
  /** The text after escapes; a symbol's own characters. */
  readonly text: string;
  readonly position: Position;
}

const reserved = new Set('{}*/%+^$#@?;'.split(''));
const symbols = ['<=', '>=', '!=', '!~', '&&', '||', '(', ')', ',', '[', ']', '=', '<', '>', '~', '&', '|', '!'];
const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\', "'": "'", '"': '"', ' ': ' ' };

/** Cuts a query into tokens, an `end` last. @throws {JqlParseError} */
export function tokenize(jql: string, texts: JqlTexts): Token[] {
  const lexer = new Lexer(jql, texts);
  const tokens = [lexer.next()];
  while (tokens.at(-1)?.kind !== 'end') tokens.push(lexer.next());
  return tokens;
}

class Lexer {
  readonly #jql: string;
  readonly #texts: JqlTexts;
  #at = 0;

  constructor(jql: string, texts: JqlTexts) {
    this.#jql = jql;
    this.#texts = texts;
  }

  next(): Token {
    while (/\s/.test(this.#peek())) this.#at += 1;
    const position = this.#position();
    const character = this.#peek();
    if (character === '') return { kind: 'end', text: '', position };
    if (character === '"' || character === "'") return { kind: 'string', text: this.#quoted(character, position), position };
    const symbol = symbols.find((candidate) => this.#jql.startsWith(candidate, this.#at));
    if (symbol !== undefined) {
      this.#at += symbol.length;
      return { kind: 'symbol', text: symbol, position };
    }
    return { kind: 'word', text: this.#word(), position };
  }

  #peek(): string {
    return this.#jql[this.#at] ?? '';
  }

  #quoted(quote: string, position: Position): string {
    const start = this.#at;
    this.#at += 1;
    let text = '';
    while (this.#peek() !== quote) {
      if (this.#peek() === '') this.#fail(this.#texts.unfinishedString(this.#jql.slice(start + 1)), position);
      text += this.#character();
    }
    this.#at += 1;
    return text;
  }

  #word(): string {
    let text = '';
    while (this.#peek() !== '' && !/[\s"']/.test(this.#peek()) && !symbols.includes(this.#peek())) {
      const character = this.#peek();
      if (reserved.has(character)) {
        const escape = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
        this.#fail(this.#texts.reservedCharacter(character, escape), this.#position());
      }
      text += this.#character();
    }
    return text;
  }

  /** Takes one character, or an escape that stands for one. */
  #character(): string {
    const character = this.#peek();
    if (character !== '\\') {
      this.#at += 1;
      return character;
    }
    const code = /^\\u([0-9a-fA-F]{4})/.exec(this.#jql.slice(this.#at, this.#at + 6))?.[1];
    if (code !== undefined) {
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const escaped = escapes[this.#jql[this.#at + 1] ?? ''];
    if (escaped === undefined) {
      this.#fail(this.#texts.illegalEscape(this.#jql.slice(this.#at, this.#at + 2)), this.#position());
    }
    this.#at += 2;
    return escaped as string;
  }

  #position(): Position {
    const before = this.#jql.slice(0, this.#at).split('\n');
    return { line: before.length, character: (before.at(-1) ?? '').length + 1 };
  }

  #fail(message: string, position: Position): never {
    throw new JqlParseError(this.#texts.prefix + message + this.#texts.at(position));
  }
}
