/** Issues as items of a completion. */
import { type CompletionItem, CompletionItemKind, type MarkupKind, type Range } from 'vscode-languageserver/node';
import type { Issue } from '../../../../protocol/issues.ts';
import { writeMarkdown } from '../../../core/markup/markdown/write-document.ts';
import { writePlainDocument } from '../../../core/markup/plain-document.ts';
import { issueCard } from '../../../core/references/issue-card.ts';
import { insertion, type InsertionPlace } from './insertion.ts';

/** How items are made. */
export interface ItemOptions {
  /** What is replaced, in the units of the editor. */
  readonly range: Range;
  /** What is there now. */
  readonly typed: string;
  /** The template of what is written. */
  readonly insert: string;
  readonly place: InsertionPlace;
  readonly format: MarkupKind;
  /** Whether it is worth telling which server an issue is on. */
  readonly namesServers: boolean;
}

/** Characters of a label; editors cut longer ones. */
const longestLabel = 80;

/** An item. @param order its place in the list @param server the name of its server */
export function issueItem(issue: Issue, order: number, server: string, { range, typed, insert, place, format, namesServers }: ItemOptions): CompletionItem {
  const label = `${issue.key} ${issue.summary}`;
  const card = issueCard({ key: issue.key, url: issue.url, issue, server: namesServers ? server : undefined });
  return {
    label: label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).toWellFormed()}…`,
    kind: CompletionItemKind.Reference,
    detail: [issue.status.name, issue.assignee?.displayName, namesServers ? server : undefined].filter((each) => each !== undefined).join(' · '),
    documentation: { kind: format, value: format === 'markdown' ? writeMarkdown(card, {}) : writePlainDocument(card) },
    sortText: String(order).padStart(4, '0'),
    filterText: filterText(issue, typed),
    textEdit: { range, newText: insertion(insert, issue, place) },
  };
}

/** Key and summary. Editors leave out what does not hold the letters that were typed in their order: what the server found by other words then begins with them. */
function filterText({ key, summary }: Issue, typed: string): string {
  const text = `${key} ${summary}`;
  return isWithin(typed.toLowerCase(), text.toLowerCase()) ? text : `${typed} ${text}`;
}

function isWithin(letters: string, text: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
