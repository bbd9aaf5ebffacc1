// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * A board of Jira Software.
 * @param type {@code scrum}, {@code kanban}, or what a later version has.
 */
public record Board(
    long id,
    String name,
    String type
) {
  public Board {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
