// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A person in Jira.
 * @param name The login name.
 * @param key Jira's permanent key of the user.
 */
public record User(
    String name,
    @Nullable String key,
    String displayName,
    @Nullable String email,
    @Nullable String avatarUrl
) {
  public User {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(displayName, "displayName");
  }
}
