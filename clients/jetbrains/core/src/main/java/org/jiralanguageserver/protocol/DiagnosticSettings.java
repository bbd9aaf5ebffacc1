// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What is remarked of the keys in a document; each can be switched off.
 * @param enabled Whether anything is remarked at all. By default {@code true}.
 * @param closedIssue An issue that is done, beside a {@code TODO} or in the message of a commit. By default {@code true}.
 * @param movedIssue The former key of an issue, there. By default {@code true}.
 * @param unknownIssue A key of which Jira has no issue, there. By default {@code true}.
 * @param todoWithoutIssue A {@code TODO} without any key. By default {@code false}.
 * @param branchMismatch A commit for another issue than that of the branch. By default {@code true}.
 * @param smartCommit A smart commit command that Jira would not understand. By default {@code true}.
 * @param todoMarkers What marks a thing to be done. By default {@code ["TODO","FIXME"]}.
 */
public record DiagnosticSettings(
    @Nullable Boolean enabled,
    @Nullable Boolean closedIssue,
    @Nullable Boolean movedIssue,
    @Nullable Boolean unknownIssue,
    @Nullable Boolean todoWithoutIssue,
    @Nullable Boolean branchMismatch,
    @Nullable Boolean smartCommit,
    @Nullable List<String> todoMarkers
) {
  public DiagnosticSettings {
    todoMarkers = todoMarkers == null ? null : List.copyOf(todoMarkers);
  }

  /** With what is required alone. */
  public static DiagnosticSettings of() {
    return new DiagnosticSettings(null, null, null, null, null, null, null, null);
  }

  /**
   * Whether anything is remarked at all.
   * By default {@code true}.
   */
  public DiagnosticSettings withEnabled(@Nullable Boolean enabled) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * An issue that is done, beside a {@code TODO} or in the message of a commit.
   * By default {@code true}.
   */
  public DiagnosticSettings withClosedIssue(@Nullable Boolean closedIssue) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * The former key of an issue, there.
   * By default {@code true}.
   */
  public DiagnosticSettings withMovedIssue(@Nullable Boolean movedIssue) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * A key of which Jira has no issue, there.
   * By default {@code true}.
   */
  public DiagnosticSettings withUnknownIssue(@Nullable Boolean unknownIssue) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * A {@code TODO} without any key.
   * By default {@code false}.
   */
  public DiagnosticSettings withTodoWithoutIssue(@Nullable Boolean todoWithoutIssue) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * A commit for another issue than that of the branch.
   * By default {@code true}.
   */
  public DiagnosticSettings withBranchMismatch(@Nullable Boolean branchMismatch) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * A smart commit command that Jira would not understand.
   * By default {@code true}.
   */
  public DiagnosticSettings withSmartCommit(@Nullable Boolean smartCommit) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }

  /**
   * What marks a thing to be done.
   * By default {@code ["TODO","FIXME"]}.
   */
  public DiagnosticSettings withTodoMarkers(@Nullable List<String> todoMarkers) {
    return new DiagnosticSettings(enabled, closedIssue, movedIssue, unknownIssue, todoWithoutIssue, branchMismatch, smartCommit, todoMarkers);
  }
}
