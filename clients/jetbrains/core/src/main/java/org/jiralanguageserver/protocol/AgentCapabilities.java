// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/**
 * What the agent can do, below {@code capabilities.experimental.jira}.
 * @param requests The requests that this agent answers.
 * @param notifications The notifications that this agent sends where the client declared them.
 */
public record AgentCapabilities(
    int protocolVersion,
    List<String> requests,
    List<String> notifications
) {
  public AgentCapabilities {
    requests = List.copyOf(requests);
    notifications = List.copyOf(notifications);
  }
}
