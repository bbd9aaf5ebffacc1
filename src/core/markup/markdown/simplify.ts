/** Reduces the parts of a line to what Markdown has a notation for. */
import { plainText, type Inline } from '../document.ts';
import { script } from './scripts.ts';

/** The styles of Markdown by their markers; `_` and `**` never touch as `***` would. */
export type Marker = '**' | '_' | '~~';

/** A part of a line that Markdown has a notation for. */
export type SimpleInline = Exclude<Inline, { type: 'styled' }> | MarkedText;

/** Text between markers. */
export interface MarkedText {
  readonly type: 'marked';
  readonly marker: Marker;
  readonly children: readonly SimpleInline[];
}

/** Puts each style into its marker; what has none is written without. Neighbours of one kind become one. */
export function simplify(children: readonly Inline[], within: ReadonlySet<Marker> = new Set()): SimpleInline[] {
  return mergeNeighbours(children.flatMap((child) => simplifyPart(child, within)));
}

function simplifyPart(inline: Inline, within: ReadonlySet<Marker>): SimpleInline[] {
  if (inline.type === 'text') {
    return withoutChatAddresses(inline.value);
  }
  if (inline.type !== 'styled') {
    return [inline];
  }
  const { style, children } = inline;
  if ((style === 'superscript' || style === 'subscript') && children.every(({ type }) => type === 'text')) {
    return withoutChatAddresses(script(plainText(children), style));
  }
  const marker = style === 'strong' ? '**' : style === 'deleted' ? '~~' : style === 'emphasis' || style === 'citation' ? '_' : undefined;
  if (marker === undefined || within.has(marker)) {
    return simplify(children, within);
  }
  return [{ type: 'marked', marker, children: simplify(children, new Set([...within, marker])) }];
}

/** GitHub's flavour makes a link of these wherever they stand in text, whatever is escaped. */
function withoutChatAddresses(text: string): SimpleInline[] {
  return text.split(/(xmpp:[^\s`]+)/i).flatMap((value, index): SimpleInline[] => (value === '' ? [] : [{ type: index % 2 === 0 ? 'text' : 'code', value }]));
}

function mergeNeighbours(children: readonly SimpleInline[]): SimpleInline[] {
  const merged: SimpleInline[] = [];
  for (const group of groups(children)) {
    merged.push(merge(group));
  }
  return merged;
}

function groups(children: readonly SimpleInline[]): SimpleInline[][] {
  const found: SimpleInline[][] = [];
  for (const child of children) {
    const last = found.at(-1);
    if (last !== undefined && alike(last[0] as SimpleInline, child)) {
      last.push(child);
    } else {
      found.push([child]);
    }
  }
  return found;
}

function alike(one: SimpleInline, other: SimpleInline): boolean {
  return (one.type === 'marked' && other.type === 'marked' && one.marker === other.marker) || ((one.type === 'text' || one.type === 'code') && one.type === other.type);
}

function merge(group: readonly SimpleInline[]): SimpleInline {
  const first = group[0] as SimpleInline;
  if (first.type === 'marked') {
    return { ...first, children: mergeNeighbours(group.flatMap((each) => (each.type === 'marked' ? each.children : []))) };
  }
  return first.type === 'text' || first.type === 'code' ? { ...first, value: group.map((each) => ('value' in each ? each.value : '')).join('') } : first;
}
