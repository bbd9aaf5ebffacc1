/** What can be written in a query, as LSP has it. */
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver/node';
import type { JqlCompletionItem } from '../../../../protocol/jql.ts';
import type { Completion } from '../../../core/jql/complete.ts';
import type { Lines } from '../../../core/jql/positions.ts';

/** Completion items in the order in which the completions are given. */
export function completionItems(completions: readonly Completion[], lines: Lines): JqlCompletionItem[] {
  return completions.map(({ kind, label, detail, span, newText, filterText }, index) => ({
    label,
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    sortText: String(index).padStart(4, '0'),
    filterText,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: lines.range(span), newText },
  }));
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  operator: CompletionItemKind.Operator,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.Value,
};
