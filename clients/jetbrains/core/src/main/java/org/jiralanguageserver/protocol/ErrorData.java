// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.eclipse.lsp4j.Range;
import org.jetbrains.annotations.Nullable;

/**
 * The {@code data} of an error.
 * @param kind What went wrong, for programs.
 * @param hint What the user or the administrator can do next.
 * @param path The member of the params that is wrong, for instance {@code authentication.privateKey}.
 * @param httpStatus The status of Jira's answer.
 * @param retryAfter Seconds to wait before the next try.
 * @param range Of {@code invalidJql}: what is wrong in the {@code jql} of the params, in UTF-16 code units; absent where it is not known.
 * @param oauthProblem Jira's {@code oauth_problem}.
 * @param jira What Jira itself said, in its own words.
 */
public record ErrorData(
    ErrorKind kind,
    @Nullable String hint,
    @Nullable String path,
    @Nullable Long httpStatus,
    @Nullable Double retryAfter,
    @Nullable Range range,
    @Nullable String oauthProblem,
    @Nullable JiraErrorDetails jira
) {
  public ErrorData {
    Objects.requireNonNull(kind, "kind");
  }
}
