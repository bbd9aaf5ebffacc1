// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/attachment} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param id The id of the attachment.
 */
public record AttachmentParams(
    @Nullable String provider,
    String key,
    String id
) {
  public AttachmentParams {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(id, "id");
  }

  /** With what is required alone. */
  public static AttachmentParams of(String key, String id) {
    return new AttachmentParams(null, key, id);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public AttachmentParams withProvider(@Nullable String provider) {
    return new AttachmentParams(provider, key, id);
  }
}
