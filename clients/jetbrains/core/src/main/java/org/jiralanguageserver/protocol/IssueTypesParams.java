// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/issueTypes} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param project The key of the project, for instance {@code ABC}, or its id; Jira takes no name here.
 */
public record IssueTypesParams(
    @Nullable String provider,
    String project
) {
  public IssueTypesParams {
    Objects.requireNonNull(project, "project");
  }

  /** With what is required alone. */
  public static IssueTypesParams of(String project) {
    return new IssueTypesParams(null, project);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public IssueTypesParams withProvider(@Nullable String provider) {
    return new IssueTypesParams(provider, project);
  }
}
