package org.jiralanguageserver.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.wire.Command;
import org.jiralanguageserver.wire.Request;

/** Asks the agent, which answers on threads of its own, and takes the answers on the event dispatch thread. */
final class Questions implements AutoCloseable {
  private final Agent agent;
  private final Host host;
  private boolean closed;

  Questions(Agent agent, Host host) {
    this.agent = agent;
    this.host = host;
  }

  /** A question that was put. */
  interface Pending {
    /** Its answer is not wanted any more: it is not taken, and the request is cancelled. */
    void drop();
  }

  /** Sends a request. One of the two is told of how it went, unless the question is dropped. */
  <P, R> Pending ask(Request<P, R> request, P params, Consumer<? super R> taken, Consumer<Problem> failed) {
    return await(agent.request(request, params), taken, failed);
  }

  /** Runs a command. One of the two is told of how it went, unless the question is dropped. */
  <A, R> Pending run(Command<A, R> command, A arguments, Consumer<? super R> taken, Consumer<Problem> failed) {
    return await(agent.execute(command, arguments), taken, failed);
  }

  /** Takes what a future ends with. One of the two is told of it, unless it is dropped. */
  <R> Pending await(CompletableFuture<R> future, Consumer<? super R> taken, Consumer<Problem> failed) {
    boolean[] dropped = {false};
    future.whenComplete((result, problem) -> host.swing().execute(() -> {
      if (dropped[0] || closed || problem instanceof CancellationException) return;
      if (problem == null) taken.accept(result);
      else failed.accept(Problem.of(problem));
    }));
    return () -> {
      dropped[0] = true;
      future.cancel(true);
    };
  }

  /** Takes no answer any more. What was sent goes on: it may be a change that the user wanted. */
  @Override
  public void close() {
    closed = true;
  }
}
