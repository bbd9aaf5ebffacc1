// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/withdrawProvider} takes.
 * @param provider The published provider.
 */
public record WithdrawProviderParams(
    String provider
) {
  public WithdrawProviderParams {
    Objects.requireNonNull(provider, "provider");
  }
}
