package org.jiralanguageserver.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jetbrains.annotations.Nullable;

/** A request that waits for an agent, and then for its answer. */
final class SupervisedRequest<S, R> extends CompletableFuture<R> {
  private @Nullable CompletableFuture<R> sent;

  /** @param send sends it to the session that is there */
  SupervisedRequest(CompletableFuture<S> ready, Function<S, CompletableFuture<R>> send) {
    ready.whenComplete((session, problem) -> {
      if (problem != null) completeExceptionally(causeOf(problem));
      else begin(session, send);
    });
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    synchronized (this) {
      if (sent != null) sent.cancel(mayInterruptIfRunning);
    }
    return cancelled;
  }

  private void begin(S session, Function<S, CompletableFuture<R>> send) {
    CompletableFuture<R> request;
    synchronized (this) {
      if (isDone()) return;
      request = send.apply(session);
      sent = request;
    }
    request.whenComplete((result, problem) -> {
      if (problem == null) complete(result);
      else completeExceptionally(causeOf(problem));
    });
  }

  private static Throwable causeOf(Throwable problem) {
    return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
  }
}
