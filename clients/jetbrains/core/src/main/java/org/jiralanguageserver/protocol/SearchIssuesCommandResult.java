// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira.searchIssues} gives.
 * @param issue The one that was chosen.
 */
public record SearchIssuesCommandResult(
    Issue issue
) {
  public SearchIssuesCommandResult {
    Objects.requireNonNull(issue, "issue");
  }
}
