// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * A sprint of Jira Software.
 * @param start When it began, or shall begin.
 * @param end When it shall end.
 * @param completed When it was closed.
 * @param goal What it is for.
 */
public record Sprint(
    long id,
    String name,
    SprintState state,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant start,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant end,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant completed,
    @Nullable String goal
) {
  public Sprint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }
}
