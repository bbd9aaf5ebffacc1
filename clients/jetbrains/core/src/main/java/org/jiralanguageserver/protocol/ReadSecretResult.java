// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/readSecret} gives.
 * @param secret The secret as it was stored; {@code null} where there is none of this name.
 */
public record ReadSecretResult(
    @Nullable String secret
) {
  /** With what is required alone. */
  public static ReadSecretResult of() {
    return new ReadSecretResult(null);
  }

  /** The secret as it was stored; {@code null} where there is none of this name. */
  public ReadSecretResult withSecret(@Nullable String secret) {
    return new ReadSecretResult(secret);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ReadSecretResult[" + "secret=" + (secret == null ? null : "…") + "]";
  }
}
