// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/linkTypes} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 */
public record LinkTypesParams(
    @Nullable String provider
) {
  /** With what is required alone. */
  public static LinkTypesParams of() {
    return new LinkTypesParams(null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public LinkTypesParams withProvider(@Nullable String provider) {
    return new LinkTypesParams(provider);
  }
}
