// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/deleteQuery} takes.
 * @param query The id of the saved query.
 */
public record DeleteQueryParams(
    String query
) {
  public DeleteQueryParams {
    Objects.requireNonNull(query, "query");
  }
}
