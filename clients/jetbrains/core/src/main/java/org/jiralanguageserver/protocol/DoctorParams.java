// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/doctor} takes.
 * @param provider The provider to check; by default every provider.
 */
public record DoctorParams(
    @Nullable String provider
) {
  /** With what is required alone. */
  public static DoctorParams of() {
    return new DoctorParams(null);
  }

  /** The provider to check; by default every provider. */
  public DoctorParams withProvider(@Nullable String provider) {
    return new DoctorParams(provider);
  }
}
