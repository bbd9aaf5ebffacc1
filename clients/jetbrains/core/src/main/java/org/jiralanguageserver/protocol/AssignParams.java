// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.NullableTextAdapter;

/**
 * What {@code jira/assign} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param assignee The login name of a user; {@code me} for the user of the provider; {@code null} for nobody.
 */
public record AssignParams(
    @Nullable String provider,
    String key,
    @JsonAdapter(value = NullableTextAdapter.class, nullSafe = false) @Nullable String assignee
) {
  public AssignParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static AssignParams of(String key, @Nullable String assignee) {
    return new AssignParams(null, key, assignee);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public AssignParams withProvider(@Nullable String provider) {
    return new AssignParams(provider, key, assignee);
  }
}
