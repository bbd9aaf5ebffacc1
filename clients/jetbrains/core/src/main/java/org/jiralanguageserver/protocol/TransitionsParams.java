// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/transitions} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 */
public record TransitionsParams(
    @Nullable String provider,
    String key
) {
  public TransitionsParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static TransitionsParams of(String key) {
    return new TransitionsParams(null, key);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public TransitionsParams withProvider(@Nullable String provider) {
    return new TransitionsParams(provider, key);
  }
}
