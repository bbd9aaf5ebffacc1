// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/filters} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 */
public record FiltersParams(
    @Nullable String provider
) {
  /** With what is required alone. */
  public static FiltersParams of() {
    return new FiltersParams(null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public FiltersParams withProvider(@Nullable String provider) {
    return new FiltersParams(provider);
  }
}
