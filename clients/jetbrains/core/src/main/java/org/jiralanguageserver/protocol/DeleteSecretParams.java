// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/deleteSecret} takes.
 * @param name The name of a secret, made by the agent: letters, digits and hyphens. It is used once, and is no secret.
 */
public record DeleteSecretParams(
    String name
) {
  public DeleteSecretParams {
    Objects.requireNonNull(name, "name");
  }
}
