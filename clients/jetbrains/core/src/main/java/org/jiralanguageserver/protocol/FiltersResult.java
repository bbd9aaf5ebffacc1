// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/filters} gives.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record FiltersResult(
    List<Filter> filters,
    @Nullable Cached cached
) {
  public FiltersResult {
    filters = List.copyOf(filters);
  }
}
