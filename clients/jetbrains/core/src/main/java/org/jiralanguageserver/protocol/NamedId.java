// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/** Something that has a name and an id, such as a component or a version. */
public record NamedId(
    String id,
    String name
) {
  public NamedId {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
