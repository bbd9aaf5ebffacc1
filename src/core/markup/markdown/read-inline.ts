/** Reads the parts of a line of Markdown from the tokens of markdown-it. */
import type { Token } from 'markdown-it';
import { clean } from '../characters.ts';
import { append, plainText, type Inline, type Style, type Target } from '../document.ts';
import { allowedUrl, fileOf } from '../urls.ts';

/** Tells the links to the server that a text goes to, which Jira writes in its own way. */
export interface OwnLinks {
  /** The user whose page an address is. */
  readonly userOf?: (url: string) => string | undefined;
  /** The issue whose page an address is. */
  readonly issueOf?: (url: string) => string | undefined;
}

const styles: ReadonlyMap<string, Style> = new Map([
  ['strong', 'strong'], ['b', 'strong'], ['em', 'emphasis'], ['i', 'emphasis'], ['s', 'deleted'], ['del', 'deleted'],
  ['ins', 'inserted'], ['u', 'inserted'], ['sup', 'superscript'], ['sub', 'subscript'], ['cite', 'citation'],
]);

interface Open {
  readonly tag: string;
  readonly href: string;
  readonly children: Inline[];
}

/** How deep styles and links may stand in each other; what is deeper is left without. */
const deepestStyle = 16;

/** Reads the tokens of a paragraph, a heading or a cell. */
export function readInline(tokens: readonly Token[], ownLinks: OwnLinks): Inline[] {
  const root: Open = { tag: '', href: '', children: [] };
  const open: Open[] = [root];
  let tooDeep = 0;
  for (const token of tokens) {
    const tag = tagOf(token);
    if (tag === undefined) {
      append((open.at(-1) as Open).children, readToken(token));
    } else if (tag.opens) {
      if (open.length <= deepestStyle) {
        open.push({ tag: tag.name, href: cleanLine(String(token.attrGet('href') ?? '')), children: [] });
      } else {
        tooDeep += 1;
      }
    } else if (tooDeep > 0) {
      tooDeep -= 1;
    } else if (open.some((each) => each.tag === tag.name)) {
      closeTag(open, tag.name, ownLinks);
    } else {
      append((open.at(-1) as Open).children, readToken(token));
    }
  }
  closeTag(open, '', ownLinks);
  return root.children;
}

interface Tag {
  readonly name: string;
  readonly opens: boolean;
}

/** The markers of Markdown, and the few tags of HTML that people write for want of a marker. */
function tagOf({ type, tag, nesting, content }: Token): Tag | undefined {
  if (nesting !== 0) {
    return { name: tag, opens: nesting > 0 };
  }
  const [, slash, name = ''] = type === 'html_inline' ? (/^<(\/?)([a-z]+)>$/i.exec(content) ?? []) : [];
  return styles.has(name.toLowerCase()) ? { name: name.toLowerCase(), opens: slash === '' } : undefined;
}

/** Closes a tag, and what was opened within it and not closed; the latter is left without a style. */
function closeTag(open: Open[], name: string, ownLinks: OwnLinks): void {
  while (open.length > 1) {
    const { tag, href, children } = open.pop() as Open;
    const outer = (open.at(-1) as Open).children;
    if (tag !== name) {
      append(outer, children);
      continue;
    }
    const style = styles.get(tag);
    outer.push(style === undefined ? linkOf(href, children, ownLinks) : { type: 'styled', style, children });
    return;
  }
}

function readToken(token: Token): Inline[] {
  switch (token.type) {
    case 'text':
      return token.content === '' ? [] : [{ type: 'text', value: cleanLine(token.content) }];
    case 'code_inline':
      return [{ type: 'code', value: token.content }];
    case 'softbreak':
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'image': {
      const alternative = token.content === '' ? '' : plainText(readInline(token.children ?? [], {}));
      const target = targetOf(cleanLine(String(token.attrGet('src') ?? '')), {});
      return target === undefined ? [{ type: 'text', value: alternative }] : [{ type: 'image', target, alternative }];
    }
    case 'html_inline':
      return /^<!--/.test(token.content) ? [] : /^<br\s*\/?>$/i.test(token.content) ? [{ type: 'break' }] : [{ type: 'text', value: token.content }];
    default:
      return [];
  }
}

/** References to characters bring in what the source had no more. */
function cleanLine(text: string): string {
  return clean(text).replace(/\n/g, ' ');
}

/** A link that must not become one keeps its text and shows its address. */
function linkOf(href: string, children: readonly Inline[], ownLinks: OwnLinks): Inline {
  const target = targetOf(href, ownLinks);
  if (target === undefined) {
    const text = plainText(children);
    return { type: 'text', value: href === '' || href === text || href.startsWith('#') ? text : `${text} (${href})` };
  }
  const shown = plainText(children);
  const isOwnText = shown === href || `mailto:${shown}` === href || (target.kind === 'issue' && shown === target.key);
  return { type: 'link', target, children: isOwnText ? [] : children };
}

function targetOf(href: string, { userOf, issueOf }: OwnLinks): Target | undefined {
  const url = allowedUrl(href);
  if (url === undefined) {
    const name = fileOf(href);
    return name === undefined ? undefined : { kind: 'attachment', name: cleanLine(name) };
  }
  const user = userOf?.(url);
  const key = issueOf?.(url);
  return user !== undefined ? { kind: 'user', name: cleanLine(user) } : key !== undefined ? { kind: 'issue', key } : { kind: 'url', url };
}
