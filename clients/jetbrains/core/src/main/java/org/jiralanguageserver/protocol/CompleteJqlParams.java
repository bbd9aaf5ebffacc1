// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/completeJql} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param jql The query, in whatever state it is.
 * @param position Where the cursor is, in UTF-16 code units: an offset, or a position as in LSP; at the end unless it is given.
 */
public record CompleteJqlParams(
    @Nullable String provider,
    String jql,
    @Nullable Either<Long, Position> position
) {
  public CompleteJqlParams {
    Objects.requireNonNull(jql, "jql");
  }

  /** With what is required alone. */
  public static CompleteJqlParams of(String jql) {
    return new CompleteJqlParams(null, jql, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public CompleteJqlParams withProvider(@Nullable String provider) {
    return new CompleteJqlParams(provider, jql, position);
  }

  /** Where the cursor is, in UTF-16 code units: an offset, or a position as in LSP; at the end unless it is given. */
  public CompleteJqlParams withPosition(@Nullable Either<Long, Position> position) {
    return new CompleteJqlParams(provider, jql, position);
  }
}
