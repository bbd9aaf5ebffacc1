// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What is said of the issue under the cursor.
 * @param enabled Whether anything is said. By default {@code true}.
 */
public record HoverSettings(
    @Nullable Boolean enabled
) {
  /** With what is required alone. */
  public static HoverSettings of() {
    return new HoverSettings(null);
  }

  /**
   * Whether anything is said.
   * By default {@code true}.
   */
  public HoverSettings withEnabled(@Nullable Boolean enabled) {
    return new HoverSettings(enabled);
  }
}
