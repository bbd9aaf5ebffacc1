// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A filter that somebody saved in Jira.
 * @param description What its owner says of it.
 * @param jql Its query.
 * @param owner A person in Jira.
 * @param url The filter's page.
 */
public record Filter(
    String id,
    String name,
    @Nullable String description,
    String jql,
    @Nullable User owner,
    String url
) {
  public Filter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(jql, "jql");
    Objects.requireNonNull(url, "url");
  }
}
