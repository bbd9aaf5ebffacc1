// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** The state of a sprint. */
public enum SprintState implements WireEnum {
  /** {@code active}. */
  ACTIVE("active"),
  /** {@code future}. */
  FUTURE("future"),
  /** {@code closed}. */
  CLOSED("closed"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  SprintState(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
