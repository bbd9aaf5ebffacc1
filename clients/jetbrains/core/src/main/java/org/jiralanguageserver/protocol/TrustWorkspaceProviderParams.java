// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/trustWorkspaceProvider} takes.
 * @param provider An identifier made by the agent; opaque.
 * @param host The host of {@code baseUrl} as the user saw it, with the port where there is one.
 * @param trusted Whether the user approves the server. By default {@code true}.
 */
public record TrustWorkspaceProviderParams(
    String provider,
    String host,
    @Nullable Boolean trusted
) {
  public TrustWorkspaceProviderParams {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(host, "host");
  }

  /** With what is required alone. */
  public static TrustWorkspaceProviderParams of(String provider, String host) {
    return new TrustWorkspaceProviderParams(provider, host, null);
  }

  /**
   * Whether the user approves the server.
   * By default {@code true}.
   */
  public TrustWorkspaceProviderParams withTrusted(@Nullable Boolean trusted) {
    return new TrustWorkspaceProviderParams(provider, host, trusted);
  }
}
