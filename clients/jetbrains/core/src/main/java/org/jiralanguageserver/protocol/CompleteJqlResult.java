// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/**
 * What {@code jira/completeJql} gives.
 * @param isIncomplete Whether typing on may find others.
 * @param warnings What keeps the agent from knowing more.
 */
public record CompleteJqlResult(
    boolean isIncomplete,
    List<JqlCompletionItem> items,
    List<String> warnings
) {
  public CompleteJqlResult {
    items = List.copyOf(items);
    warnings = List.copyOf(warnings);
  }
}
