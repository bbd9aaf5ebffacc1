// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/issues} gives.
 * @param issues Empty where the issues came as partial results.
 * @param total How many issues the query has on the server.
 * @param cursor For the next page; absent on the last one.
 * @param jql The query that was sent.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record IssuesResult(
    List<Issue> issues,
    long total,
    @Nullable String cursor,
    String jql,
    List<String> warnings,
    @Nullable Cached cached
) {
  public IssuesResult {
    issues = List.copyOf(issues);
    Objects.requireNonNull(jql, "jql");
    warnings = List.copyOf(warnings);
  }
}
