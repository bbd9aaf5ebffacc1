// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.FieldValuesAdapter;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * An issue as a list shows it.
 * @param provider An identifier made by the agent; opaque.
 * @param url The issue's page.
 * @param assignee A person in Jira.
 * @param reporter A person in Jira.
 * @param created RFC 3339 in UTC, for instance {@code 2026-03-01T09:30:00.000Z}.
 * @param updated RFC 3339 in UTC, for instance {@code 2026-03-01T09:30:00.000Z}.
 * @param due A date, {@code yyyy-MM-dd}.
 * @param parent The key of the parent of a sub-task.
 * @param fields Just the extra fields that were asked for, as Jira gave them.
 */
public record Issue(
    String provider,
    String key,
    String id,
    String url,
    String summary,
    TypeOfIssue type,
    Status status,
    @Nullable Named priority,
    @Nullable User assignee,
    @Nullable User reporter,
    ProjectRef project,
    List<String> labels,
    @JsonAdapter(TimeAdapter.class) Instant created,
    @JsonAdapter(TimeAdapter.class) Instant updated,
    @Nullable String due,
    @Nullable String parent,
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields
) {
  public Issue {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(project, "project");
    labels = List.copyOf(labels);
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(updated, "updated");
  }
}
