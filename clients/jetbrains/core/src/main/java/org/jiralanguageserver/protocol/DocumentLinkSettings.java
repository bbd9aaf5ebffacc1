// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * Keys that are links to their pages.
 * @param enabled Whether they are. By default {@code true}.
 */
public record DocumentLinkSettings(
    @Nullable Boolean enabled
) {
  /** With what is required alone. */
  public static DocumentLinkSettings of() {
    return new DocumentLinkSettings(null);
  }

  /**
   * Whether they are.
   * By default {@code true}.
   */
  public DocumentLinkSettings withEnabled(@Nullable Boolean enabled) {
    return new DocumentLinkSettings(enabled);
  }
}
