// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.eclipse.lsp4j.Range;
import org.jetbrains.annotations.Nullable;

/**
 * What can be written at a place of a query: a {@code CompletionItem} of LSP, which an editor takes as it is.
 * @param label For people.
 * @param kind LSP's {@code CompletionItemKind}: 5 a field, 24 an operator, 3 a function, 14 a keyword, 12 a value.
 * @param detail What it is, in a few words: the type of a field, the full name of a value.
 * @param sortText The likeliest come first.
 * @param filterText What is compared with the text of the range.
 * @param insertTextFormat Plain text.
 */
public record JqlCompletionItem(
    String label,
    long kind,
    @Nullable String detail,
    String sortText,
    String filterText,
    int insertTextFormat,
    TextEdit textEdit
) {
  public JqlCompletionItem {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(sortText, "sortText");
    Objects.requireNonNull(filterText, "filterText");
    Objects.requireNonNull(textEdit, "textEdit");
  }

  /**
   * A member of {@link JqlCompletionItem}.
   * @param range A part of a text, as in LSP: the end is exclusive.
   * @param newText Between quotation marks where it needs them.
   */
  public record TextEdit(
      Range range,
      String newText
  ) {
    public TextEdit {
      Objects.requireNonNull(range, "range");
      Objects.requireNonNull(newText, "newText");
    }
  }
}
