// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/publishProvider} gives.
 * @param provider A provider that an organization has published.
 */
public record PublishProviderResult(
    OrganizationProvider provider
) {
  public PublishProviderResult {
    Objects.requireNonNull(provider, "provider");
  }
}
