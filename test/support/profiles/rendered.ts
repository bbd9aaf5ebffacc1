/** What the user of an editor sees of Markdown, by parsers that the agent does not use. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { marked, type Token } from 'marked';
import type { MarkupContent } from 'vscode-languageserver/node';
import type { EditorProfile } from './profile.ts';

/** What is on the screen, and what could act there. */
export interface Rendered {
  readonly text: string;
  /** The addresses behind links. */
  readonly links: readonly string[];
  /** The addresses of pictures, which are loaded without a click. */
  readonly images: readonly string[];
  /** Raw HTML. */
  readonly html: readonly string[];
  /** The kinds of all blocks and spans but links, in order: a text that breaks out of its place adds some. */
  readonly structure: readonly string[];
}

/** Shows a text as the editor does. */
export function rendered({ renderer }: EditorProfile, { kind, value }: MarkupContent): Rendered {
  if (kind === 'plaintext' || renderer === 'text') return { text: value, links: [], images: [], html: [], structure: [] };
  const nodes = renderer === 'marked' ? markedNodes(value) : commonMarkNodes(value);
  const of = (type: string): string[] => nodes.filter((node) => node.type === type).map((node) => node.value);
  return { text: of('text').join(''), links: of('link'), images: of('image'), html: of('html'), structure: nodes.map(({ type }) => type).filter((type) => !['text', 'link'].includes(type)) };
}

interface Node {
  readonly type: string;
  readonly value: string;
}

function markedNodes(markdown: string): Node[] {
  const nodes: Node[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') nodes.push({ type: token.type, value: (token as { href: string }).href });
    else if (token.type === 'html') nodes.push({ type: 'html', value: token.raw });
    else if (token.type === 'code' || token.type === 'codespan' || token.type === 'escape' || (token.type === 'text' && !('tokens' in token && token.tokens !== undefined))) {
      nodes.push({ type: 'text', value: (token as { text: string }).text });
    }
    if (!['link', 'image', 'html', 'text', 'escape'].includes(token.type)) nodes.push({ type: token.type, value: '' });
  });
  return nodes;
}

interface TreeNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly TreeNode[];
}

function commonMarkNodes(markdown: string): Node[] {
  const nodes: Node[] = [];
  const walk = ({ type, value, url, children = [] }: TreeNode): void => {
    if (type === 'link' || type === 'definition') nodes.push({ type: 'link', value: url ?? '' });
    else if (type === 'image') nodes.push({ type, value: url ?? '' });
    else if (type === 'html') nodes.push({ type, value: value ?? '' });
    else {
      if (value !== undefined) nodes.push({ type: 'text', value });
      if (type !== 'text') nodes.push({ type, value: '' });
    }
    children.forEach(walk);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return nodes;
}
