// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * A comment.
 * @param author Who wrote it; of no name where Jira does not tell.
 * @param body Markdown.
 * @param created When it was written.
 * @param updated When it was changed last.
 */
public record Comment(
    String id,
    User author,
    String body,
    @JsonAdapter(TimeAdapter.class) Instant created,
    @JsonAdapter(TimeAdapter.class) Instant updated
) {
  public Comment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(updated, "updated");
  }
}
