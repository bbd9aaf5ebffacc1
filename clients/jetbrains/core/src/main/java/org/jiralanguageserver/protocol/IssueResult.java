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
 * What {@code jira/issue} gives.
 * @param provider An identifier made by the agent; opaque.
 * @param url The issue's page.
 * @param assignee A person in Jira.
 * @param reporter A person in Jira.
 * @param created RFC 3339 in UTC, for instance {@code 2026-03-01T09:30:00.000Z}.
 * @param updated RFC 3339 in UTC, for instance {@code 2026-03-01T09:30:00.000Z}.
 * @param due A date, {@code yyyy-MM-dd}.
 * @param parent The key of the parent of a sub-task.
 * @param fields Just the extra fields that were asked for, as Jira gave them.
 * @param description Markdown; empty where there is none.
 * @param comments The oldest first.
 * @param transitions The ways that are open to this user now.
 * @param versions The versions that it affects.
 * @param watching Whether this user watches it.
 * @param timeTracking What Jira knows of the time that it takes.
 * @param cached A result is what was seen before; absent where it comes from Jira just now.
 */
public record IssueResult(
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
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields,
    String description,
    List<Comment> comments,
    List<Transition> transitions,
    List<IssueLink> links,
    List<IssueRef> subtasks,
    List<Attachment> attachments,
    @Nullable Named resolution,
    List<NamedId> components,
    List<NamedId> fixVersions,
    List<NamedId> versions,
    boolean watching,
    TimeTracking timeTracking,
    @Nullable Cached cached
) {
  public IssueResult {
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
    Objects.requireNonNull(description, "description");
    comments = List.copyOf(comments);
    transitions = List.copyOf(transitions);
    links = List.copyOf(links);
    subtasks = List.copyOf(subtasks);
    attachments = List.copyOf(attachments);
    components = List.copyOf(components);
    fixVersions = List.copyOf(fixVersions);
    versions = List.copyOf(versions);
    Objects.requireNonNull(timeTracking, "timeTracking");
  }

  /**
   * What Jira knows of the time that it takes.
   * @param originalEstimate Seconds.
   * @param remainingEstimate Seconds.
   * @param timeSpent Seconds.
   */
  public record TimeTracking(
      @Nullable Long originalEstimate,
      @Nullable Long remainingEstimate,
      @Nullable Long timeSpent
  ) {}
}
