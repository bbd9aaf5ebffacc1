// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What Jira itself said, in its own words. */
public record JiraErrorDetails(
    List<String> errorMessages,
    Map<String, String> errors
) {
  public JiraErrorDetails {
    errorMessages = List.copyOf(errorMessages);
    Objects.requireNonNull(errors, "errors");
  }
}
