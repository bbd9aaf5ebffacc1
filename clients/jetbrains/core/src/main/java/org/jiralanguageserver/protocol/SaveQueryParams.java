// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/saveQuery} takes.
 * @param query The saved query to change.
 * @param name For people; no two queries of a provider have the same.
 * @param jql The query.
 * @param provider The provider that it is for; any unless it is given.
 */
public record SaveQueryParams(
    @Nullable String query,
    String name,
    String jql,
    @Nullable String provider
) {
  public SaveQueryParams {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(jql, "jql");
  }

  /** With what is required alone. */
  public static SaveQueryParams of(String name, String jql) {
    return new SaveQueryParams(null, name, jql, null);
  }

  /** The saved query to change. */
  public SaveQueryParams withQuery(@Nullable String query) {
    return new SaveQueryParams(query, name, jql, provider);
  }

  /** The provider that it is for; any unless it is given. */
  public SaveQueryParams withProvider(@Nullable String provider) {
    return new SaveQueryParams(query, name, jql, provider);
  }
}
