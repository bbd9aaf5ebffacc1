// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/attachment} gives.
 * @param uri The file: a {@code file:} URI.
 * @param attachment An attached file.
 */
public record AttachmentResult(
    String uri,
    Attachment attachment
) {
  public AttachmentResult {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(attachment, "attachment");
  }
}
