package org.jiralanguageserver.agent;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.InitializationOptions;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.wire.Command;
import org.jiralanguageserver.wire.JiraJson;
import org.jiralanguageserver.wire.Request;
import org.jiralanguageserver.wire.StreamedRequest;

/**
 * Keeps an agent running. All that it decides, it decides on one thread: {@link #supervisor}; fields without
 * {@code volatile} are that thread's own.
 */
final class SupervisedAgent implements Agent {
  private final ClientUi ui;
  private final @Nullable SecretStore secrets;
  private final RestartPolicy policy;
  private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(AgentSession.daemon("jira-agent-supervisor"));
  private final ExecutorService secretsThread = Executors.newSingleThreadExecutor(AgentSession.daemon("jira-agent-secrets"));
  private final Listeners<AgentState> stateListeners;
  private final Listeners<List<Provider>> providersListeners;
  private final Listeners<IssuesChangedParams> issuesListeners;

  private volatile AgentOptions options;
  private volatile AgentState state = new AgentState.Starting();
  /** The session that answers, once there is one; it fails where there will be none before {@link #restart}. */
  private volatile CompletableFuture<Session> ready = new CompletableFuture<>();
  private @Nullable Session current;
  private int processes;

  /** A session, and what answers its questions. */
  private record Session(AgentSession session, ClientEndpoint client) {}

  SupervisedAgent(AgentOptions options, ClientUi ui, @Nullable SecretStore secrets, RestartPolicy policy) {
    this.options = options;
    this.ui = ui;
    this.secrets = secrets;
    this.policy = policy;
    Consumer<RuntimeException> failed = problem -> ui.log(ClientUi.Level.ERROR, "A listener failed: " + problem.getClass().getName());
    this.stateListeners = new Listeners<>(failed);
    this.providersListeners = new Listeners<>(failed);
    this.issuesListeners = new Listeners<>(failed);
  }

  /** Starts the first process. */
  void begin() {
    supervisor.execute(this::start);
  }

  @Override
  public <P, R> CompletableFuture<R> request(Request<P, R> request, P params) {
    return new SupervisedRequest<>(ready, session -> session.session().send(request.method(), params, request.result()));
  }

  @Override
  public <P, R, I> CompletableFuture<R> request(StreamedRequest<P, R, I> request, P params, Consumer<? super I> part) {
    String token = UUID.randomUUID().toString();
    return new SupervisedRequest<>(ready, session -> {
      JsonObject withToken = JiraJson.toJson(params);
      withToken.addProperty("partialResultToken", token);
      session.client().expectParts(token, value -> part.accept(JiraJson.fromJson(value, request.part())));
      CompletableFuture<R> answer = session.session().send(request.method(), withToken, request.result());
      answer.whenComplete((result, problem) -> session.client().expectNoMoreParts(token));
      return answer;
    });
  }

  @Override
  public <A, R> CompletableFuture<R> execute(Command<A, R> command, A arguments) {
    return new SupervisedRequest<>(ready, session -> session.session().send("workspace/executeCommand", new ExecuteCommandParams(command.name(), List.of(arguments)), command.result()));
  }

  @Override
  public AgentState state() {
    return state;
  }

  @Override
  public Subscription onState(Consumer<? super AgentState> listener) {
    Subscription subscription = stateListeners.add(listener);
    inSupervisor(() -> stateListeners.tell(listener, state));
    return subscription;
  }

  @Override
  public Subscription onProviders(Consumer<? super List<Provider>> listener) {
    return providersListeners.add(listener);
  }

  @Override
  public Subscription onIssues(Consumer<? super IssuesChangedParams> listener) {
    return issuesListeners.add(listener);
  }

  @Override
  public void configure(InitializationOptions settings) {
    inSupervisor(() -> {
      options = options.withSettings(settings);
      if (current != null && state instanceof AgentState.Ready) tellSettings(current.session());
    });
  }

  @Override
  public void setFolders(List<WorkspaceFolder> folders) {
    inSupervisor(() -> {
      List<WorkspaceFolder> before = options.folders();
      options = options.withFolders(folders);
      if (current != null && state instanceof AgentState.Ready) tellFolders(current.session(), before);
    });
  }

  @Override
  public void restart() {
    inSupervisor(() -> {
      if (state instanceof AgentState.Closed) return;
      policy.forget();
      Session old = current;
      current = null;
      become(new AgentState.Starting());
      awaitNext();
      if (old != null) old.session().close();
      start();
    });
  }

