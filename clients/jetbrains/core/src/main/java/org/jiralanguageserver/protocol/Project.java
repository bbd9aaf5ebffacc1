// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A project.
 * @param category The name of its category.
 * @param archived Whether it can only be read.
 */
public record Project(
    String id,
    String key,
    String name,
    @Nullable String category,
    @Nullable String avatarUrl,
    boolean archived
) {
  public Project {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
  }
}
