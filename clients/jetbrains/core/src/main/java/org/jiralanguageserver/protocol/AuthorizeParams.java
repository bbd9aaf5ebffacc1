// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/authorize} takes.
 * @param provider An identifier made by the agent; opaque.
 * @param redirect By default {@code "loopback"}.
 * @param passphrase The passphrase of the team, for a provider of the workspace or of the organization that is {@code locked}. It is needed once: the opened key is then kept with the other secrets of the user.
 * @param openBrowser Whether the agent opens the address, by the editor ({@code window/showDocument}) or by the system. By default {@code false}.
 */
public record AuthorizeParams(
    String provider,
    @Nullable Redirect redirect,
    @Nullable String passphrase,
    @Nullable Boolean openBrowser
) {
  public AuthorizeParams {
    Objects.requireNonNull(provider, "provider");
  }

  /** With what is required alone. */
  public static AuthorizeParams of(String provider) {
    return new AuthorizeParams(provider, null, null, null);
  }

  /** By default {@code "loopback"}. */
  public AuthorizeParams withRedirect(@Nullable Redirect redirect) {
    return new AuthorizeParams(provider, redirect, passphrase, openBrowser);
  }

  /**
   * The passphrase of the team, for a provider of the workspace or of the organization that is {@code locked}.
   * It is needed once: the opened key is then kept with the other secrets of the user.
   */
  public AuthorizeParams withPassphrase(@Nullable String passphrase) {
    return new AuthorizeParams(provider, redirect, passphrase, openBrowser);
  }

  /**
   * Whether the agent opens the address, by the editor ({@code window/showDocument}) or by the system.
   * By default {@code false}.
   */
  public AuthorizeParams withOpenBrowser(@Nullable Boolean openBrowser) {
    return new AuthorizeParams(provider, redirect, passphrase, openBrowser);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "AuthorizeParams[" + "provider=" + provider + ", redirect=" + redirect + ", passphrase=" + (passphrase == null ? null : "…") + ", openBrowser=" + openBrowser + "]";
  }
}
