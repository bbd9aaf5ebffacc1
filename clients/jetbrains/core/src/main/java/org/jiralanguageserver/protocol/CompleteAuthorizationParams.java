// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/completeAuthorization} takes.
 * @param authorization An identifier made by the agent; opaque.
 * @param verifier The code that Jira shows, or the whole address that the browser was sent to.
 */
public record CompleteAuthorizationParams(
    String authorization,
    @Nullable String verifier
) {
  public CompleteAuthorizationParams {
    Objects.requireNonNull(authorization, "authorization");
  }

  /** With what is required alone. */
  public static CompleteAuthorizationParams of(String authorization) {
    return new CompleteAuthorizationParams(authorization, null);
  }

  /** The code that Jira shows, or the whole address that the browser was sent to. */
  public CompleteAuthorizationParams withVerifier(@Nullable String verifier) {
    return new CompleteAuthorizationParams(authorization, verifier);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CompleteAuthorizationParams[" + "authorization=" + authorization + ", verifier=" + (verifier == null ? null : "…") + "]";
  }
}