  @Override
  public void close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    inSupervisor(() -> {
      Session last = current;
      current = null;
      become(new AgentState.Closed());
      refuse(new AgentException("Jira was closed."));
      if (last != null) last.session().close();
      secretsThread.shutdown();
      supervisor.shutdown();
      closed.complete(null);
    });
    if (!supervisor.isShutdown()) closed.completeOnTimeout(null, 15, TimeUnit.SECONDS).join();
  }

  @Override
  public void setNode(@Nullable String node) {
    inSupervisor(() -> options = options.withNode(node));
  }

  private void start() {
    if (state instanceof AgentState.Closed) return;
    become(new AgentState.Starting());
    awaitNext();
    AgentOptions now = options;
    try {
      Map<String, String> environment = new ProcessBuilder().environment();
      environment.putAll(now.environment());
      Path node = new NodeRuntime(environment, Path.of(System.getProperty("user.home")), Path.of("/")).find(now.node());
      ClientEndpoint client = new ClientEndpoint(
          ui, secrets, secretsThread, this::settings, () -> options.folders(), providersListeners::tell, issuesListeners::tell, this::cancelProgress);
      Session session = new Session(new AgentSession(node, now, ui, client), client);
      current = session;
      session.session().ended().thenAcceptAsync(code -> ended(session, code), supervisor);
      session.session().initialize(now, secrets != null).whenCompleteAsync((version, problem) -> initialized(session, now, version, problem), supervisor);
    } catch (RuntimeException problem) {
      fail(messageOf(problem));
    }
  }

  /** @param told the options as they were when it was started */
  private void initialized(Session session, AgentOptions told, String version, @Nullable Throwable problem) {
    if (current != session) return;
    if (problem == null) {
      processes += 1;
      if (!options.settings().equals(told.settings())) tellSettings(session.session());
      tellFolders(session.session(), told.folders());
      become(new AgentState.Ready(version, processes));
      ready.complete(session);
    } else if (!session.session().ended().isDone()) {
      current = null;
      session.session().kill();
      fail(messageOf(problem));
    }
  }

  private void ended(Session session, int code) {
    session.client().sessionEnded();
    if (current != session) return;
    current = null;
    awaitNext();
    String reason = "The agent of Jira ended by itself (code " + code + ").";
    ui.log(ClientUi.Level.ERROR, reason + (session.session().lastWords().isEmpty() ? "" : " Its last words:\n" + session.session().lastWords()));
    Optional<Duration> delay = policy.delayAfterEnd(Instant.now());
    if (delay.isEmpty()) {
      fail("The agent of Jira ends again and again (code " + code + "): the log says why. Start it again when that is mended.");
      return;
    }
    become(new AgentState.Restarting(reason));
    supervisor.schedule(this::startAgain, delay.get().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Unless somebody has done so by hand meanwhile. */
  private void startAgain() {
    if (state instanceof AgentState.Restarting) start();
  }

  private void fail(String reason) {
    become(new AgentState.Failed(reason));
    refuse(new AgentException(reason));
  }

  private void refuse(AgentException problem) {
    awaitNext();
    ready.completeExceptionally(problem);
  }

  /** Whoever asks from now on waits for the next session. */
  private void awaitNext() {
    if (ready.isDone()) ready = new CompletableFuture<>();
  }

  private void tellSettings(AgentSession session) {
    session.tell("workspace/didChangeConfiguration", new DidChangeConfigurationParams(Map.of("jira", JiraJson.toJson(options.settings()))));
  }

  private void tellFolders(AgentSession session, List<WorkspaceFolder> before) {
    List<WorkspaceFolder> now = options.folders();
    List<WorkspaceFolder> added = now.stream().filter(each -> !before.contains(each)).toList();
    List<WorkspaceFolder> removed = before.stream().filter(each -> !now.contains(each)).toList();
    if (added.isEmpty() && removed.isEmpty()) return;
    session.tell("workspace/didChangeWorkspaceFolders", new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
  }

  private void become(AgentState next) {
    state = next;
    stateListeners.tell(next);
  }

  private JsonObject settings() {
    return JiraJson.toJson(options.settings());
  }

  private void cancelProgress(Either<String, Integer> token) {
    inSupervisor(() -> {
      if (current != null) current.session().tell("window/workDoneProgress/cancel", new WorkDoneProgressCancelParams(token));
    });
  }

  private void inSupervisor(Runnable task) {
    try {
      supervisor.execute(task);
    } catch (RejectedExecutionException closed) {
      // It was closed: there is nothing to tell any more.
    }
  }

  private static String messageOf(Throwable problem) {
    Throwable cause = problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    if (cause instanceof TimeoutException) return "The agent of Jira was started and does not answer: start it again.";
    return cause instanceof AgentException ? cause.getMessage() : "The agent of Jira could not be started: " + cause.getClass().getSimpleName();
  }
}
