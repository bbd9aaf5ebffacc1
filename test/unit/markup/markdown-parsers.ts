/** Two parsers of Markdown that share no code with the agent: micromark follows the specifications, marked is what editors show hovers with. */
import { marked, type Token } from 'marked';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The tree that micromark reads. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Every node of a tree. */
export function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

/** What a reader sees of a tree, a line break as a line feed. */
export function textOf(node: Nodes): string {
  return node.type === 'break' ? '\n' : node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}

/** What of a text an editor could act on. */
export interface Findings {
  /** The addresses of links and images. */
  readonly addresses: readonly string[];
  readonly html: readonly string[];
  /** Whether anything gives other text of the page a meaning. */
  readonly definitions: number;
}

/** What micromark finds. */
export function findByMicromark(markdown: string): Findings {
  const nodes = nodesOf(parse(markdown));
  return {
    addresses: nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? [node.url] : [])),
    html: nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])),
    definitions: nodes.filter(({ type }) => /[dD]efinition|[rR]eference/.test(type)).length,
  };
}

/** What marked finds. */
export function findByMarked(markdown: string): Findings {
  const addresses: string[] = [];
  const html: string[] = [];
  let definitions = 0;
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'image') {
      // The text for an image is never shown as markup.
      token.tokens = [];
    }
    if (token.type === 'link' || token.type === 'image') {
      addresses.push(String(token.href));
    } else if (token.type === 'html') {
      html.push(token.raw);
    } else if (token.type === 'def') {
      definitions += 1;
    }
  });
  return { addresses, html, definitions };
}
