package org.jiralanguageserver.model;

import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.IssuesParams;
import org.jiralanguageserver.protocol.PresetId;

/**
 * What a list shows.
 *
 * @param provider of which server; {@code null} for the only one
 * @param text what a person typed or pasted: keys, addresses, words
 * @param jql a query in JQL
 * @param filter the id of a saved filter of Jira
 * @param preset a query that is there from the start
 * @param project the project that the preset is narrowed down to
 */
public record Query(@Nullable String provider, @Nullable String text, @Nullable String jql, @Nullable String filter, @Nullable PresetId preset, @Nullable String project) {
  private static final Query NOTHING = new Query(null, null, null, null, null, null);

  /** The open issues of the user. */
  public static Query myOpenIssues() {
    return NOTHING;
  }

  /** What a person types or pastes; without any it is {@link #myOpenIssues}. */
  public static Query text(String text) {
    return text.isBlank() ? NOTHING : new Query(null, text.strip(), null, null, null, null);
  }

  /** A query in JQL. */
  public static Query jql(String jql) {
    return new Query(null, null, jql, null, null, null);
  }

  /** A saved filter of Jira. */
  public static Query filter(String id) {
    return new Query(null, null, null, id, null, null);
  }

  /** A query that is there from the start. */
  public static Query preset(PresetId preset) {
    return new Query(null, null, null, null, preset, null);
  }

  /** The same of one server; {@code null} for the only one. */
  public Query in(@Nullable String provider) {
    return new Query(provider, text, jql, filter, preset, project);
  }

  /** A preset in one project. */
  public Query ofProject(@Nullable String project) {
    return new Query(provider, text, jql, filter, preset, project);
  }

  IssuesParams toParams() {
    return IssuesParams.of().withProvider(provider).withText(text).withJql(jql).withFilter(filter).withPreset(preset).withProject(project);
  }
}
