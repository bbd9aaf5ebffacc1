// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.FieldValuesAdapter;

/**
 * What {@code jira/createIssue} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param project The key of the project, for instance {@code ABC}, or its id; Jira takes no name here.
 * @param type The id of the type, or its name in the user's language.
 * @param summary One line.
 * @param description Markdown; Jira gets wiki markup.
 * @param fields Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field.
 */
public record CreateIssueParams(
    @Nullable String provider,
    String project,
    String type,
    String summary,
    @Nullable String description,
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields
) {
  public CreateIssueParams {
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(summary, "summary");
  }

  /** With what is required alone. */
  public static CreateIssueParams of(String project, String type, String summary) {
    return new CreateIssueParams(null, project, type, summary, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public CreateIssueParams withProvider(@Nullable String provider) {
    return new CreateIssueParams(provider, project, type, summary, description, fields);
  }

  /** Markdown; Jira gets wiki markup. */
  public CreateIssueParams withDescription(@Nullable String description) {
    return new CreateIssueParams(provider, project, type, summary, description, fields);
  }

  /** Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field. */
  public CreateIssueParams withFields(@Nullable Map<String, JsonElement> fields) {
    return new CreateIssueParams(provider, project, type, summary, description, fields);
  }
}
