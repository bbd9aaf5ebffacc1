// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/link} gives.
 * @param links The links that the issue has now.
 * @param warnings What the user must know although it went well, for people; absent where there is nothing.
 */
public record LinkResult(
    List<IssueLink> links,
    @Nullable List<String> warnings
) {
  public LinkResult {
    links = List.copyOf(links);
    warnings = warnings == null ? null : List.copyOf(warnings);
  }
}
