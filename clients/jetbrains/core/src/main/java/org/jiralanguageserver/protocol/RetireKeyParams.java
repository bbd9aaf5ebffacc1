// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/retireKey} takes.
 * @param provider The published provider.
 * @param fingerprint The key to take back; the last one stays.
 */
public record RetireKeyParams(
    String provider,
    String fingerprint
) {
  public RetireKeyParams {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
