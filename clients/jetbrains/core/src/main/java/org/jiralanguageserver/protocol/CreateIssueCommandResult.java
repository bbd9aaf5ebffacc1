// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.createIssue} gives.
 * @param issue An issue as a list shows it.
 * @param warnings What the user must know although it went well, for people; absent where there is nothing.
 * @param inserted Whether its key was written into the document.
 */
public record CreateIssueCommandResult(
    Issue issue,
    @Nullable List<String> warnings,
    boolean inserted
) {
  public CreateIssueCommandResult {
    Objects.requireNonNull(issue, "issue");
    warnings = warnings == null ? null : List.copyOf(warnings);
  }
}
