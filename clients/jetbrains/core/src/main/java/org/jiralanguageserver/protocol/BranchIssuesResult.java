// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;

/**
 * What {@code jira/branchIssues} gives.
 * @param issues In the order of the name; the first one is likely meant. A project that several servers have gives one for each of them. Whether there is such an issue is not looked up.
 */
public record BranchIssuesResult(
    List<Issue> issues
) {
  public BranchIssuesResult {
    issues = List.copyOf(issues);
  }

  /**
   * A member of {@link BranchIssuesResult}.
   * @param provider An identifier made by the agent; opaque.
   */
  public record Issue(
      String provider,
      String key
  ) {
    public Issue {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(key, "key");
    }
  }
}
