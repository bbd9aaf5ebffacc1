// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What a client can do, below {@code capabilities.experimental.jira}.
 * @param providersChanged The client takes {@code jira/providersChanged}.
 * @param issuesChanged The client takes {@code jira/issuesChanged}: what was answered from the cache is then read anew in the background.
 * @param secrets The client keeps secrets: it answers {@code jira/readSecret}, {@code jira/storeSecret} and {@code jira/deleteSecret}.
 * @param signIn The client has the user sign in by its own user interface: it answers {@code jira/offerSignIn}, and the agent asks and warns of credentials by nothing else.
 * @param externalAddress The client knows by which address the user's browser reaches this machine: it answers {@code jira/externalAddress}.
 */
public record ClientCapabilities(
    @Nullable Boolean providersChanged,
    @Nullable Boolean issuesChanged,
    @Nullable Boolean secrets,
    @Nullable Boolean signIn,
    @Nullable Boolean externalAddress
) {
  /** With what is required alone. */
  public static ClientCapabilities of() {
    return new ClientCapabilities(null, null, null, null, null);
  }

  /** The client takes {@code jira/providersChanged}. */
  public ClientCapabilities withProvidersChanged(@Nullable Boolean providersChanged) {
    return new ClientCapabilities(providersChanged, issuesChanged, secrets, signIn, externalAddress);
  }

  /** The client takes {@code jira/issuesChanged}: what was answered from the cache is then read anew in the background. */
  public ClientCapabilities withIssuesChanged(@Nullable Boolean issuesChanged) {
    return new ClientCapabilities(providersChanged, issuesChanged, secrets, signIn, externalAddress);
  }

  /** The client keeps secrets: it answers {@code jira/readSecret}, {@code jira/storeSecret} and {@code jira/deleteSecret}. */
  public ClientCapabilities withSecrets(@Nullable Boolean secrets) {
    return new ClientCapabilities(providersChanged, issuesChanged, secrets, signIn, externalAddress);
  }

  /** The client has the user sign in by its own user interface: it answers {@code jira/offerSignIn}, and the agent asks and warns of credentials by nothing else. */
  public ClientCapabilities withSignIn(@Nullable Boolean signIn) {
    return new ClientCapabilities(providersChanged, issuesChanged, secrets, signIn, externalAddress);
  }

  /** The client knows by which address the user's browser reaches this machine: it answers {@code jira/externalAddress}. */
  public ClientCapabilities withExternalAddress(@Nullable Boolean externalAddress) {
    return new ClientCapabilities(providersChanged, issuesChanged, secrets, signIn, externalAddress);
  }
}
