// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/boards} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param project Just those of a project.
 * @param name Just those whose name holds this.
 * @param limit How many boards at the most. By default {@code 1000}.
 */
public record BoardsParams(
    @Nullable String provider,
    @Nullable String project,
    @Nullable String name,
    @Nullable Integer limit
) {
  /** With what is required alone. */
  public static BoardsParams of() {
    return new BoardsParams(null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public BoardsParams withProvider(@Nullable String provider) {
    return new BoardsParams(provider, project, name, limit);
  }

  /** Just those of a project. */
  public BoardsParams withProject(@Nullable String project) {
    return new BoardsParams(provider, project, name, limit);
  }

  /** Just those whose name holds this. */
  public BoardsParams withName(@Nullable String name) {
    return new BoardsParams(provider, project, name, limit);
  }

  /**
   * How many boards at the most.
   * By default {@code 1000}.
   */
  public BoardsParams withLimit(@Nullable Integer limit) {
    return new BoardsParams(provider, project, name, limit);
  }
}
