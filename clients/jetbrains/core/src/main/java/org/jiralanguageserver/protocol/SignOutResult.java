// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/signOut} gives.
 * @param provider A configured provider. It holds no secret.
 */
public record SignOutResult(
    Provider provider
) {
  public SignOutResult {
    Objects.requireNonNull(provider, "provider");
  }
}
