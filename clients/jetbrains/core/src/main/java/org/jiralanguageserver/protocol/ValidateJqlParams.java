// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/validateJql} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param jql The query, in whatever state it is.
 */
public record ValidateJqlParams(
    @Nullable String provider,
    String jql
) {
  public ValidateJqlParams {
    Objects.requireNonNull(jql, "jql");
  }

  /** With what is required alone. */
  public static ValidateJqlParams of(String jql) {
    return new ValidateJqlParams(null, jql);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public ValidateJqlParams withProvider(@Nullable String provider) {
    return new ValidateJqlParams(provider, jql);
  }
}
