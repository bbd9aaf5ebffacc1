// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** How the word of the user comes back from the browser. */
public enum Redirect implements WireEnum {
  /** {@code loopback}. */
  LOOPBACK("loopback"),
  /** {@code oob}. */
  OOB("oob"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  Redirect(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
