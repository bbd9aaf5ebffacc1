// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/issueTypes} gives. */
public record IssueTypesResult(
    List<IssueType> issueTypes
) {
  public IssueTypesResult {
    issueTypes = List.copyOf(issueTypes);
  }
}
