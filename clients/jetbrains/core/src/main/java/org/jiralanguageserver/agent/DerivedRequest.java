package org.jiralanguageserver.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A request whose result is another one's, changed: to cancel it cancels that one. */
final class DerivedRequest<T, R> extends CompletableFuture<R> {
  private final CompletableFuture<T> source;

  DerivedRequest(CompletableFuture<T> source, Function<T, R> change) {
    this.source = source;
    source.thenApply(change).whenComplete((result, problem) -> {
      if (problem == null) complete(result);
      else completeExceptionally(problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem);
    });
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return super.cancel(mayInterruptIfRunning) | source.cancel(mayInterruptIfRunning);
  }
}
