// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/recentIssues} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param limit How many issues at the most; Jira remembers some 50. By default {@code 20}.
 */
public record RecentIssuesParams(
    @Nullable String provider,
    @Nullable Integer limit
) {
  /** With what is required alone. */
  public static RecentIssuesParams of() {
    return new RecentIssuesParams(null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public RecentIssuesParams withProvider(@Nullable String provider) {
    return new RecentIssuesParams(provider, limit);
  }

  /**
   * How many issues at the most; Jira remembers some 50.
   * By default {@code 20}.
   */
  public RecentIssuesParams withLimit(@Nullable Integer limit) {
    return new RecentIssuesParams(provider, limit);
  }
}
