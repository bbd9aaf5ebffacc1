// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** What a status means, in every language and workflow. */
public enum StatusCategory implements WireEnum {
  /** {@code new}. */
  NEW("new"),
  /** {@code indeterminate}. */
  INDETERMINATE("indeterminate"),
  /** {@code done}. */
  DONE("done"),
  /** {@code undefined}. */
  UNDEFINED("undefined"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  StatusCategory(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
