package org.jiralanguageserver.agent;

import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.ErrorData;
import org.jiralanguageserver.protocol.ErrorKind;

/** The agent answered with an error. The message is for people: it says what is wrong, and is shown as it is. */
public final class JiraException extends AgentException {
  private final int code;
  private final transient @Nullable ErrorData data;

  /**
   * @param code the code of JSON-RPC
   * @param data what programs may know of it; {@code null} for an error that is not of Jira, such as a bug of the agent
   */
  public JiraException(String message, int code, @Nullable ErrorData data) {
    super(message);
    this.code = code;
    this.data = data;
  }

  /** The code of JSON-RPC. */
  public int code() {
    return code;
  }

  /** What went wrong; {@link ErrorKind#UNKNOWN} where it is none of Jira's errors. */
  public ErrorKind kind() {
    return data == null ? ErrorKind.UNKNOWN : data.kind();
  }

  /** What the user or the administrator can do next; {@code null} where nobody knows. */
  public @Nullable String hint() {
    return data == null ? null : data.hint();
  }

  /** All that programs may know of it. */
  public @Nullable ErrorData data() {
    return data;
  }
}
