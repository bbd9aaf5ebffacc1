package org.jiralanguageserver.agent;

/** How the agent is doing. */
public sealed interface AgentState {
  /** It is being started. */
  record Starting() implements AgentState {}

  /**
   * It answers.
   *
   * @param version the version of the agent
   * @param process the number of the process, from 1 on: what was read from one before is to be read again
   */
  record Ready(String version, int process) implements AgentState {}

  /**
   * It ended by itself, and is started again soon.
   *
   * @param reason what happened, for people
   */
  record Restarting(String reason) implements AgentState {}

  /**
   * It could not be started, or ends again and again; {@link Agent#restart} tries once more.
   *
   * @param reason what is wrong and what to do about it, for people
   */
  record Failed(String reason) implements AgentState {}

  /** It was closed. */
  record Closed() implements AgentState {}
}
