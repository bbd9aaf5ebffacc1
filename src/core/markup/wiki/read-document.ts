/** Reads wiki markup of Jira into what it says, by the rules of Jira's renderer. Whatever is malformed is plain text. */
import { clean } from '../characters.ts';
import { append, deepest, type Block, type Cell, type CodeBlock, type Document, type Inline } from '../document.ts';
import { beginsList, nestItems, takeList, type ListItemSource } from './lists.ts';
import { macroMark, markMacros, type Macro } from './macros.ts';
import { readLine } from './read-line.ts';
import { beginsRow, takeTable } from './tables.ts';

/**
 * Reads a text. It never fails, and takes time in proportion to the length of the text.
 *
 * @param source the wiki markup as Jira gives it
 */
export function readWiki(source: string): Document {
  return readSource(clean(source), 0);
}

function readSource(source: string, depth: number): Block[] {
  const { text, macros } = depth < deepest ? markMacros(source) : { text: source, macros: [] };
  return new LineReader(macros, depth).read(text.split('\n'), 'text');
}

/** Where lines stand: a list holds no list but by its bullets, and neither it nor a cell holds a table. */
type Place = 'text' | 'item' | 'cell';

const heading = /^[\s\u0003]*h([1-6])\.\s*(.*)$/;
const lineQuote = /^[\s\u0003]*bq\.\s*(.*)$/;
const rule = /^[\s\u0003]*-{4,}[\s\u0003]*$/;

class LineReader {
  readonly #macros: readonly Macro[];
  readonly #depth: number;

  constructor(macros: readonly Macro[], depth: number) {
    this.#macros = macros;
    this.#depth = depth;
  }

  read(lines: readonly string[], place: Place): Block[] {
    const blocks: Block[] = [];
    let paragraph: string[] = [];
    const endParagraph = (): void => {
      append(blocks, this.#readParagraph(paragraph));
      paragraph = [];
    };
    for (let index = 0; index < lines.length; ) {
      const line = lines[index] as string;
      const other = this.#readOther(lines, index, line, place);
      if (other === undefined) {
        paragraph.push(line);
        index += 1;
      } else {
        endParagraph();
        append(blocks, other.blocks);
        index = other.next;
      }
    }
    endParagraph();
    return blocks;
  }

  /** What begins at a line and is no paragraph. */
  #readOther(lines: readonly string[], index: number, line: string, place: Place): { blocks: readonly Block[]; next: number } | undefined {
    const next = index + 1;
    if (line.trim() === '') {
      return { blocks: [], next };
    }
    if (place !== 'item' && beginsList(line)) {
      const list = takeList(lines, index, Math.max(1, deepest - this.#depth), (each) => isSingle(each) || (place === 'text' && beginsRow(each)));
      const read = ({ bullets, lines: each }: ListItemSource): Block[] => new LineReader(this.#macros, this.#depth + bullets.length).read(each, 'item');
      return { blocks: nestItems(list.items, read), next: list.next };
    }
    if (place === 'text' && beginsRow(line)) {
      const table = takeTable(lines, index);
      const rows = table.rows.map((row) => row.map(({ header, lines: each }): Cell => ({ header, children: this.read(each, 'cell') })));
      return { blocks: rows.length === 0 ? [] : [{ type: 'table', rows }], next: table.next };
    }
    const single = this.#readSingle(line);
    return single === undefined ? undefined : { blocks: single, next };
  }

  #readSingle(line: string): Block[] | undefined {
    const [, level, title = ''] = heading.exec(line) ?? [];
    if (level !== undefined) {
      return this.#readParagraph([title]).map((block) => (block.type === 'paragraph' ? { type: 'heading', level: Number(level), children: block.children } : block));
    }
    const quoted = lineQuote.exec(line)?.[1];
    if (quoted !== undefined) {
      const children = this.#readParagraph([quoted]);
      return children.length === 0 ? [] : [{ type: 'quote', children }];
    }
    return rule.test(line) ? [{ type: 'rule' }] : undefined;
  }

  /** Lines that follow each other are lines of one paragraph; a macro with a body parts it. */
  #readParagraph(lines: readonly string[]): Block[] {
    const blocks: Block[] = [];
    let children: Inline[] = [];
    const end = (): void => {
      const trimmed = trimBreaks(children);
      if (trimmed.length > 0) {
        blocks.push({ type: 'paragraph', children: trimmed });
      }
      children = [];
    };
    for (const line of lines) {
      if (line.replaceAll('\u0003', '').trim() === '') {
        continue;
      }
      children.push({ type: 'break' });
      line.split(macroMark).forEach((piece, position) => {
        if (position % 2 === 0) {
          append(children, readLine(piece.trim()));
        } else {
          end();
          append(blocks, this.#readMacro(this.#macros[Number(piece)] as Macro));
        }
      });
    }
    end();
    return blocks;
  }

  #readMacro({ name, parameters, body }: Macro): Block[] {
    const options = readParameters(parameters);
    const title = options.get('title') ?? options.get('') ?? '';
    switch (name) {
      case 'code':
        return withTitle(options.get('title') ?? '', codeBlock(body, options.get('language') ?? options.get('lang') ?? options.get('') ?? ''));
      case 'noformat':
        return withTitle(options.get('title') ?? '', codeBlock(body, ''));
      default: {
        const label = titleOf(title || (labels.get(name) ?? ''));
        const children = [...label, ...readSource(body, this.#depth + 1)];
        return children.length === 0 ? [] : [{ type: 'quote', children }];
      }
    }
  }
}

/** Jira shows these macros of Confluence as they are written; people use them all the same. */
const labels: ReadonlyMap<string, string> = new Map([['info', 'Info'], ['note', 'Note'], ['tip', 'Tip'], ['warning', 'Warning']]);

function isSingle(line: string): boolean {
  return heading.test(line) || lineQuote.test(line) || rule.test(line);
}

/** `java|title=Foo.java`: a parameter without a name is under the empty name. */
function readParameters(parameters: string): ReadonlyMap<string, string> {
  return new Map(
    parameters
      .split('|')
      .map((each): [string, string] => {
        const sign = each.indexOf('=');
        return sign < 0 ? ['', each.trim()] : [each.slice(0, sign).trim().toLowerCase(), each.slice(sign + 1).trim()];
      })
      .filter(([name, value]) => name !== '' || value !== ''),
  );
}

/** The line break after the opening tag and the one before the closing tag belong to the tags. */
function codeBlock(body: string, language: string): CodeBlock | undefined {
  const text = body.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '');
  return text.trim() === '' ? undefined : { type: 'code', language: /^[\w+#.-]{1,30}$/.test(language) && language !== 'none' ? language.toLowerCase() : '', text };
}

function withTitle(title: string, block: CodeBlock | undefined): Block[] {
  return [...titleOf(title), ...(block === undefined ? [] : [block])];
}

function titleOf(title: string): Block[] {
  const children = title === '' ? [] : readLine(title);
  return children.length === 0 ? [] : [{ type: 'paragraph', children: [{ type: 'styled', style: 'strong', children }] }];
}

/** Breaks at the start and at the end of a paragraph, and several in a row, show nothing. */
function trimBreaks(children: readonly Inline[]): Inline[] {
  const kept = children.filter((child, index) => child.type !== 'break' || (index > 0 && children[index - 1]?.type !== 'break'));
  return kept.at(-1)?.type === 'break' ? kept.slice(0, -1) : kept;
}
