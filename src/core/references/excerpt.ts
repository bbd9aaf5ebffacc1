/** The beginning of a text: whole paragraphs as far as there is room, and no pictures. */
import { type Block, type Document, type Inline, plainText } from '../markup/document.ts';

/** Characters that fit beside the code. */
const roomForText = 800;
/** Lines of code, and items of a list. */
const mostLines = 12;
/** Parts of a long table are of no use by themselves. */
const mostRows = 8;

/** The first paragraphs of a text. Where something is left out, an ellipsis says so. */
export function excerpt(document: Document): Document {
  const kept: Block[] = [];
  let room = roomForText;
  for (const block of document) {
    const whole = withoutPictures(block);
    if (sizeOf(whole) <= room && !isLong(whole)) {
      kept.push(whole);
      room -= sizeOf(whole);
      continue;
    }
    const isCut = kept.length === 0 || (whole.type === 'paragraph' && room > roomForText / 2);
    if (isCut) kept.push(cut(whole, room));
    return isCut && whole.type === 'paragraph' ? kept : [...kept, more];
  }
  return kept;
}

const more: Block = { type: 'paragraph', children: [{ type: 'text', value: '…' }] };

function isLong(block: Block): boolean {
  switch (block.type) {
    case 'code':
      return block.text.split('\n').length > mostLines;
    case 'list':
      return block.items.length > mostLines;
    case 'table':
      return block.rows.length > mostRows;
    default:
      return false;
  }
}

/** A block that is alone too long. */
function cut(block: Block, room: number): Block {
  switch (block.type) {
    case 'code':
      return { ...block, text: block.text.split('\n').slice(0, mostLines).map((line) => cutText(line, 200)).join('\n') };
    case 'list':
      return { ...block, items: block.items.slice(0, mostLines).map(excerpt) };
    case 'table':
      return { ...block, rows: block.rows.slice(0, mostRows) };
    case 'quote':
      return { ...block, children: excerpt(block.children) };
    case 'paragraph':
    case 'heading':
      return { type: 'paragraph', children: [{ type: 'text', value: cutText(plainText(block.children), room) }] };
    case 'rule':
      return block;
  }
}

/** Cuts behind a sentence where one ends in the second half, else behind a word. */
function cutText(value: string, room: number): string {
  if (value.length <= room) return value;
  const beginning = value.slice(0, room).toWellFormed();
  const sentence = Math.max(...['. ', '! ', '? ', '。'].map((end) => beginning.lastIndexOf(end)));
  if (sentence > room / 2) return `${beginning.slice(0, sentence + 1)} …`;
  const word = beginning.lastIndexOf(' ');
  return `${beginning.slice(0, word > room / 2 ? word : room)}…`;
}

function sizeOf(block: Block): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children).length;
    case 'code':
      return block.text.length;
    case 'list':
      return sum(block.items.flat().map(sizeOf));
    case 'quote':
      return sum(block.children.map(sizeOf));
    case 'table':
      return sum(block.rows.flat().flatMap(({ children }) => children.map(sizeOf)));
    case 'rule':
      return 1;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function withoutPictures(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: block.children.map(withoutPicture) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(withoutPictures)) };
    case 'quote':
      return { ...block, children: block.children.map(withoutPictures) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: cell.children.map(withoutPictures) }))) };
    case 'code':
    case 'rule':
      return block;
  }
}

/** A picture is loaded without a click, and so tells its server who reads what and when: its name is shown in its place. */
function withoutPicture(inline: Inline): Inline {
  switch (inline.type) {
    case 'image':
      return { type: 'text', value: plainText([inline]) };
    case 'styled':
    case 'link':
      return { ...inline, children: inline.children.map(withoutPicture) };
    case 'text':
    case 'code':
    case 'break':
      return inline;
  }
}
