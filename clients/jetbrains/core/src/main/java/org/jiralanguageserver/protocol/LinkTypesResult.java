// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/linkTypes} gives.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record LinkTypesResult(
    List<LinkType> linkTypes,
    @Nullable Cached cached
) {
  public LinkTypesResult {
    linkTypes = List.copyOf(linkTypes);
  }
}
