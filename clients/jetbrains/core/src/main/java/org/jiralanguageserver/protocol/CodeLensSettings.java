// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What is shown above each line that names an issue.
 * @param enabled Whether each line that names an issue has its status above it, which opens the issue. By default {@code false}.
 */
public record CodeLensSettings(
    @Nullable Boolean enabled
) {
  /** With what is required alone. */
  public static CodeLensSettings of() {
    return new CodeLensSettings(null);
  }

  /**
   * Whether each line that names an issue has its status above it, which opens the issue.
   * By default {@code false}.
   */
  public CodeLensSettings withEnabled(@Nullable Boolean enabled) {
    return new CodeLensSettings(enabled);
  }
}
