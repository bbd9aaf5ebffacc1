// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.comment} gives.
 * @param comment A comment.
 * @param warnings What the user must know although it went well, for people; absent where there is nothing.
 */
public record CommentCommandResult(
    Comment comment,
    @Nullable List<String> warnings
) {
  public CommentCommandResult {
    Objects.requireNonNull(comment, "comment");
    warnings = warnings == null ? null : List.copyOf(warnings);
  }
}
