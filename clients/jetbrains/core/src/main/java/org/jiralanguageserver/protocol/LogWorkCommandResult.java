// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.logWork} gives.
 * @param warnings What the user must know although it went well, for people; absent where there is nothing.
 */
public record LogWorkCommandResult(
    String id,
    @Nullable List<String> warnings
) {
  public LogWorkCommandResult {
    Objects.requireNonNull(id, "id");
    warnings = warnings == null ? null : List.copyOf(warnings);
  }
}
