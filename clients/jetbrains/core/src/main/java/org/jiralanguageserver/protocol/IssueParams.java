// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/issue} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the issue's project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param fields Ids of extra fields to return under {@code fields}.
 * @param opened Whether a person opens it: Jira then notes it in the user's history, which {@code jira/recentIssues} lists. False for what runs in the background, such as a hover. By default {@code false}.
 * @param cache How what was seen before is used. {@code fallback}: Jira is asked; where it cannot be reached, what was seen last is answered. {@code first}: what was seen last is answered at once, and Jira is asked afterwards where the client takes {@code jira/issuesChanged}; what was never seen is asked for. {@code only}: what was seen last is answered, and nothing is sent; what was never seen is an error of the kind {@code offline}. {@code none}: Jira is asked, and it alone answers. By default {@code "fallback"}.
 */
public record IssueParams(
    @Nullable String provider,
    String key,
    @Nullable List<String> fields,
    @Nullable Boolean opened,
    @Nullable CacheUse cache
) {
  public IssueParams {
    Objects.requireNonNull(key, "key");
    fields = fields == null ? null : List.copyOf(fields);
  }

  /** With what is required alone. */
  public static IssueParams of(String key) {
    return new IssueParams(null, key, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the issue's project. */
  public IssueParams withProvider(@Nullable String provider) {
    return new IssueParams(provider, key, fields, opened, cache);
  }

  /** Ids of extra fields to return under {@code fields}. */
  public IssueParams withFields(@Nullable List<String> fields) {
    return new IssueParams(provider, key, fields, opened, cache);
  }

  /**
   * Whether a person opens it: Jira then notes it in the user's history, which {@code jira/recentIssues} lists.
   * False for what runs in the background, such as a hover.
   * By default {@code false}.
   */
  public IssueParams withOpened(@Nullable Boolean opened) {
    return new IssueParams(provider, key, fields, opened, cache);
  }

  /**
   * How what was seen before is used.
   * {@code fallback}: Jira is asked; where it cannot be reached, what was seen last is answered.
   * {@code first}: what was seen last is answered at once, and Jira is asked afterwards where the client takes {@code jira/issuesChanged}; what was never seen is asked for.
   * {@code only}: what was seen last is answered, and nothing is sent; what was never seen is an error of the kind {@code offline}.
   * {@code none}: Jira is asked, and it alone answers.
   * By default {@code "fallback"}.
   */
  public IssueParams withCache(@Nullable CacheUse cache) {
    return new IssueParams(provider, key, fields, opened, cache);
  }
}
