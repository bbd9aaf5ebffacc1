// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/storeSecret} takes.
 * @param name The name of a secret, made by the agent: letters, digits and hyphens. It is used once, and is no secret.
 * @param secret Any text, up to the length of a private key of 4096 bits; it is never logged or shown.
 */
public record StoreSecretParams(
    String name,
    String secret
) {
  public StoreSecretParams {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(secret, "secret");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "StoreSecretParams[" + "name=" + name + ", secret=" + (secret == null ? null : "…") + "]";
  }
}
