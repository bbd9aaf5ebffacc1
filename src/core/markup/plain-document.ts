/** Writes a text without any markup, for readers that show each character as it is. */
import { type Document, type Inline, plainText } from './document.ts';

/** Writes a text in lines, with an empty line between two blocks. */
export function writePlainDocument(document: Document): string {
  return document.map((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return linesOf(block.children);
      case 'code':
        return block.text;
      case 'list':
        return block.items.map((item, index) => indented(writePlainDocument(item).replace(/\n\n/g, '\n'), block.ordered ? `${index + 1}. ` : '- ')).join('\n');
      case 'quote':
        return writePlainDocument(block.children).split('\n').map((line) => `> ${line}`).join('\n');
      case 'table':
        return block.rows.map((row) => row.map(({ children }) => writePlainDocument(children).replace(/\s+/g, ' ')).join(' | ')).join('\n');
      case 'rule':
        return '---';
    }
  }).join('\n\n');
}

/** A break of a line stays one. */
function linesOf(children: readonly Inline[]): string {
  return children.map((child) => (child.type === 'break' ? '\n' : plainText([child]))).join('');
}

function indented(text: string, bullet: string): string {
  return text.split('\n').map((line, index) => (index === 0 ? bullet : ' '.repeat(bullet.length)) + line).join('\n');
}
