// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.startWork} gives.
 * @param started Whether all of it went well.
 * @param issue As it is now.
 * @param branch A name that git takes ({@code git check-ref-format --branch}).
 * @param steps In the order in which they were tried.
 */
public record StartWorkCommandResult(
    boolean started,
    Issue issue,
    @Nullable String branch,
    List<WorkStep> steps
) {
  public StartWorkCommandResult {
    Objects.requireNonNull(issue, "issue");
    steps = List.copyOf(steps);
  }
}
