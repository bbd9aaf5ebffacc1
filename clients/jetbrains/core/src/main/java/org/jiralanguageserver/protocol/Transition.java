// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;

/**
 * A way from one status to another.
 * @param to The status that it leads to.
 * @param fields What its screen takes; what is {@code required} must be given.
 */
public record Transition(
    String id,
    String name,
    To to,
    List<Field> fields
) {
  public Transition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(to, "to");
    fields = List.copyOf(fields);
  }

  /** The status that it leads to. */
  public record To(
      String id,
      String name,
      StatusCategory category
  ) {
    public To {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(category, "category");
    }
  }
}
