// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;

/**
 * What {@code jira/probe} gives.
 * @param baseUrl The normalised base URL.
 * @param server What a Jira server says of itself.
 * @param authentication Every way in, the recommended one first.
 * @param applicationLinksUrl The administrator's page of application links.
 * @param personalAccessTokensUrl The page where the user creates a personal access token.
 */
public record ProbeResult(
    String baseUrl,
    ServerInfo server,
    List<AuthenticationOption> authentication,
    String applicationLinksUrl,
    String personalAccessTokensUrl,
    List<String> warnings
) {
  public ProbeResult {
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(server, "server");
    authentication = List.copyOf(authentication);
    Objects.requireNonNull(applicationLinksUrl, "applicationLinksUrl");
    Objects.requireNonNull(personalAccessTokensUrl, "personalAccessTokensUrl");
    warnings = List.copyOf(warnings);
  }
}
