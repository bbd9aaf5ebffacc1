// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * What {@code jira/authorize} gives.
 * @param authorization An identifier made by the agent; opaque.
 * @param url The page where the user approves.
 * @param expiresAt When the authorization is over.
 */
public record AuthorizeResult(
    String authorization,
    String url,
    Redirect redirect,
    @JsonAdapter(TimeAdapter.class) Instant expiresAt
) {
  public AuthorizeResult {
    Objects.requireNonNull(authorization, "authorization");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(redirect, "redirect");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
