// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.watch} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.
 * @param watching Whether the user wants to hear of changes. By default {@code true}.
 */
public record WatchArguments(
    @Nullable String provider,
    @Nullable String key,
    @Nullable Boolean watching
) {
  /** With what is required alone. */
  public static WatchArguments of() {
    return new WatchArguments(null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public WatchArguments withProvider(@Nullable String provider) {
    return new WatchArguments(provider, key, watching);
  }

  /** The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done. */
  public WatchArguments withKey(@Nullable String key) {
    return new WatchArguments(provider, key, watching);
  }

  /**
   * Whether the user wants to hear of changes.
   * By default {@code true}.
   */
  public WatchArguments withWatching(@Nullable Boolean watching) {
    return new WatchArguments(provider, key, watching);
  }
}
