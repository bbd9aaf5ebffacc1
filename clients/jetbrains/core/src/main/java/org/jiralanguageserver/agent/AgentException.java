package org.jiralanguageserver.agent;

/** There is no agent that could answer. The message is one sentence for people: what is wrong, and what to do about it. */
public class AgentException extends RuntimeException {
  /** @param message for people */
  public AgentException(String message) {
    super(message);
  }

  /**
   * @param message for people
   * @param cause for developers
   */
  public AgentException(String message, Throwable cause) {
    super(message, cause);
  }
}
