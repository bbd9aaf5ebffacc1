// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * An issue that another one names.
 * @param url The issue's page.
 */
public record IssueRef(
    String key,
    String url,
    String summary,
    TypeOfIssue type,
    Status status,
    @Nullable Named priority
) {
  public IssueRef {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
  }
}
