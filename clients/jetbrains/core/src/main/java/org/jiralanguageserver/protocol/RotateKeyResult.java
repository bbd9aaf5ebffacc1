// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/rotateKey} gives.
 * @param provider A provider that an organization has published.
 * @param fingerprint The new key.
 * @param applicationLink Every value of Jira's application link form, and the steps to it.
 */
public record RotateKeyResult(
    OrganizationProvider provider,
    String fingerprint,
    ApplicationLink applicationLink
) {
  public RotateKeyResult {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(applicationLink, "applicationLink");
  }
}
