// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/configure} takes.
 * @param provider The provider to change.
 * @param name For people; by default the title of the server.
 * @param baseUrl The address of Jira, with its context path. A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
 * @param authentication A way in, with its credentials.
 * @param network Network settings of one provider.
 */
public record ConfigureParams(
    @Nullable String provider,
    @Nullable String name,
    String baseUrl,
    Authentication authentication,
    @Nullable Network network
) {
  public ConfigureParams {
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(authentication, "authentication");
  }

  /** With what is required alone. */
  public static ConfigureParams of(String baseUrl, Authentication authentication) {
    return new ConfigureParams(null, null, baseUrl, authentication, null);
  }

  /** The provider to change. */
  public ConfigureParams withProvider(@Nullable String provider) {
    return new ConfigureParams(provider, name, baseUrl, authentication, network);
  }

  /** For people; by default the title of the server. */
  public ConfigureParams withName(@Nullable String name) {
    return new ConfigureParams(provider, name, baseUrl, authentication, network);
  }

  /** Network settings of one provider. */
  public ConfigureParams withNetwork(@Nullable Network network) {
    return new ConfigureParams(provider, name, baseUrl, authentication, network);
  }
}
