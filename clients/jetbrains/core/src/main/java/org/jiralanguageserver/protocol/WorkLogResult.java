// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/workLog} gives.
 * @param entries In the order of Jira, the oldest first.
 * @param timeSpent All of them together, in seconds.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record WorkLogResult(
    List<WorkLogEntry> entries,
    long timeSpent,
    @Nullable Cached cached
) {
  public WorkLogResult {
    entries = List.copyOf(entries);
  }
}
