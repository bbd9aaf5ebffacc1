package org.jiralanguageserver.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.model.Model;

/** A thread that models belong to, as they do to that of Swing in an IDE. */
public final class ModelThread implements Executor, AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
    Thread made = new Thread(task, "models");
    made.setDaemon(true);
    return made;
  });

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /** Runs something on the thread, and gives what it gives. */
  public <T> T call(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(() -> {
      try {
        result.complete(task.call());
      } catch (Exception problem) {
        result.completeExceptionally(problem);
      }
    });
    return TestAgent.await(result);
  }

  /** Runs something on the thread, and waits for the future that it gives. */
  public <T> T finish(Callable<CompletableFuture<T>> task) {
    return TestAgent.await(call(task));
  }

  /** What a model shows. */
  public <S> S stateOf(Model<S> model) {
    return call(() -> model.state().get());
  }

  /** Waits until a model shows something. */
  public <S> S await(Model<S> model, Predicate<S> shown) {
    CompletableFuture<S> seen = new CompletableFuture<>();
    Subscription subscription = call(() -> model.state().observe(state -> {
      if (shown.test(state)) seen.complete(state);
    }));
    try {
      return TestAgent.await(seen);
    } catch (AssertionError late) {
      throw new AssertionError("It never came; what there is: " + stateOf(model), late);
    } finally {
      call(() -> {
        subscription.close();
        return null;
      });
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
