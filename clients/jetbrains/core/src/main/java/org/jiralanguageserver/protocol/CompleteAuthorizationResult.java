// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/completeAuthorization} gives.
 * @param provider A configured provider. It holds no secret.
 */
public record CompleteAuthorizationResult(
    Provider provider
) {
  public CompleteAuthorizationResult {
    Objects.requireNonNull(provider, "provider");
  }
}
