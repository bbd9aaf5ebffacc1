// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/retireKey} gives.
 * @param provider A provider that an organization has published.
 */
public record RetireKeyResult(
    OrganizationProvider provider
) {
  public RetireKeyResult {
    Objects.requireNonNull(provider, "provider");
  }
}
