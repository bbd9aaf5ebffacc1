// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/saveQuery} gives.
 * @param query A query that the user keeps in the agent's configuration.
 */
public record SaveQueryResult(
    SavedQuery query
) {
  public SaveQueryResult {
    Objects.requireNonNull(query, "query");
  }
}
