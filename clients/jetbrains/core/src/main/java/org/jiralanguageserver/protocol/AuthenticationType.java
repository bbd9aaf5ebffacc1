// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** A way in. */
public enum AuthenticationType implements WireEnum {
  /** {@code token}. */
  TOKEN("token"),
  /** {@code oauth1}. */
  OAUTH1("oauth1"),
  /** {@code basic}. */
  BASIC("basic"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  AuthenticationType(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
