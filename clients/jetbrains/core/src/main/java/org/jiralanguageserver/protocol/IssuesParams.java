// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/issues} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param jql A query in JQL, sent as it is.
 * @param text What a person types or pastes: keys of issues, in any case; the address of an issue, a board with one, a filter, a search or a project, on whatever host and below whatever path; or words to search for.
 * @param filter The id of a saved filter.
 * @param preset A query that is there from the start. It works in every language and workflow.
 * @param project The key of a project, to which the preset is narrowed down; {@code openInProject} needs one.
 * @param limit How many issues at the most. By default {@code 50}.
 * @param cursor The {@code cursor} of the page before; the query is then the same as before.
 * @param fields Ids of extra fields to return under {@code fields}.
 * @param cache How what was seen before is used. {@code fallback}: Jira is asked; where it cannot be reached, what was seen last is answered. {@code first}: what was seen last is answered at once, and Jira is asked afterwards where the client takes {@code jira/issuesChanged}; what was never seen is asked for. {@code only}: what was seen last is answered, and nothing is sent; what was never seen is an error of the kind {@code offline}. {@code none}: Jira is asked, and it alone answers. By default {@code "fallback"}.
 * @param partialResultToken A progress token, as in LSP.
 * @param workDoneToken A progress token, as in LSP.
 */
public record IssuesParams(
    @Nullable String provider,
    @Nullable String jql,
    @Nullable String text,
    @Nullable String filter,
    @Nullable PresetId preset,
    @Nullable String project,
    @Nullable Integer limit,
    @Nullable String cursor,
    @Nullable List<String> fields,
    @Nullable CacheUse cache,
    @Nullable Either<String, Integer> partialResultToken,
    @Nullable Either<String, Integer> workDoneToken
) {
  public IssuesParams {
    fields = fields == null ? null : List.copyOf(fields);
  }

  /** With what is required alone. */
  public static IssuesParams of() {
    return new IssuesParams(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public IssuesParams withProvider(@Nullable String provider) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** A query in JQL, sent as it is. */
  public IssuesParams withJql(@Nullable String jql) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** What a person types or pastes: keys of issues, in any case; the address of an issue, a board with one, a filter, a search or a project, on whatever host and below whatever path; or words to search for. */
  public IssuesParams withText(@Nullable String text) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** The id of a saved filter. */
  public IssuesParams withFilter(@Nullable String filter) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /**
   * A query that is there from the start.
   * It works in every language and workflow.
   */
  public IssuesParams withPreset(@Nullable PresetId preset) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** The key of a project, to which the preset is narrowed down; {@code openInProject} needs one. */
  public IssuesParams withProject(@Nullable String project) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /**
   * How many issues at the most.
   * By default {@code 50}.
   */
  public IssuesParams withLimit(@Nullable Integer limit) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** The {@code cursor} of the page before; the query is then the same as before. */
  public IssuesParams withCursor(@Nullable String cursor) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** Ids of extra fields to return under {@code fields}. */
  public IssuesParams withFields(@Nullable List<String> fields) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /**
   * How what was seen before is used.
   * {@code fallback}: Jira is asked; where it cannot be reached, what was seen last is answered.
   * {@code first}: what was seen last is answered at once, and Jira is asked afterwards where the client takes {@code jira/issuesChanged}; what was never seen is asked for.
   * {@code only}: what was seen last is answered, and nothing is sent; what was never seen is an error of the kind {@code offline}.
   * {@code none}: Jira is asked, and it alone answers.
   * By default {@code "fallback"}.
   */
  public IssuesParams withCache(@Nullable CacheUse cache) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** A progress token, as in LSP. */
  public IssuesParams withPartialResultToken(@Nullable Either<String, Integer> partialResultToken) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }

  /** A progress token, as in LSP. */
  public IssuesParams withWorkDoneToken(@Nullable Either<String, Integer> workDoneToken) {
    return new IssuesParams(provider, jql, text, filter, preset, project, limit, cursor, fields, cache, partialResultToken, workDoneToken);
  }
}
