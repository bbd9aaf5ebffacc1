// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira.showIssue} gives.
 * @param uri The document.
 */
public record ShowIssueCommandResult(
    String uri
) {
  public ShowIssueCommandResult {
    Objects.requireNonNull(uri, "uri");
  }
}
