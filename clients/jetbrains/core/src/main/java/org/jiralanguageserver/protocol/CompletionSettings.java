// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * Keys of issues that are proposed.
 * @param enabled Whether any are. By default {@code true}.
 * @param insert What is written for an issue that was chosen, with {@code {key}}, {@code {summary}}, {@code {url}}, {@code {status}} and {@code {type}}; for instance {@code [{key}]({url})}. By default {@code "{key}"}.
 * @param words Whether words of a summary are enough in Markdown, plain text and messages of commits. In code it always takes a key, or {@code #} and words, within a comment or a string. By default {@code true}.
 */
public record CompletionSettings(
    @Nullable Boolean enabled,
    @Nullable String insert,
    @Nullable Boolean words
) {
  /** With what is required alone. */
  public static CompletionSettings of() {
    return new CompletionSettings(null, null, null);
  }

  /**
   * Whether any are.
   * By default {@code true}.
   */
  public CompletionSettings withEnabled(@Nullable Boolean enabled) {
    return new CompletionSettings(enabled, insert, words);
  }

  /**
   * What is written for an issue that was chosen, with {@code {key}}, {@code {summary}}, {@code {url}}, {@code {status}} and {@code {type}}; for instance {@code [{key}]({url})}.
   * By default {@code "{key}"}.
   */
  public CompletionSettings withInsert(@Nullable String insert) {
    return new CompletionSettings(enabled, insert, words);
  }

  /**
   * Whether words of a summary are enough in Markdown, plain text and messages of commits.
   * In code it always takes a key, or {@code #} and words, within a comment or a string.
   * By default {@code true}.
   */
  public CompletionSettings withWords(@Nullable Boolean words) {
    return new CompletionSettings(enabled, insert, words);
  }
}
