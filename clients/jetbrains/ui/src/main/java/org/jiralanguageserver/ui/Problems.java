package org.jiralanguageserver.ui;

import java.util.concurrent.CompletionException;
import org.jiralanguageserver.agent.AgentException;
import org.jiralanguageserver.agent.JiraException;
import org.jiralanguageserver.model.Problem;

/** How problems are told, and what can be done about them. */
final class Problems {
  private Problems() {}

  /** What is wrong, and what can be done about it. */
  static String words(Problem problem) {
    String hint = problem.hint();
    return hint == null || problem.message().contains(hint) ? problem.message() : problem.message() + " " + hint;
  }

  /** What is wrong, of a future of a model. */
  static String words(Throwable failure) {
    Throwable cause = causeOf(failure);
    if (!(cause instanceof JiraException jira)) return cause instanceof AgentException ? cause.getMessage() : Texts.of("problem.unknown", String.valueOf(cause.getMessage()));
    String hint = jira.hint();
    return hint == null || jira.getMessage().contains(hint) ? jira.getMessage() : jira.getMessage() + " " + hint;
  }

  /** Whether the same may go well when it is tried once more. */
  static boolean mayPass(Problem problem) {
    return switch (problem.kind()) {
      case OFFLINE, TIMEOUT, SERVER, RATE_LIMITED, UNKNOWN, PROXY, CERTIFICATE, LOGIN_PAGE -> true;
      default -> false;
    };
  }

  /** Whether the user has to sign in first. */
  static boolean wantsSignIn(Problem problem) {
    return switch (problem.kind()) {
      case NOT_AUTHORIZED, CREDENTIALS_REJECTED, CREDENTIALS_EXPIRED -> true;
      default -> false;
    };
  }

  private static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }
}
