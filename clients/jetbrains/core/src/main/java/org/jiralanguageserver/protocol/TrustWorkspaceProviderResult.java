// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/trustWorkspaceProvider} gives.
 * @param provider A configured provider. It holds no secret.
 */
public record TrustWorkspaceProviderResult(
    Provider provider
) {
  public TrustWorkspaceProviderResult {
    Objects.requireNonNull(provider, "provider");
  }
}
