// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.FieldValuesAdapter;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * What {@code jira/editIssue} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the issue's project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param description Markdown; empty for none.
 * @param fields Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field.
 * @param updated The {@code updated} of the issue as the user saw it; by the second where it has no milliseconds, as those of lists.
 */
public record EditIssueParams(
    @Nullable String provider,
    String key,
    @Nullable String summary,
    @Nullable String description,
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant updated
) {
  public EditIssueParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static EditIssueParams of(String key) {
    return new EditIssueParams(null, key, null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the issue's project. */
  public EditIssueParams withProvider(@Nullable String provider) {
    return new EditIssueParams(provider, key, summary, description, fields, updated);
  }

  /** The same with another {@code summary}. */
  public EditIssueParams withSummary(@Nullable String summary) {
    return new EditIssueParams(provider, key, summary, description, fields, updated);
  }

  /** Markdown; empty for none. */
  public EditIssueParams withDescription(@Nullable String description) {
    return new EditIssueParams(provider, key, summary, description, fields, updated);
  }

  /** Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field. */
  public EditIssueParams withFields(@Nullable Map<String, JsonElement> fields) {
    return new EditIssueParams(provider, key, summary, description, fields, updated);
  }

  /** The {@code updated} of the issue as the user saw it; by the second where it has no milliseconds, as those of lists. */
  public EditIssueParams withUpdated(@Nullable Instant updated) {
    return new EditIssueParams(provider, key, summary, description, fields, updated);
  }
}
