// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/workLog} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 */
public record WorkLogParams(
    @Nullable String provider,
    String key
) {
  public WorkLogParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static WorkLogParams of(String key) {
    return new WorkLogParams(null, key);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public WorkLogParams withProvider(@Nullable String provider) {
    return new WorkLogParams(provider, key);
  }
}
