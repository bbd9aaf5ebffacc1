// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * A result is what was seen before; absent where it comes from Jira just now.
 * @param at When it was seen.
 * @param refresh Jira is being asked: {@code jira/issuesChanged} with this id tells what is different. Absent where nothing more will come.
 */
public record Cached(
    @JsonAdapter(TimeAdapter.class) Instant at,
    @Nullable String refresh
) {
  public Cached {
    Objects.requireNonNull(at, "at");
  }
}
