package org.jiralanguageserver.agent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.ErrorData;
import org.jiralanguageserver.wire.JiraJson;

/** A request that waits for its answer. To cancel it cancels the request. */
final class PendingRequest<R> extends CompletableFuture<R> {
  private final String method;
  private final Object params;
  private final Class<R> type;
  private final Endpoint remote;
  private final ExecutorService writer;
  /** Read and written by the writer's thread alone. */
  private @Nullable CompletableFuture<?> sent;

  PendingRequest(String method, Object params, Class<R> type, Endpoint remote, ExecutorService writer) {
    this.method = method;
    this.remote = remote;
    this.writer = writer;
    this.type = type;
    this.params = params;
  }

  /** Sends it. */
  void send() {
    write(() -> {
      if (isDone()) return;
      CompletableFuture<?> request = remote.request(method, params);
      sent = request;
      request.whenComplete(this::answered);
    });
  }

  /** The process is over: no answer will come. */
  void end() {
    completeExceptionally(gone());
  }

  /** Cancels the request: Jira hears of it no more than it has already. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      write(() -> {
        if (sent != null) sent.cancel(true);
      });
    }
    return cancelled;
  }

  private void write(Runnable task) {
    try {
      writer.execute(task);
    } catch (RejectedExecutionException over) {
      end();
    }
  }

  private void answered(@Nullable Object result, @Nullable Throwable problem) {
    if (problem != null) {
      completeExceptionally(translated(problem));
      return;
    }
    try {
      complete(result == null || type == Void.class ? null : type.isInstance(result) ? type.cast(result) : JiraJson.fromJson(result, type));
    } catch (RuntimeException unreadable) {
      completeExceptionally(translated(unreadable));
    }
  }

  private Throwable translated(Throwable problem) {
    Throwable cause = problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    if (cause instanceof ResponseErrorException refused) return toException(refused.getResponseError());
    if (cause instanceof CancellationException) return cause;
    if (cause instanceof JsonRpcException) return gone();
    // The cause may quote the message, and with it a secret.
    return new AgentException("The agent's answer to " + method + " could not be read (" + cause.getClass().getSimpleName() + ").");
  }

  private JiraException toException(ResponseError error) {
    return new JiraException(error.getMessage(), error.getCode(), dataOf(error.getData()));
  }

  private @Nullable ErrorData dataOf(@Nullable Object data) {
    try {
      return data == null ? null : JiraJson.fromJson(data, ErrorData.class);
    } catch (RuntimeException other) {
      return null;
    }
  }

  private static AgentException gone() {
    return new AgentException("The agent ended before it answered.");
  }
}
