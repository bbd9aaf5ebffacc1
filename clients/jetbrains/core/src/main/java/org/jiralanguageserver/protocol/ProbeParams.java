// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/probe} takes.
 * @param baseUrl The address of Jira, with its context path. A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
 * @param network Network settings of one provider.
 */
public record ProbeParams(
    String baseUrl,
    @Nullable Network network
) {
  public ProbeParams {
    Objects.requireNonNull(baseUrl, "baseUrl");
  }

  /** With what is required alone. */
  public static ProbeParams of(String baseUrl) {
    return new ProbeParams(baseUrl, null);
  }

  /** Network settings of one provider. */
  public ProbeParams withNetwork(@Nullable Network network) {
    return new ProbeParams(baseUrl, network);
  }
}
