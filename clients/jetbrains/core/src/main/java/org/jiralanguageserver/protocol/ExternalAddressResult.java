// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/externalAddress} gives.
 * @param address The address of the same listener for the browser, with no query: Jira adds one.
 */
public record ExternalAddressResult(
    String address
) {
  public ExternalAddressResult {
    Objects.requireNonNull(address, "address");
  }
}
