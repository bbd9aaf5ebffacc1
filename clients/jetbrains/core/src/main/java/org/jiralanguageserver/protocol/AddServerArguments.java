// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.addServer} takes.
 * @param baseUrl The address of Jira, with its context path. A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
 * @param name For people; by default the title of the server.
 * @param authentication The way in; where it is left out, the user chooses one and is led through it.
 * @param network Network settings of one provider.
 */
public record AddServerArguments(
    @Nullable String baseUrl,
    @Nullable String name,
    @Nullable Authentication authentication,
    @Nullable Network network
) {
  /** With what is required alone. */
  public static AddServerArguments of() {
    return new AddServerArguments(null, null, null, null);
  }

  /**
   * The address of Jira, with its context path.
   * A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
   */
  public AddServerArguments withBaseUrl(@Nullable String baseUrl) {
    return new AddServerArguments(baseUrl, name, authentication, network);
  }

  /** For people; by default the title of the server. */
  public AddServerArguments withName(@Nullable String name) {
    return new AddServerArguments(baseUrl, name, authentication, network);
  }

  /** The way in; where it is left out, the user chooses one and is led through it. */
  public AddServerArguments withAuthentication(@Nullable Authentication authentication) {
    return new AddServerArguments(baseUrl, name, authentication, network);
  }

  /** Network settings of one provider. */
  public AddServerArguments withNetwork(@Nullable Network network) {
    return new AddServerArguments(baseUrl, name, authentication, network);
  }
}
