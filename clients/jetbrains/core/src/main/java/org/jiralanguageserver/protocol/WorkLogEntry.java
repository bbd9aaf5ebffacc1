// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * An entry of the work log.
 * @param author Whose work it was; of no name where Jira does not tell.
 * @param timeSpent Seconds.
 * @param started When the work began.
 * @param comment Markdown; empty where there is none.
 * @param created When it was logged.
 * @param updated When it was changed last.
 */
public record WorkLogEntry(
    String id,
    User author,
    long timeSpent,
    @JsonAdapter(TimeAdapter.class) Instant started,
    String comment,
    @JsonAdapter(TimeAdapter.class) Instant created,
    @JsonAdapter(TimeAdapter.class) Instant updated
) {
  public WorkLogEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(updated, "updated");
  }
}
