// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/assignableUsers} gives. */
public record AssignableUsersResult(
    List<User> users
) {
  public AssignableUsersResult {
    users = List.copyOf(users);
  }
}
