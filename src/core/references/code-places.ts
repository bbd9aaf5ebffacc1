/** Where in code there is text: comments and strings, by the rules that languages have in common. */
import type { Lines } from '../commit/commit-message.ts';

/** What a place in a document is a part of. */
export type CodePlace = 'code' | 'comment' | 'string';

/** How a language writes comments and strings. */
interface Syntax {
  /** What begins a comment that ends with its line. */
  readonly line: readonly string[];
  /** What begins and ends comments. */
  readonly block: readonly (readonly [string, string])[];
  /** What begins and ends strings within one line; a backslash takes its meaning from the character after it. */
  readonly quotes: readonly string[];
  /** What begins and ends strings of several lines. */
  readonly longQuotes: readonly string[];
}

const cLike: Syntax = { line: ['//'], block: [['/*', '*/']], quotes: ['"', "'"], longQuotes: [] };
const script: Syntax = { ...cLike, longQuotes: ['`'] };
const hash: Syntax = { line: ['#'], block: [], quotes: ['"', "'"], longQuotes: [] };
const python: Syntax = { ...hash, longQuotes: ['"""', "'''"] };
const markup: Syntax = { line: [], block: [['<!--', '-->']], quotes: ['"', "'"], longQuotes: [] };
const dashes: Syntax = { line: ['--'], block: [['/*', '*/']], quotes: ['"', "'"], longQuotes: [] };
const lua: Syntax = { line: ['--'], block: [['--[[', ']]']], quotes: ['"', "'"], longQuotes: [] };
const haskell: Syntax = { line: ['--'], block: [['{-', '-}']], quotes: ['"'], longQuotes: [] };
const lisp: Syntax = { line: [';'], block: [['#|', '|#']], quotes: ['"'], longQuotes: [] };
const percent: Syntax = { line: ['%'], block: [], quotes: ['"', "'"], longQuotes: [] };

const languages: readonly (readonly [Syntax, string])[] = [
  [cLike, 'c cpp csharp java kotlin scala swift rust dart objective-c objective-cpp objc objcpp groovy go css scss less sass proto proto3 jsonc json5 zig solidity glsl hlsl verilog systemverilog fsharp d v vala'],
  [script, 'javascript javascriptreact typescript typescriptreact javascript.jsx typescript.tsx go svelte'],
  [{ ...cLike, line: ['//', '#'] }, 'php terraform hcl nix puppet'],
  [hash, 'shellscript sh bash zsh fish ruby perl perl6 raku r yaml yml toml dockerfile makefile make cmake ini properties conf gitconfig powershell ps1 elixir crystal nim tcl awk graphql gitignore'],
  [python, 'python julia starlark bzl meson snakemake'],
  [markup, 'html xml xhtml vue svg xsl xsd'],
  [dashes, 'sql plsql mysql pgsql ada vhdl'],
  [lua, 'lua'],
  [haskell, 'haskell purescript elm idris agda'],
  [lisp, 'lisp commonlisp clojure scheme racket emacs-lisp elisp fennel'],
  [percent, 'erlang matlab octave prolog'],
];

const syntaxes = new Map(languages.flatMap(([syntax, names]) => names.split(' ').map((name) => [name, syntax] as const)));

/** Lines before a place that are looked at: a comment that is longer is taken for code. */
const mostLines = 300;

/** Characters of a line that somebody wrote by hand. */
const longestLine = 5000;

/** What a place is a part of. In a language that is not known, comments are what looks like one in most. */
export function placeInCode(lines: Lines, line: number, character: number, language: string): CodePlace {
  const syntax = syntaxes.get(language.toLowerCase());
  if (character > longestLine) return 'code';
  if (syntax === undefined) return /^\s*(?:\/\/|\/\*|\*|#|--|;|%|<!--)/.test(lines.at(line).slice(0, character)) ? 'comment' : 'code';
  let open: Opening | undefined;
  for (let number = Math.max(0, line - mostLines); number <= line; number += 1) {
    const text = lines.at(number).slice(0, number === line ? character : longestLine);
    open = readLine(text, syntax, open);
    if (number < line && open?.endsWithLine === true) open = undefined;
  }
  return open?.place ?? 'code';
}

/** What a comment or a string began with, and what ends it. */
interface Opening {
  readonly place: CodePlace;
  readonly end: string | undefined;
  readonly endsWithLine: boolean;
}

/** Reads a line, or its beginning. @returns what is open at its end */
function readLine(text: string, syntax: Syntax, before: Opening | undefined): Opening | undefined {
  let open = before;
  for (let index = 0; index < text.length; ) {
    if (open === undefined) {
      const next = nextOpening(text, index, syntax);
      if (next === undefined) return undefined;
      open = next.opening;
      index = next.after;
    } else if (open.end === undefined) {
      return open;
    } else if (open.place === 'string' && text.charAt(index) === '\\') {
      index += 2;
    } else if (text.startsWith(open.end, index)) {
      index += open.end.length;
      open = undefined;
    } else {
      index += 1;
    }
  }
  return open;
}

function nextOpening(text: string, from: number, { line, block, quotes, longQuotes }: Syntax): { opening: Opening; after: number } | undefined {
  for (let index = from; index < text.length; index += 1) {
    const begins = (mark: string): boolean => text.startsWith(mark, index);
    const found = (mark: string, opening: Opening) => ({ opening, after: index + mark.length });
    const long = longQuotes.find(begins);
    if (long !== undefined) return found(long, { place: 'string', end: long, endsWithLine: false });
    const pair = block.find(([start]) => begins(start));
    if (pair !== undefined) return found(pair[0], { place: 'comment', end: pair[1], endsWithLine: false });
    const comment = line.find(begins);
    if (comment !== undefined) return found(comment, { place: 'comment', end: undefined, endsWithLine: true });
    const quote = quotes.find(begins);
    if (quote !== undefined) return found(quote, { place: 'string', end: quote, endsWithLine: true });
  }
  return undefined;
}
