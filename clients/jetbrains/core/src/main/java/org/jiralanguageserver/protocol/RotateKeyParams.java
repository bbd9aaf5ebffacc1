// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/rotateKey} takes.
 * @param provider The published provider.
 * @param bits The size of the new key. By default {@code 2048}.
 */
public record RotateKeyParams(
    String provider,
    @Nullable Integer bits
) {
  public RotateKeyParams {
    Objects.requireNonNull(provider, "provider");
  }

  /** With what is required alone. */
  public static RotateKeyParams of(String provider) {
    return new RotateKeyParams(provider, null);
  }

  /**
   * The size of the new key.
   * By default {@code 2048}.
   */
  public RotateKeyParams withBits(@Nullable Integer bits) {
    return new RotateKeyParams(provider, bits);
  }
}
