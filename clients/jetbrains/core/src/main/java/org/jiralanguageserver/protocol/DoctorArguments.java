// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.doctor} takes.
 * @param provider The provider to examine; by default every provider.
 */
public record DoctorArguments(
    @Nullable String provider
) {
  /** With what is required alone. */
  public static DoctorArguments of() {
    return new DoctorArguments(null);
  }

  /** The provider to examine; by default every provider. */
  public DoctorArguments withProvider(@Nullable String provider) {
    return new DoctorArguments(provider);
  }
}
