// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * A type of link between issues.
 * @param outward The relation of the first issue to the second, for instance {@code blocks}.
 * @param inward The relation of the second issue to the first, for instance {@code is blocked by}.
 */
public record LinkType(
    String id,
    String name,
    String outward,
    String inward
) {
  public LinkType {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outward, "outward");
    Objects.requireNonNull(inward, "inward");
  }
}
