// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * A query that is there from the start.
 * @param id A query that is there from the start. It works in every language and workflow.
 * @param title For people.
 * @param jql The query.
 */
public record Preset(
    PresetId id,
    String title,
    String jql
) {
  public Preset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(jql, "jql");
  }
}
