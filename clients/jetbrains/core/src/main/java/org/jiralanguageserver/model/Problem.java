package org.jiralanguageserver.model;

import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.AgentException;
import org.jiralanguageserver.agent.JiraException;
import org.jiralanguageserver.protocol.ErrorData;
import org.jiralanguageserver.protocol.ErrorKind;

/**
 * Why something did not work, for people: plain text.
 *
 * @param message what is wrong
 * @param hint what to do about it
 * @param kind what went wrong; {@link ErrorKind#UNKNOWN} where it is none of Jira's errors
 * @param fieldErrors what Jira says of single fields, by their ids
 */
public record Problem(String message, @Nullable String hint, ErrorKind kind, Map<String, String> fieldErrors) {
  public Problem {
    fieldErrors = Map.copyOf(fieldErrors);
  }

  /** What a future ended with. */
  static Problem of(Throwable throwable) {
    Throwable cause = throwable instanceof CompletionException && throwable.getCause() != null ? throwable.getCause() : throwable;
    if (cause instanceof JiraException jira) {
      ErrorData data = jira.data();
      return new Problem(jira.getMessage(), jira.hint(), jira.kind(), data == null || data.jira() == null ? Map.of() : data.jira().errors());
    }
    if (cause instanceof AgentException) return new Problem(cause.getMessage(), null, ErrorKind.UNKNOWN, Map.of());
    return new Problem("Something went wrong in the plugin (" + cause.getClass().getSimpleName() + ").", null, ErrorKind.UNKNOWN, Map.of());
  }

  /** Whether Jira is away, so that trying later may do. */
  public boolean isPassing() {
    return kind == ErrorKind.OFFLINE || kind == ErrorKind.TIMEOUT || kind == ErrorKind.RATE_LIMITED;
  }

  /** Whether it may do by itself once the server is there and the user is signed in. */
  public boolean isCuredByConnection() {
    return isPassing() || needsSignIn();
  }

  /** Whether signing in again is what helps. */
  public boolean needsSignIn() {
    return kind == ErrorKind.NOT_AUTHORIZED || kind == ErrorKind.CREDENTIALS_REJECTED || kind == ErrorKind.CREDENTIALS_EXPIRED || kind == ErrorKind.UNKNOWN_PROVIDER;
  }
}
