// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/configure} gives.
 * @param provider A configured provider. It holds no secret.
 */
public record ConfigureResult(
    Provider provider
) {
  public ConfigureResult {
    Objects.requireNonNull(provider, "provider");
  }
}
