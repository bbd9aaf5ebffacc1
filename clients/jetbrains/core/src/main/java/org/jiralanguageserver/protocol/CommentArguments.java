// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.comment} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.
 * @param body Markdown; where it is left out, the user writes it into a file that the editor opens.
 */
public record CommentArguments(
    @Nullable String provider,
    @Nullable String key,
    @Nullable String body
) {
  /** With what is required alone. */
  public static CommentArguments of() {
    return new CommentArguments(null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public CommentArguments withProvider(@Nullable String provider) {
    return new CommentArguments(provider, key, body);
  }

  /** The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done. */
  public CommentArguments withKey(@Nullable String key) {
    return new CommentArguments(provider, key, body);
  }

  /** Markdown; where it is left out, the user writes it into a file that the editor opens. */
  public CommentArguments withBody(@Nullable String body) {
    return new CommentArguments(provider, key, body);
  }
}
