// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/recentIssues} gives.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record RecentIssuesResult(
    List<Issue> issues,
    @Nullable Cached cached
) {
  public RecentIssuesResult {
    issues = List.copyOf(issues);
  }
}
