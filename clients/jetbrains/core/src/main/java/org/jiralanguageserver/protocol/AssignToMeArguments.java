// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.assignToMe} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.
 */
public record AssignToMeArguments(
    @Nullable String provider,
    @Nullable String key
) {
  /** With what is required alone. */
  public static AssignToMeArguments of() {
    return new AssignToMeArguments(null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public AssignToMeArguments withProvider(@Nullable String provider) {
    return new AssignToMeArguments(provider, key);
  }

  /** The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done. */
  public AssignToMeArguments withKey(@Nullable String key) {
    return new AssignToMeArguments(provider, key);
  }
}
