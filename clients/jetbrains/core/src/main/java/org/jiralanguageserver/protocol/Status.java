// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/** The status of an issue. */
public record Status(
    String name,
    StatusCategory category
) {
  public Status {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(category, "category");
  }
}
