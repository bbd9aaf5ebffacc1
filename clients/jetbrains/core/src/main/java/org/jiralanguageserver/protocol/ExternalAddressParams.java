// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/externalAddress} takes.
 * @param address Where the agent listens on its own machine: {@code http://127.0.0.1:PORT/PATH}.
 */
public record ExternalAddressParams(
    String address
) {
  public ExternalAddressParams {
    Objects.requireNonNull(address, "address");
  }
}
