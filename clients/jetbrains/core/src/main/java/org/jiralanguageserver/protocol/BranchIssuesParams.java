// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/branchIssues} takes.
 * @param branch The name of the branch, as git has it.
 */
public record BranchIssuesParams(
    String branch
) {
  public BranchIssuesParams {
    Objects.requireNonNull(branch, "branch");
  }
}
