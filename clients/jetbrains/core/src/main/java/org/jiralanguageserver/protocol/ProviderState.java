// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** The state of a provider. */
public enum ProviderState implements WireEnum {
  /** {@code needsAuthorization}. */
  NEEDS_AUTHORIZATION("needsAuthorization"),
  /** {@code connected}. */
  CONNECTED("connected"),
  /** {@code credentialsExpired}. */
  CREDENTIALS_EXPIRED("credentialsExpired"),
  /** {@code credentialsRejected}. */
  CREDENTIALS_REJECTED("credentialsRejected"),
  /** {@code unreachable}. */
  UNREACHABLE("unreachable"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  ProviderState(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
