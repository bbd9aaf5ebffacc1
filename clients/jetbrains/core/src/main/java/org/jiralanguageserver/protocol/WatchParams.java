// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/watch} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param watching Whether the user wants to hear of changes.
 */
public record WatchParams(
    @Nullable String provider,
    String key,
    boolean watching
) {
  public WatchParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static WatchParams of(String key, boolean watching) {
    return new WatchParams(null, key, watching);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public WatchParams withProvider(@Nullable String provider) {
    return new WatchParams(provider, key, watching);
  }
}
