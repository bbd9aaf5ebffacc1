// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A type of issue.
 * @param subtask Whether it needs a parent: the field {@code parent}.
 * @param description What the administrator says of it.
 */
public record IssueType(
    String id,
    String name,
    boolean subtask,
    @Nullable String description,
    @Nullable String iconUrl
) {
  public IssueType {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
