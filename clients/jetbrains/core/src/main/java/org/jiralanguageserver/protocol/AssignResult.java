// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/assign} gives.
 * @param issue As it is now.
 * @param warnings What the user must know although it went well, for people; absent where there is nothing.
 */
public record AssignResult(
    Issue issue,
    @Nullable List<String> warnings
) {
  public AssignResult {
    Objects.requireNonNull(issue, "issue");
    warnings = warnings == null ? null : List.copyOf(warnings);
  }
}
