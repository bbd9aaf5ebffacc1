// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira.openIssue} gives.
 * @param url The page.
 */
public record OpenIssueCommandResult(
    String url
) {
  public OpenIssueCommandResult {
    Objects.requireNonNull(url, "url");
  }
}
