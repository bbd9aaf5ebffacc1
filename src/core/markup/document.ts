/** What a text says, whichever markup it is written in: both readers make it, both writers take it. */

/** A text. */
export type Document = readonly Block[];

/** A part of a text that stands for itself. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'rule' }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Document[] }
  | { readonly type: 'quote'; readonly children: Document }
  | CodeBlock
  | { readonly type: 'table'; readonly rows: readonly (readonly Cell[])[] };

/** Text to be shown as it is. `language` is empty where none is told; `text` has no line break at its end. */
export interface CodeBlock {
  readonly type: 'code';
  readonly language: string;
  readonly text: string;
}

/** A cell of a table. */
export interface Cell {
  readonly header: boolean;
  readonly children: Document;
}

/** A part of a line. */
export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'break' }
  | StyledText
  | { readonly type: 'link'; readonly target: Target; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly target: Target; readonly alternative: string };

/** Text with a style of its own. */
export interface StyledText {
  readonly type: 'styled';
  readonly style: Style;
  readonly children: readonly Inline[];
}

/** The styles of wiki markup. Markdown knows the first three. */
export type Style = 'strong' | 'emphasis' | 'deleted' | 'inserted' | 'superscript' | 'subscript' | 'citation';

/** What a link or an image points to. A link without text of its own is shown by its target. */
export type Target =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'attachment'; readonly name: string }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'issue'; readonly key: string };

/** How deep quotes, panels and lists may stand in each other; what is deeper is read as plain text. */
export const deepest = 12;

/** What a text says without its styles, a line break as a space. */
export function plainText(children: readonly Inline[]): string {
  return children.map(plain).join('');
}

function plain(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'break':
      return ' ';
    case 'styled':
      return plainText(inline.children);
    case 'link':
      return inline.children.length > 0 ? plainText(inline.children) : targetText(inline.target);
    case 'image':
      return inline.alternative || targetText(inline.target);
  }
}

/** What a target is shown as where there is no text for it. */
export function targetText(target: Target): string {
  switch (target.kind) {
    case 'url':
      return target.url;
    case 'attachment':
      return target.name;
    case 'user':
      return `@${target.name}`;
    case 'issue':
      return target.key;
  }
}

/** Adds many at once; a call of `push` with all of them as arguments overflows the stack. */
export function append<Item>(all: Item[], more: Iterable<Item>): Item[] {
  for (const each of more) {
    all.push(each);
  }
  return all;
}
