// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira.signIn} gives.
 * @param provider A configured provider. It holds no secret.
 */
public record SignInCommandResult(
    Provider provider
) {
  public SignInCommandResult {
    Objects.requireNonNull(provider, "provider");
  }
}
