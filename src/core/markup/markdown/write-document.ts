/** Writes a text in Markdown of GitHub's flavour. */
import { append, type Block, type Cell, type Document, type Inline } from '../document.ts';
import type { Addresses } from './addresses.ts';
import { writeLine } from './write-line.ts';

/** Writes a text. Its lines have no line feed at the end of the last. */
export function writeMarkdown(document: Document, addresses: Addresses): string {
  return writeBlocks(document, addresses).join('\n');
}

/** The lines of blocks, with an empty line between two of them. */
function writeBlocks(blocks: Document, addresses: Addresses): string[] {
  const lines: string[] = [];
  let marker = 0;
  blocks.forEach((block, index) => {
    const previous = blocks[index - 1];
    marker = block.type === 'list' && previous?.type === 'list' && previous.ordered === block.ordered ? 1 - marker : 0;
    const written = writeBlock(block, marker, addresses);
    if (lines.length > 0 && written.length > 0) {
      lines.push('');
    }
    append(lines, written);
  });
  return lines;
}

/** @param marker which of the two markers a list has: lists that follow each other are told apart by it */
function writeBlock(block: Block, marker: number, addresses: Addresses): string[] {
  switch (block.type) {
    case 'paragraph':
      return writeLine(block.children, 'paragraph', addresses).split('\n');
    case 'heading':
      return [`${'#'.repeat(block.level)} ${writeLine(block.children, 'heading', addresses)}`];
    case 'rule':
      return ['---'];
    case 'quote':
      return writeBlocks(block.children, addresses).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'code':
      return writeCode(block.text, block.language);
    case 'list':
      return block.items.flatMap((item, index) => writeItem(item, block.ordered ? `${index + 1}${marker === 0 ? '.' : ')'} ` : marker === 0 ? '- ' : '* ', addresses));
    case 'table':
      return writeTable(block.rows, addresses);
  }
}

/** Paragraphs, code and lists of an item follow each other without an empty line, so that the list stays tight. */
function writeItem(item: Document, bullet: string, addresses: Addresses): string[] {
  const indent = ' '.repeat(bullet.length);
  const lines: string[] = [];
  let marker = 0;
  item.forEach((block, index) => {
    const previous = item[index - 1];
    marker = block.type === 'list' && previous?.type === 'list' && previous.ordered === block.ordered ? 1 - marker : 0;
    const tight = previous?.type === 'paragraph' && (block.type === 'list' || block.type === 'code');
    if (index > 0 && !tight) {
      lines.push('');
    }
    append(lines, writeBlock(block, marker, addresses));
  });
  return lines.map((line, index) => (index === 0 ? bullet + line : line === '' ? '' : indent + line));
}

/** The fence is longer than any run of backticks in the code, which stays as it is. */
function writeCode(text: string, language: string): string[] {
  const fence = '`'.repeat((text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length + 1), 3));
  return [fence + language, ...text.split('\n'), fence];
}

/** The first row is the head if all its cells are; a table without one gets an empty head. Other header cells are bold. */
function writeTable(rows: readonly (readonly Cell[])[], addresses: Addresses): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [first = []] = rows;
  const hasHead = first.length > 0 && first.every(({ header }) => header);
  const body = hasHead ? rows.slice(1) : rows;
  const head = Array.from({ length: width }, (_, index) => (hasHead ? writeCell(first[index], false, addresses) : ''));
  return [head, head.map(() => '---'), ...body.map((row) => Array.from({ length: width }, (_, index) => writeCell(row[index], true, addresses)))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

function writeCell(cell: Cell | undefined, bold: boolean, addresses: Addresses): string {
  if (cell === undefined) {
    return '';
  }
  const children = flatten(cell.children);
  return writeLine(bold && cell.header ? [{ type: 'styled', style: 'strong', children }] : children, 'cell', addresses);
}

/** A cell is one line: its blocks become parts with breaks between them. */
function flatten(blocks: Document): Inline[] {
  return blocks.map(flattenBlock).reduce<Inline[]>((all, each) => joinLines(all, each), []);
}

function flattenBlock(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
      return [...block.children];
    case 'heading':
      return [{ type: 'styled', style: 'strong', children: block.children }];
    case 'quote':
      return flatten(block.children);
    case 'code':
      return block.text.split('\n').reduce<Inline[]>((all, line) => joinLines(all, line.trim() === '' ? [] : [{ type: 'code', value: line }]), []);
    case 'list':
      return block.items.reduce<Inline[]>((all, item, index) => joinLines(all, [{ type: 'text', value: block.ordered ? `${index + 1}. ` : '• ' }, ...flatten(item)]), []);
    case 'table':
      return block.rows.reduce<Inline[]>((all, row) => joinLines(all, row.flatMap((cell) => [...flatten(cell.children), { type: 'text', value: ' ' } as const])), []);
    case 'rule':
      return [];
  }
}

function joinLines(all: Inline[], line: readonly Inline[]): Inline[] {
  if (all.length > 0 && line.length > 0) {
    all.push({ type: 'break' });
  }
  return append(all, line);
}
