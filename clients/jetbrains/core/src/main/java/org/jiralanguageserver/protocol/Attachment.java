// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * An attached file.
 * @param name The name of the file, as it was attached.
 * @param size Bytes.
 * @param mimeType As Jira guesses it.
 * @param author A person in Jira.
 * @param created When it was attached.
 * @param url Where a browser that is logged in finds it; {@code jira/attachment} gets it by itself.
 */
public record Attachment(
    String id,
    String name,
    long size,
    @Nullable String mimeType,
    @Nullable User author,
    @JsonAdapter(TimeAdapter.class) Instant created,
    String url
) {
  public Attachment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(url, "url");
  }
}
