// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/** Something that has a name, such as a priority. */
public record Named(
    String name
) {
  public Named {
    Objects.requireNonNull(name, "name");
  }
}
