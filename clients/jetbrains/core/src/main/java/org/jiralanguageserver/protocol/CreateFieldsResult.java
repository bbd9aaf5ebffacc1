// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;

/**
 * What {@code jira/createFields} gives.
 * @param type The type that was meant.
 */
public record CreateFieldsResult(
    IssueType type,
    List<Field> fields
) {
  public CreateFieldsResult {
    Objects.requireNonNull(type, "type");
    fields = List.copyOf(fields);
  }
}
