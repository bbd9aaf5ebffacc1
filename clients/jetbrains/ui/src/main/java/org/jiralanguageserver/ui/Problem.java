package org.jiralanguageserver.ui;

import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jiralanguageserver.agent.AgentException;
import org.jiralanguageserver.agent.JiraException;
import org.jiralanguageserver.protocol.ErrorKind;

/**
 * Why something did not work.
 *
 * @param text for people, with what can be done about it
 * @param kind for programs; {@link ErrorKind#UNKNOWN} where it is none of the protocol's
 * @param byField what Jira said of single fields, by their ids
 */
record Problem(String text, ErrorKind kind, Map<String, String> byField) {
  /** What a future of the agent ended with. */
  static Problem of(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    if (cause instanceof JiraException jira) {
      String hint = jira.hint();
      String text = hint == null || jira.getMessage().contains(hint) ? jira.getMessage() : jira.getMessage() + " " + hint;
      boolean hasFields = jira.data() != null && jira.data().jira() != null;
      return new Problem(text, jira.kind(), hasFields ? jira.data().jira().errors() : Map.of());
    }
    if (cause instanceof AgentException) return new Problem(cause.getMessage(), ErrorKind.UNKNOWN, Map.of());
    return new Problem(Texts.of("problem.unknown", String.valueOf(cause.getMessage())), ErrorKind.UNKNOWN, Map.of());
  }

  /** Whether the same may go well when it is tried once more. */
  boolean mayPass() {
    return switch (kind) {
      case OFFLINE, TIMEOUT, SERVER, RATE_LIMITED, UNKNOWN, PROXY, CERTIFICATE, LOGIN_PAGE -> true;
      default -> false;
    };
  }

  /** Whether the user has to sign in first. */
  boolean wantsSignIn() {
    return switch (kind) {
      case NOT_AUTHORIZED, CREDENTIALS_REJECTED, CREDENTIALS_EXPIRED -> true;
      default -> false;
    };
  }
}
