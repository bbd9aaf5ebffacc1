// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A query that the user keeps in the agent's configuration.
 * @param id An identifier made by the agent; opaque.
 * @param jql The query.
 * @param provider The provider that it is for; absent where it is for any.
 */
public record SavedQuery(
    String id,
    String name,
    String jql,
    @Nullable String provider
) {
  public SavedQuery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(jql, "jql");
  }
}
