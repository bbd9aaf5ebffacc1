// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira.addServer} gives.
 * @param provider A configured provider. It holds no secret.
 */
public record AddServerCommandResult(
    Provider provider
) {
  public AddServerCommandResult {
    Objects.requireNonNull(provider, "provider");
  }
}
