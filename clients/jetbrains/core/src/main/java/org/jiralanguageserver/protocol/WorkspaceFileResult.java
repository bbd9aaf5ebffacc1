// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/workspaceFile} gives.
 * @param fileName The name of the file: {@code .jira.json}.
 * @param text What the file is to hold.
 */
public record WorkspaceFileResult(
    String fileName,
    String text
) {
  public WorkspaceFileResult {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(text, "text");
  }
}
