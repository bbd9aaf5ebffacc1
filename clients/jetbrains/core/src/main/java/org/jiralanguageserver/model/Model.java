package org.jiralanguageserver.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.wire.Request;

/** What all models have: the agent, their thread, and an end. */
public abstract class Model<S> implements AutoCloseable {
  final Agent agent;
  final Executor thread;
  private final Value<S> state;
  private final Set<CompletableFuture<?>> pending = new LinkedHashSet<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private boolean closed;

  Model(Agent agent, Executor thread, S first) {
    this.agent = agent;
    this.thread = thread;
    this.state = new Value<>(first);
  }

  /** All that there is to show. */
  public final Value<S> state() {
    return state;
  }

  /** Cancels what it is at; from now on nothing changes any more. */
  @Override
  public void close() {
    closed = true;
    subscriptions.forEach(Subscription::close);
    for (CompletableFuture<?> request : List.copyOf(pending)) request.cancel(true);
  }

  final boolean isClosed() {
    return closed;
  }

  final S now() {
    return state.get();
  }

  final void become(S next) {
    if (!closed) state.set(next);
  }

  /** Sends a request. What is made of its answer is made on the thread of the model, and not at all after its end. */
  final <P, R> Pending<R> send(Request<P, R> request, P params) {
    return expect(agent.request(request, params));
  }

  /** Takes a request over: it ends with the model. */
  final <R> Pending<R> expect(CompletableFuture<R> request) {
    pending.add(request);
    CompletableFuture<R> answer = new CompletableFuture<>();
    request.whenComplete((result, problem) -> onThread(() -> {
      pending.remove(request);
      if (problem == null) answer.complete(result);
      else answer.completeExceptionally(problem);
    }));
    if (closed) request.cancel(true);
    return new Pending<>(request, answer);
  }

  /** Has a task run on the thread of the model. */
  final void onThread(Runnable task) {
    thread.execute(task);
  }

  /** Has a listener called on the thread of the model until its end. */
  final <T> Consumer<T> here(Consumer<T> listener) {
    return value -> onThread(() -> {
      if (!closed) listener.accept(value);
    });
  }

  final void until(Subscription subscription) {
    subscriptions.add(subscription);
  }

  /** Whether somebody did not want to know any more: nothing is wrong then. */
  static boolean isCancellation(Throwable problem) {
    return problem instanceof CancellationException || (problem instanceof CompletionException && problem.getCause() instanceof CancellationException);
  }

  /**
   * A request that was sent.
   *
   * @param request cancels it
   * @param answer ends on the thread of the model
   */
  record Pending<R>(CompletableFuture<R> request, CompletableFuture<R> answer) {
    void cancel() {
      request.cancel(true);
    }
  }
}
