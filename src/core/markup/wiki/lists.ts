/** Lists of wiki markup: `*`, `#` and `-`, nested by what comes before: `*#` is a numbered list within a bulleted one. */
import type { Block } from '../document.ts';

/** The lines that make a list, and the first line after them. */
export interface ListSource {
  readonly items: readonly ListItemSource[];
  readonly next: number;
}

/** An item and the lines that go on with it. */
export interface ListItemSource {
  readonly bullets: string;
  readonly lines: string[];
}

const item = /^[\s\u0003]*([*#-]+)[ \t]+(.*)$/;

/** Whether a list begins at a line. Two or three dashes alone are a dash of the text. */
export function beginsList(line: string): boolean {
  const bullets = item.exec(line)?.[1];
  return bullets !== undefined && !/^-{2,}$/.test(bullets);
}

/**
 * Takes the lines of a list. Other lines go on with the item before them, up to an empty one.
 *
 * @param deepest how deep the list may nest; bullets beyond that are left out
 * @param ends whether a line that is none of a list begins something else
 */
export function takeList(lines: readonly string[], start: number, deepest: number, ends: (line: string) => boolean): ListSource {
  const items: ListItemSource[] = [];
  let next = start;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as string;
    const [, bullets, text = ''] = item.exec(line) ?? [];
    if (bullets !== undefined) {
      items.push({ bullets: bullets.slice(0, deepest), lines: [text] });
    } else if (line.trim() === '' || ends(line)) {
      break;
    } else {
      items.at(-1)?.lines.push(line);
    }
  }
  return { items, next };
}

interface Node {
  readonly content: Block[];
  readonly lists: { readonly bullet: string; readonly items: Node[] }[];
}

/**
 * Nests the items as Jira does: an item goes into the last list that is open at its depth; only its
 * last bullet can begin a list of another kind, and only at the outermost depth where no list is open.
 */
export function nestItems(items: readonly ListItemSource[], read: (item: ListItemSource) => Block[]): Block[] {
  const root: Node = { content: [], lists: [] };
  for (const source of items) {
    const { bullets } = source;
    let parent = root;
    for (let depth = 0; depth < bullets.length; depth += 1) {
      const bullet = bullets.charAt(depth);
      const last = depth === bullets.length - 1;
      let list = parent.lists.at(-1);
      if (list === undefined || (last && list.bullet !== bullet)) {
        list = { bullet, items: [] };
        parent.lists.push(list);
      }
      if (last || list.items.length === 0) {
        list.items.push({ content: last ? read(source) : [], lists: [] });
      }
      parent = list.items.at(-1) as Node;
    }
  }
  return blocksOf(root);
}

/** An item that says nothing and only holds lists is left out, and its lists stand in its place. */
function blocksOf(node: Node): Block[] {
  const lists = node.lists.flatMap(({ bullet, items }): Block[] => {
    const documents = items.map(blocksOf).filter((blocks) => blocks.length > 0);
    const [only] = items;
    if (items.length === 1 && only?.content.length === 0) {
      return documents.flat();
    }
    return documents.length === 0 ? [] : [{ type: 'list', ordered: bullet === '#', items: documents }];
  });
  return [...node.content, ...lists];
}
