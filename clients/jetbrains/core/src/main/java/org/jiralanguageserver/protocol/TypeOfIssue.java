// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/** The type of an issue, as a list shows it. */
public record TypeOfIssue(
    String name,
    boolean subtask,
    @Nullable String iconUrl
) {
  public TypeOfIssue {
    Objects.requireNonNull(name, "name");
  }
}
