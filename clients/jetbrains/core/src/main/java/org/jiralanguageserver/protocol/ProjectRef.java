// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/** The project of an issue. */
public record ProjectRef(
    String key,
    String name
) {
  public ProjectRef {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
  }
}
