// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/projects} gives.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record ProjectsResult(
    List<Project> projects,
    @Nullable Cached cached
) {
  public ProjectsResult {
    projects = List.copyOf(projects);
  }
}
