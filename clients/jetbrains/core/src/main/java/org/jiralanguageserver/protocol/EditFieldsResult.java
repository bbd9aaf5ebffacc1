// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/editFields} gives. */
public record EditFieldsResult(
    List<Field> fields
) {
  public EditFieldsResult {
    fields = List.copyOf(fields);
  }
}
