// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/issues} gives a part at a time. */
public record IssuesPartialResult(
    List<Issue> issues
) {
  public IssuesPartialResult {
    issues = List.copyOf(issues);
  }
}
