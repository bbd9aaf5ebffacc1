// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/queries} gives. */
public record QueriesResult(
    List<SavedQuery> queries
) {
  public QueriesResult {
    queries = List.copyOf(queries);
  }
}
