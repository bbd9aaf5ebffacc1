// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/assignableUsers} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param project In the place of {@code key}: the project of a new issue.
 * @param query The beginning of a name or an address; everybody unless it is given.
 * @param limit How many users at the most; Jira itself may give fewer. By default {@code 50}.
 */
public record AssignableUsersParams(
    @Nullable String provider,
    @Nullable String key,
    @Nullable String project,
    @Nullable String query,
    @Nullable Integer limit
) {
  /** With what is required alone. */
  public static AssignableUsersParams of() {
    return new AssignableUsersParams(null, null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public AssignableUsersParams withProvider(@Nullable String provider) {
    return new AssignableUsersParams(provider, key, project, query, limit);
  }

  /** The key of the issue, for instance {@code ABC-1}; upper and lower case are the same. */
  public AssignableUsersParams withKey(@Nullable String key) {
    return new AssignableUsersParams(provider, key, project, query, limit);
  }

  /** In the place of {@code key}: the project of a new issue. */
  public AssignableUsersParams withProject(@Nullable String project) {
    return new AssignableUsersParams(provider, key, project, query, limit);
  }

  /** The beginning of a name or an address; everybody unless it is given. */
  public AssignableUsersParams withQuery(@Nullable String query) {
    return new AssignableUsersParams(provider, key, project, query, limit);
  }

  /**
   * How many users at the most; Jira itself may give fewer.
   * By default {@code 50}.
   */
  public AssignableUsersParams withLimit(@Nullable Integer limit) {
    return new AssignableUsersParams(provider, key, project, query, limit);
  }
}
