/** Reads Markdown of GitHub's flavour into what it says, by markdown-it: it follows CommonMark and takes linear time on hostile texts too. */
import MarkdownIt, { type Token } from 'markdown-it';
import { clean } from '../characters.ts';
import type { Block, Cell, Document, Inline } from '../document.ts';
import { readInline, type OwnLinks } from './read-inline.ts';

const parser = new MarkdownIt('commonmark', { linkify: true }).enable(['table', 'strikethrough', 'linkify']);
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (url) => url;

/**
 * Reads a text.
 *
 * @param source the Markdown
 * @param ownLinks which addresses are users and issues of the server that the text goes to
 */
export function readMarkdown(source: string, ownLinks: OwnLinks): Document {
  return new TokenReader(parser.parse(clean(source), {}), ownLinks).readUntil(undefined);
}

class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #ownLinks: OwnLinks;
  #index = 0;

  constructor(tokens: readonly Token[], ownLinks: OwnLinks) {
    this.#tokens = tokens;
    this.#ownLinks = ownLinks;
  }

  /** Reads the blocks up to the token that closes what they are in. */
  readUntil(closing: string | undefined): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token !== undefined && token.type !== closing; token = this.#next()) {
      const block = this.#read(token);
      if (block !== undefined) {
        blocks.push(block);
      }
    }
    return blocks;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#index];
    this.#index += 1;
    return token;
  }

  #read(token: Token): Block | undefined {
    switch (token.type) {
      case 'inline':
        return { type: 'paragraph', children: readInline(token.children ?? [], this.#ownLinks) };
      case 'paragraph_open':
        return this.readUntil('paragraph_close')[0];
      case 'heading_open': {
        const [content] = this.readUntil('heading_close');
        return { type: 'heading', level: Number(token.tag.slice(1)), children: content?.type === 'paragraph' ? content.children : [] };
      }
      case 'blockquote_open':
        return { type: 'quote', children: this.readUntil('blockquote_close') };
      case 'bullet_list_open':
        return { type: 'list', ordered: false, items: this.#readItems('bullet_list_close') };
      case 'ordered_list_open':
        return { type: 'list', ordered: true, items: this.#readItems('ordered_list_close') };
      case 'fence':
      case 'code_block':
        return codeBlock(token);
      case 'hr':
        return { type: 'rule' };
      case 'table_open':
        return this.#readTable();
      case 'html_block':
        return htmlBlock(token.content);
      default:
        return undefined;
    }
  }

  #readItems(closing: string): Document[] {
    const items: Document[] = [];
    for (let token = this.#next(); token !== undefined && token.type !== closing; token = this.#next()) {
      const isTask = /^\[[ xX]\]\s/.test(this.#tokens[this.#index + 1]?.content ?? '');
      const item = this.readUntil('list_item_close');
      items.push(isTask ? withBox(item) : item);
    }
    return items;
  }

  /** A head without a word in it is what a table of Jira without a head became. */
  #readTable(): Block {
    const rows: Cell[][] = [];
    for (let token = this.#next(); token !== undefined && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') {
        rows.push([]);
      } else if (token.type === 'th_open' || token.type === 'td_open') {
        rows.at(-1)?.push({ header: token.type === 'th_open', children: this.readUntil(token.type.replace('open', 'close')) });
      }
    }
    const isEmpty = rows[0]?.every(({ children }) => children.every((block) => block.type === 'paragraph' && block.children.length === 0)) ?? true;
    return { type: 'table', rows: isEmpty && rows.length > 1 ? rows.slice(1) : rows };
  }
}

function codeBlock({ info, content }: Token): Block | undefined {
  const text = content.replace(/\n$/, '');
  return text.trim() === '' ? undefined : { type: 'code', language: /^[\w+#.-]*/.exec(info.trim())?.[0] ?? '', text };
}

/** HTML is no markup for Jira, so it is shown as it was written, but for comments and line breaks. */
function htmlBlock(content: string): Block | undefined {
  const lines = withoutComments(content)
    .split('\n')
    .filter((line) => !/^\s*(?:<br\s*\/?>\s*)?$/i.test(line));
  const children = lines.flatMap((value): Inline[] => [{ type: 'break' }, { type: 'text', value }]).slice(1);
  return lines.length === 0 ? undefined : { type: 'paragraph', children };
}

function withoutComments(html: string): string {
  const kept: string[] = [];
  let done = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', done)) {
    const end = html.indexOf('-->', start + 4);
    if (end < 0) {
      break;
    }
    kept.push(html.slice(done, start));
    done = end + 3;
  }
  return kept.join('') + html.slice(done);
}

/** `[ ]` and `[x]` at the start of an item are the boxes of a task list, for which Jira has no notation. */
function withBox([first, ...rest]: readonly Block[]): Document {
  const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
  if (text?.type !== 'text') {
    return first === undefined ? [] : [first, ...rest];
  }
  const box = text.value.startsWith('[ ]') ? '☐' : '☑';
  return [{ type: 'paragraph', children: [{ type: 'text', value: box + text.value.slice(3) }, ...others] }, ...rest];
}
