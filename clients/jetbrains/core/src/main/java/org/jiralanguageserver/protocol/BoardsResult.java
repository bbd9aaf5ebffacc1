// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/boards} gives.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record BoardsResult(
    List<Board> boards,
    @Nullable Cached cached
) {
  public BoardsResult {
    boards = List.copyOf(boards);
  }
}
