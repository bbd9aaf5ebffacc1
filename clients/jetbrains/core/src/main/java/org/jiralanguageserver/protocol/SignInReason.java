// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** Why the user is offered to sign in: there is no provider at all, its state, or that its credentials end within days. */
public enum SignInReason implements WireEnum {
  /** {@code noProvider}. */
  NO_PROVIDER("noProvider"),
  /** {@code needsAuthorization}. */
  NEEDS_AUTHORIZATION("needsAuthorization"),
  /** {@code credentialsExpired}. */
  CREDENTIALS_EXPIRED("credentialsExpired"),
  /** {@code credentialsRejected}. */
  CREDENTIALS_REJECTED("credentialsRejected"),
  /** {@code credentialsEndSoon}. */
  CREDENTIALS_END_SOON("credentialsEndSoon"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  SignInReason(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
