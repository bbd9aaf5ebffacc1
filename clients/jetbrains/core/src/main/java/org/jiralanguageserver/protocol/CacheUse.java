// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** How what was seen before is used. */
public enum CacheUse implements WireEnum {
  /** {@code fallback}. */
  FALLBACK("fallback"),
  /** {@code first}. */
  FIRST("first"),
  /** {@code only}. */
  ONLY("only"),
  /** {@code none}. */
  NONE("none");

  private final String value;

  CacheUse(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
