// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/transitions} gives. */
public record TransitionsResult(
    List<Transition> transitions
) {
  public TransitionsResult {
    transitions = List.copyOf(transitions);
  }
}
