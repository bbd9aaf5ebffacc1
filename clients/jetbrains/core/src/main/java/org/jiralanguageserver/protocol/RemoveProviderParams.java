// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/removeProvider} takes.
 * @param provider An identifier made by the agent; opaque.
 */
public record RemoveProviderParams(
    String provider
) {
  public RemoveProviderParams {
    Objects.requireNonNull(provider, "provider");
  }
}
