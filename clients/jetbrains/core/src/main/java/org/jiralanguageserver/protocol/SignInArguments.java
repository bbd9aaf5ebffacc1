// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.signIn} takes.
 * @param provider The provider to sign in to again.
 * @param baseUrl The address of Jira, with its context path. A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
 * @param name For people; by default the title of the server.
 * @param authentication The way in; where it is left out, the user chooses one and is led through it.
 * @param network Network settings of one provider.
 */
public record SignInArguments(
    @Nullable String provider,
    @Nullable String baseUrl,
    @Nullable String name,
    @Nullable Authentication authentication,
    @Nullable Network network
) {
  /** With what is required alone. */
  public static SignInArguments of() {
    return new SignInArguments(null, null, null, null, null);
  }

  /** The provider to sign in to again. */
  public SignInArguments withProvider(@Nullable String provider) {
    return new SignInArguments(provider, baseUrl, name, authentication, network);
  }

  /**
   * The address of Jira, with its context path.
   * A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
   */
  public SignInArguments withBaseUrl(@Nullable String baseUrl) {
    return new SignInArguments(provider, baseUrl, name, authentication, network);
  }

  /** For people; by default the title of the server. */
  public SignInArguments withName(@Nullable String name) {
    return new SignInArguments(provider, baseUrl, name, authentication, network);
  }

  /** The way in; where it is left out, the user chooses one and is led through it. */
  public SignInArguments withAuthentication(@Nullable Authentication authentication) {
    return new SignInArguments(provider, baseUrl, name, authentication, network);
  }

  /** Network settings of one provider. */
  public SignInArguments withNetwork(@Nullable Network network) {
    return new SignInArguments(provider, baseUrl, name, authentication, network);
  }
}
