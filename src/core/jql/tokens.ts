/**
 * The tokens of a query in JQL, whatever state the query is in: nothing is thrown, and what is no token in JQL becomes
 * a token with a problem. The rules are those of Jira's own lexer, as its error messages and Atlassian's grammar
 * (`@atlaskit/jql-parser`, against which the tests hold this one) show them.
 */

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a part of a query. */
export interface Problem extends Span {
  /** For people. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** What to write in its place, where that is known. */
  readonly fix?: string | undefined;
}

/** One token. */
export interface Token extends Span {
  readonly kind: 'word' | 'string' | 'symbol';
  /** A symbol as it is; a word or a string without quotation marks and escapes. */
  readonly text: string;
  /** Whether the quotation marks of a string are both there. */
  readonly closed: boolean;
}

/** A query in tokens. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** Characters, escapes and strings that JQL does not know. */
  readonly problems: readonly Problem[];
}

const symbols = ['<=', '>=', '!=', '!~', '&&', '||', '(', ')', ',', '[', ']', '=', '<', '>', '~', '&', '|', '!'] as const;
const symbolStarts: ReadonlySet<string> = new Set(symbols.map(([first]) => first!));
const space = /[ \t\r\n]/;
/** Kept by JQL for the future; control characters are not allowed either. */
const reservedCharacter = /[{}*/%+^$#@?;\0-\x08\x0b\f\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/;
const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\', "'": "'", '"': '"', ' ': ' ' };

/** Cuts a query into tokens. A string that does not end is taken to end with its line. */
export function tokenize(jql: string): Tokens {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < jql.length; ) {
    const character = jql[at]!;
    if (space.test(character)) {
      at += 1;
      continue;
    }
    const token = readToken(jql, at, character, problems);
    tokens.push(token);
    at = token.end;
  }
  return { tokens, problems };
}

function readToken(jql: string, start: number, character: string, problems: Problem[]): Token {
  if (character === '"' || character === "'") return readString(jql, start, character, problems);
  const symbol = symbolStarts.has(character) ? symbols.find((each) => jql.startsWith(each, start)) : undefined;
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, start, end: start + symbol.length, closed: true };
  return readWord(jql, start, problems);
}

function readString(jql: string, start: number, mark: string, problems: Problem[]): Token {
  let end = start + 1;
  while (end < jql.length && jql[end] !== mark) end += jql[end] === '\\' ? 2 : 1;
  if (end < jql.length) return { kind: 'string', text: unescaped(jql, start + 1, end, problems), start, end: end + 1, closed: true };
  const lineEnd = /[\r\n]/.exec(jql.slice(start))?.index;
  end = lineEnd === undefined ? jql.length : start + lineEnd;
  problems.push({ start, end, message: 'The quoted string does not end.', hint: `Put ${mark} at its end.`, fix: jql.slice(start, end) + mark });
  return { kind: 'string', text: unescaped(jql, start + 1, end, problems), start, end, closed: false };
}

function readWord(jql: string, start: number, problems: Problem[]): Token {
  let end = start;
  for (; end < jql.length; end += 1) {
    const character = jql[end]!;
    if (character === '\\') end += 1;
    else if (space.test(character) || character === '"' || character === "'" || symbolStarts.has(character)) break;
    else if (reservedCharacter.test(character)) problems.push(reservedProblem(character, end));
  }
  end = Math.min(end, jql.length);
  return { kind: 'word', text: unescaped(jql, start, end, problems), start, end, closed: true };
}

function reservedProblem(character: string, start: number): Problem {
  const code = character.charCodeAt(0).toString(16).padStart(4, '0');
  const shown = character < ' ' || character > '~' ? `U+${code.toUpperCase()}` : `“${character}”`;
  return { start, end: start + 1, message: `The character ${shown} is reserved in JQL.`, hint: `Put the value into quotation marks, or write \\u${code}.` };
}

function unescaped(jql: string, start: number, end: number, problems: Problem[]): string {
  const raw = jql.slice(start, end);
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^])|$)/g, (escape, code: string | undefined, character: string | undefined, at: number) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const meant = character === undefined ? undefined : escapes[character];
    if (meant !== undefined) return meant;
    problems.push({ start: start + at, end: start + at + escape.length, message: `“${escape}” is no escape sequence of JQL.`, hint: 'A backslash itself is written \\\\.' });
    return escape;
  });
}
