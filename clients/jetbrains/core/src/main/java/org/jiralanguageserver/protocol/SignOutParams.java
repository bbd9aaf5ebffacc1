// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/signOut} takes.
 * @param provider An identifier made by the agent; opaque.
 */
public record SignOutParams(
    String provider
) {
  public SignOutParams {
    Objects.requireNonNull(provider, "provider");
  }
}
