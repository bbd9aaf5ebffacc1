// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/branchName} gives.
 * @param branch A name that git takes ({@code git check-ref-format --branch}).
 * @param issue An issue as a list shows it.
 */
public record BranchNameResult(
    String branch,
    Issue issue
) {
  public BranchNameResult {
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(issue, "issue");
  }
}
