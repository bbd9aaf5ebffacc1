/** Writes a text in wiki markup of Jira. */
import type { Block, CodeBlock, Document } from '../document.ts';
import { writeLines } from './write-line.ts';

/** Writes a text. There is no line feed after the last line. */
export function writeWiki(document: Document): string {
  return writeBlocks(document, outermost);
}

/** How many quotes a text is in: Jira ends a quote at the next tag, so a quote in a quote is a panel. */
const outermost = 0;

function writeBlocks(blocks: Document, quotes: number): string {
  return blocks
    .map((block) => writeBlock(block, quotes))
    .filter((written) => written !== '')
    .join('\n\n');
}

function writeBlock(block: Block, quotes: number): string {
  switch (block.type) {
    case 'paragraph':
      return writeLines(block.children, 'line').join('\n');
    case 'heading':
      return `h${block.level}. ${writeLines(block.children, 'line').join(' ')}`.trimEnd();
    case 'rule':
      return '----';
    case 'quote':
      return writeQuote(block.children, quotes);
    case 'code':
      return writeCode(block);
    case 'list':
      return writeList(block.items, bulletOf(block), quotes);
    case 'table':
      return block.rows
        .map((row) => row.map(({ header, children }) => (header ? '||' : '|') + (writeCell(children) || ' ')).join('') + (row.at(-1)?.header === true ? '||' : '|'))
        .join('\n');
  }
}

function bulletOf({ ordered }: { readonly ordered: boolean }): string {
  return ordered ? '#' : '*';
}

function writeQuote(children: Document, quotes: number): string {
  const [first] = children;
  const lines = children.length === 1 && first?.type === 'paragraph' ? writeLines(first.children, 'line') : [];
  if (lines.length === 1) {
    return `bq. ${lines[0]}`;
  }
  const body = writeBlocks(children, quotes + 1);
  // Code may hold a tag that would end the quote.
  const macro = ['quote', 'panel'].slice(quotes).find((name) => !body.toLowerCase().includes(`{${name}}`));
  return body === '' || macro === undefined ? body : `{${macro}}\n${body}\n{${macro}}`;
}

/** An item is one paragraph for Jira: what is in it follows without an empty line, and its lists have longer bullets. */
function writeList(items: readonly Document[], bullets: string, quotes: number): string {
  return items.map((item) => writeItem(item, bullets, quotes)).filter((written) => written !== '').join('\n');
}

function writeItem(item: Document, bullets: string, quotes: number): string {
  const parts: string[] = [];
  for (const block of item) {
    const isList = block.type === 'list';
    const written = isList ? writeList(block.items, bullets + bulletOf(block), quotes) : block.type === 'heading' ? writeBlock(asStrong(block), quotes) : writeBlock(block, quotes);
    if (written !== '') {
      parts.push(parts.length === 0 && !isList ? `${bullets} ${written}` : written);
    }
  }
  return parts.join('\n');
}

function asStrong({ children }: Extract<Block, { type: 'heading' }>): Block {
  return { type: 'paragraph', children: [{ type: 'styled', style: 'strong', children }] };
}

/** Blocks of a cell follow each other by forced line breaks, since a bar at the end of a line ends the row. */
function writeCell(children: Document): string {
  return children
    .flatMap((block) => (block.type === 'paragraph' || block.type === 'heading' ? writeLines(block.children, 'cell') : []))
    .join(' \\\\ ');
}

/** The languages that Jira highlights; for any other it shows an error in place of the code's first line (JRASERVER-21067). */
const languages: ReadonlySet<string> = new Set(
  'actionscript actionscript3 ada applescript bash sh c c# csharp cs c++ cpp css sass less coldfusion delphi diff patch erlang erl go groovy haskell html xml java javafx javascript js json lua objc objective-c perl php powershell ps1 python py r ruby rb scala sql swift visualbasic vb yaml yml'.split(
    ' ',
  ),
);

/** Names that people give in Markdown for languages that Jira knows by another name, or has nothing closer for. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['shell', 'bash'], ['console', 'bash'], ['zsh', 'bash'], ['typescript', 'javascript'], ['ts', 'javascript'], ['tsx', 'javascript'], ['jsx', 'javascript'],
  ['kotlin', 'java'], ['golang', 'go'], ['pwsh', 'powershell'], ['jsonc', 'json'], ['json5', 'json'], ['svg', 'xml'], ['scss', 'sass'],
]);

/** Code that holds the closing tag goes into the other macro; where it holds both, a backslash keeps Jira from ending the macro. */
function writeCode({ language, text }: CodeBlock): string {
  const name = language.toLowerCase();
  const known = languages.has(name) ? name : (otherNames.get(name) ?? '');
  const macro = (known === '' || /\{code\}/i.test(text)) && !/\{noformat\}/i.test(text) ? 'noformat' : 'code';
  const tag = macro === 'code' ? `{code:${known || 'none'}}` : '{noformat}';
  const body = text.replace(macro === 'code' ? /(?<!\\)((?:\\\\)*)\{(?=code\})/gi : /(?<!\\)((?:\\\\)*)\{(?=noformat\})/gi, '$1\\{');
  return `${tag}\n${body}\n{${macro}}`;
}
