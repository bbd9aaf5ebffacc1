package org.jiralanguageserver.agent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.InitializationOptions;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.wire.Command;
import org.jiralanguageserver.wire.Request;
import org.jiralanguageserver.wire.StreamedRequest;

/**
 * The agent, as the rest of a client sees it: one that is always there.
 * Its process is started, watched, and started again where it ends by itself; what is asked meanwhile waits for it.
 *
 * <p>Every method may be called from any thread and returns at once. Futures end, and listeners are called, on threads
 * of the agent: whoever changes what a screen shows goes over to the thread of the screen first.
 *
 * <p>A future fails with {@link JiraException} where the agent answered with an error, and with {@link AgentException}
 * where there is no agent that could answer. To cancel the future that was returned cancels the request, down to the
 * connection to Jira; a future that was made from it cancels nothing.
 */
public interface Agent extends AutoCloseable {
  /**
   * Starts an agent, and does not wait for it.
   *
   * @param ui what the agent asks and tells the user
   * @param secrets the client's own store, for {@code credentialStore: "client"}; {@code null} where it has none
   */
  static Agent start(AgentOptions options, ClientUi ui, @Nullable SecretStore secrets) {
    SupervisedAgent agent = new SupervisedAgent(options, ui, secrets, new RestartPolicy());
    agent.begin();
    return agent;
  }

  /** Sends a request. */
  <P, R> CompletableFuture<R> request(Request<P, R> request, P params);

  /**
   * Sends a request whose result comes in parts.
   *
   * @param part gets each part, in order, and all of them before the future ends; the result then holds no items itself
   */
  <P, R, I> CompletableFuture<R> request(StreamedRequest<P, R, I> request, P params, Consumer<? super I> part);

  /**
   * Runs a command, which asks the user for what it is not told.
   *
   * @return its result; {@code null} where the user dismissed a question
   */
  <A, R> CompletableFuture<R> execute(Command<A, R> command, A arguments);

  /** How the agent is doing. */
  AgentState state();

  /** Calls a listener with the state now, and with each that follows. */
  Subscription onState(Consumer<? super AgentState> listener);

  /** Calls a listener with the whole list of providers when one of them changed, in this window or in another. */
  Subscription onProviders(Consumer<? super List<Provider>> listener);

  /** Calls a listener with what is different from what was answered from the cache. */
  Subscription onIssues(Consumer<? super IssuesChangedParams> listener);

  /** Tells the settings, of which those of features apply at once, the others when the agent starts the next time. */
  void configure(InitializationOptions settings);

  /** Tells which folders are open; an agent that is started again knows them too. */
  void setFolders(List<WorkspaceFolder> folders);

  /** Tells which Node.js is to run it from its next start on; {@code null} to look for one. */
  void setNode(@Nullable String node);

  /** Starts the process anew: with other settings, or after it could not be started. */
  void restart();

  /** Ends the process in good order, and waits a few seconds at the most. What is asked from now on fails. */
  @Override
  void close();
}
