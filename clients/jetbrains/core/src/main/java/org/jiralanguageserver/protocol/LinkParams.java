// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/link} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param type What the issue is to the other: one of the relations of {@code jira/linkTypes}; or the id or the name of a type, which means its outward relation.
 * @param to The key of the other issue, on the same server.
 */
public record LinkParams(
    @Nullable String provider,
    String key,
    String type,
    String to
) {
  public LinkParams {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(to, "to");
  }

  /** With what is required alone. */
  public static LinkParams of(String key, String type, String to) {
    return new LinkParams(null, key, type, to);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public LinkParams withProvider(@Nullable String provider) {
    return new LinkParams(provider, key, type, to);
  }
}
