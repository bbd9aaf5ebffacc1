// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What is shown beside each key.
 * @param enabled Whether anything is. By default {@code false}.
 * @param text With {@code {status}}, {@code {summary}}, {@code {assignee}}, {@code {type}} and {@code {priority}}. By default {@code "{status}"}.
 */
public record InlayHintSettings(
    @Nullable Boolean enabled,
    @Nullable String text
) {
  /** With what is required alone. */
  public static InlayHintSettings of() {
    return new InlayHintSettings(null, null);
  }

  /**
   * Whether anything is.
   * By default {@code false}.
   */
  public InlayHintSettings withEnabled(@Nullable Boolean enabled) {
    return new InlayHintSettings(enabled, text);
  }

  /**
   * With {@code {status}}, {@code {summary}}, {@code {assignee}}, {@code {type}} and {@code {priority}}.
   * By default {@code "{status}"}.
   */
  public InlayHintSettings withText(@Nullable String text) {
    return new InlayHintSettings(enabled, text);
  }
}
