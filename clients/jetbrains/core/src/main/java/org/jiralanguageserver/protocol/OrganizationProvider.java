// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A provider that an organization has published.
 * @param provider The provider, as in {@code jira/providers}.
 * @param baseUrl The base URL of Jira.
 * @param authentication The recommended way in.
 * @param keys The oldest first; more than one while the key is being rotated.
 * @param users Who is on which key; told to administrators.
 */
public record OrganizationProvider(
    String provider,
    String name,
    String baseUrl,
    Authentication authentication,
    List<OrganizationKey> keys,
    @Nullable List<KeyUser> users
) {
  public OrganizationProvider {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(authentication, "authentication");
    keys = List.copyOf(keys);
    users = users == null ? null : List.copyOf(users);
  }

  /** The recommended way in. */
  public record Authentication(
      AuthenticationType type,
      @Nullable String consumerKey
  ) {
    public Authentication {
      Objects.requireNonNull(type, "type");
    }
  }
}
