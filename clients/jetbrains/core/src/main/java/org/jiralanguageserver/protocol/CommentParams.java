// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/comment} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param body Markdown; Jira gets wiki markup.
 */
public record CommentParams(
    @Nullable String provider,
    String key,
    String body
) {
  public CommentParams {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(body, "body");
  }

  /** With what is required alone. */
  public static CommentParams of(String key, String body) {
    return new CommentParams(null, key, body);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public CommentParams withProvider(@Nullable String provider) {
    return new CommentParams(provider, key, body);
  }
}
