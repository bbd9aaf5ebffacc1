// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/sprints} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param board The id of the board.
 * @param states Which sprints. By default {@code ["active","future"]}.
 */
public record SprintsParams(
    @Nullable String provider,
    long board,
    @Nullable List<SprintState> states
) {
  public SprintsParams {
    states = states == null ? null : List.copyOf(states);
  }

  /** With what is required alone. */
  public static SprintsParams of(long board) {
    return new SprintsParams(null, board, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public SprintsParams withProvider(@Nullable String provider) {
    return new SprintsParams(provider, board, states);
  }

  /**
   * Which sprints.
   * By default {@code ["active","future"]}.
   */
  public SprintsParams withStates(@Nullable List<SprintState> states) {
    return new SprintsParams(provider, board, states);
  }
}
