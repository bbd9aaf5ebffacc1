/** What can be written in a query, as LSP has it. */
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver/node';
import type { JqlCompletionItem } from '../../../../protocol/jql.ts';
import type { Range } from '../../../../protocol/primitives.ts';
import type { Completion } from '../../../core/jql/complete.ts';
import type { Span } from '../../../core/jql/tokens.ts';

/** Completion items in the order in which the completions are given. @param rangeOf gives the range of a part of the query */
export function completionItems(completions: readonly Completion[], rangeOf: (span: Span) => Range): (JqlCompletionItem & { kind: CompletionItemKind })[] {
  return completions.map(({ kind, label, detail, span, newText, filterText }, index) => ({
    label,
    kind: kinds[kind],
    ...(detail === undefined ? {} : { detail }),
    sortText: String(index).padStart(4, '0'),
    filterText,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(span), newText },
  }));
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  operator: CompletionItemKind.Operator,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.Value,
};
