// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/createFields} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param project The key of the project, for instance {@code ABC}, or its id; Jira takes no name here.
 * @param type The id of the type, or its name in the user's language.
 */
public record CreateFieldsParams(
    @Nullable String provider,
    String project,
    String type
) {
  public CreateFieldsParams {
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(type, "type");
  }

  /** With what is required alone. */
  public static CreateFieldsParams of(String project, String type) {
    return new CreateFieldsParams(null, project, type);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public CreateFieldsParams withProvider(@Nullable String provider) {
    return new CreateFieldsParams(provider, project, type);
  }
}
