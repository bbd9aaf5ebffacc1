// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import java.util.Map;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.FieldValuesAdapter;

/**
 * What {@code jira.createIssue} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param project The key of the project, for instance {@code ABC}, or its id; Jira takes no name here.
 * @param type The id of the type, or its name in the user's language.
 * @param summary One line; a longer text is cut, and goes into the description whole.
 * @param description Markdown.
 * @param fields Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field.
 * @param insert Where the key of a new issue is written into a document.
 */
public record CreateIssueArguments(
    @Nullable String provider,
    @Nullable String project,
    @Nullable String type,
    @Nullable String summary,
    @Nullable String description,
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields,
    @Nullable Insertion insert
) {
  /** With what is required alone. */
  public static CreateIssueArguments of() {
    return new CreateIssueArguments(null, null, null, null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public CreateIssueArguments withProvider(@Nullable String provider) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }

  /** The key of the project, for instance {@code ABC}, or its id; Jira takes no name here. */
  public CreateIssueArguments withProject(@Nullable String project) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }

  /** The id of the type, or its name in the user's language. */
  public CreateIssueArguments withType(@Nullable String type) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }

  /** One line; a longer text is cut, and goes into the description whole. */
  public CreateIssueArguments withSummary(@Nullable String summary) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }

  /** Markdown. */
  public CreateIssueArguments withDescription(@Nullable String description) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }

  /** Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field. */
  public CreateIssueArguments withFields(@Nullable Map<String, JsonElement> fields) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }

  /** Where the key of a new issue is written into a document. */
  public CreateIssueArguments withInsert(@Nullable Insertion insert) {
    return new CreateIssueArguments(provider, project, type, summary, description, fields, insert);
  }
}
