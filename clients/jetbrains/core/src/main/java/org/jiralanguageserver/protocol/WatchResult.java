// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/watch} gives.
 * @param watching Whether the user watches it now.
 * @param watchers How many do.
 * @param warnings What the user must know although it went well, for people; absent where there is nothing.
 */
public record WatchResult(
    boolean watching,
    long watchers,
    @Nullable List<String> warnings
) {
  public WatchResult {
    warnings = warnings == null ? null : List.copyOf(warnings);
  }
}
