// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A value that a field may have.
 * @param children What it leads to, in a {@code cascade}.
 */
public record FieldOption(
    String id,
    String name,
    @Nullable List<NamedId> children
) {
  public FieldOption {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    children = children == null ? null : List.copyOf(children);
  }
}
