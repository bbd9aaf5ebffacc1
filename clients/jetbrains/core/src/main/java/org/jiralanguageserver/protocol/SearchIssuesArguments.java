// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.searchIssues} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param text A key, the address of an issue, or words; where neither this nor {@code jql} is given, the user chooses what to search for.
 * @param jql A query in JQL.
 */
public record SearchIssuesArguments(
    @Nullable String provider,
    @Nullable String text,
    @Nullable String jql
) {
  /** With what is required alone. */
  public static SearchIssuesArguments of() {
    return new SearchIssuesArguments(null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public SearchIssuesArguments withProvider(@Nullable String provider) {
    return new SearchIssuesArguments(provider, text, jql);
  }

  /** A key, the address of an issue, or words; where neither this nor {@code jql} is given, the user chooses what to search for. */
  public SearchIssuesArguments withText(@Nullable String text) {
    return new SearchIssuesArguments(provider, text, jql);
  }

  /** A query in JQL. */
  public SearchIssuesArguments withJql(@Nullable String jql) {
    return new SearchIssuesArguments(provider, text, jql);
  }
}
