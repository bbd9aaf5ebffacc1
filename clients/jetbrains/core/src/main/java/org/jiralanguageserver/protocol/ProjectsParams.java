// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/projects} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param recent Just so many of those that the user looked at last; all of them unless it is given.
 */
public record ProjectsParams(
    @Nullable String provider,
    @Nullable Integer recent
) {
  /** With what is required alone. */
  public static ProjectsParams of() {
    return new ProjectsParams(null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public ProjectsParams withProvider(@Nullable String provider) {
    return new ProjectsParams(provider, recent);
  }

  /** Just so many of those that the user looked at last; all of them unless it is given. */
  public ProjectsParams withRecent(@Nullable Integer recent) {
    return new ProjectsParams(provider, recent);
  }
}
