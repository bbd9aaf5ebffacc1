package org.jiralanguageserver.agent;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientInfo;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jiralanguageserver.protocol.AgentCapabilities;
import org.jiralanguageserver.protocol.JiraClient;
import org.jiralanguageserver.protocol.JiraProtocol;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.wire.JiraJson;
import org.jiralanguageserver.wire.Request;

/** One process of the agent, from its start to its end, and the connection to it. */
final class AgentSession {
  private static final int LAST_WORDS = 20;
  private static final int PATIENCE_AT_START = 60;
  private static final Map<String, JsonRpcMethod> METHODS = methods();

  private final Process process;
  private final ClientUi ui;
  private final MessageJsonHandler json;
  private final RemoteEndpoint remote;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(daemon("jira-agent-writer"));
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final Set<PendingRequest<?>> pending = ConcurrentHashMap.newKeySet();
  private final Deque<String> lastWords = new ArrayDeque<>();

  /**
   * Starts the process.
   *
   * @param node the Node.js that runs it
   * @throws AgentException where it does not start
   */
  AgentSession(Path node, AgentOptions options, ClientUi ui, JiraClient client) {
    this.ui = ui;
    this.process = start(node, options);
    this.json = new MessageJsonHandler(METHODS, JiraJson::configure);
    this.remote = new RemoteEndpoint(new StreamMessageConsumer(process.getOutputStream(), json), new TypedEndpoint(client));
    json.setMethodProvider(remote);
    remote.setJsonHandler(json);
    Thread errors = daemon("jira-agent-stderr").newThread(this::readErrors);
    errors.start();
    daemon("jira-agent-reader").newThread(() -> readMessages(errors)).start();
  }

  /** Ends with the process, with its exit code. */
  CompletableFuture<Integer> ended() {
    return ended;
  }

  /**
   * Says hello.
   *
   * @return the version of the agent; it fails with {@link AgentException} where the agent is none that this client works with
   */
  CompletableFuture<String> initialize(AgentOptions options, boolean secrets) {
    InitializeParams params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setClientInfo(new ClientInfo(options.clientName(), options.clientVersion()));
    params.setWorkspaceFolders(options.folders());
    params.setCapabilities(Capabilities.declared(secrets));
    params.setInitializationOptions(JiraJson.toJson(options.settings()));
    return send("initialize", params, InitializeResult.class).orTimeout(PATIENCE_AT_START, TimeUnit.SECONDS).thenApply(result -> {
      checkProtocol(result);
      tell("initialized", new InitializedParams());
      return result.getServerInfo() == null ? "" : result.getServerInfo().getVersion();
    });
  }

  /** Sends a request. To cancel the future cancels the request. */
  <R> CompletableFuture<R> send(String method, Object params, Class<R> result) {
    PendingRequest<R> request = new PendingRequest<>(method, params, result, remote, writer);
    pending.add(request);
    request.whenComplete((answer, problem) -> pending.remove(request));
    request.send();
    return request;
  }

  /** Sends a notification. */
  void tell(String method, Object params) {
    try {
      writer.execute(() -> remote.notify(method, params));
    } catch (RejectedExecutionException over) {
      // The process is over: there is nobody to tell.
    }
  }

  /** What it wrote to stderr last, for people who look for the reason of its end. */
  String lastWords() {
    synchronized (lastWords) {
      return String.join("\n", lastWords);
    }
  }

  /** Ends the process in good order, else by force. It waits. */
  void close() {
    try {
      send("shutdown", JsonNull.INSTANCE, Void.class).get(5, TimeUnit.SECONDS);
      tell("exit", JsonNull.INSTANCE);
      ended.get(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException gone) {
      ui.log(ClientUi.Level.LOG, "The agent did not end in good order: " + gone);
    }
    kill();
  }

  /** Ends the process by force. */
  void kill() {
    // Not by the process itself, which would close the streams before they are read.
    process.toHandle().destroyForcibly();
  }

  private static Process start(Path node, AgentOptions options) {
    if (!Files.isRegularFile(options.program())) throw new AgentException("The agent is missing: there is no " + options.program() + ". Install the plugin anew.");
    List<String> command = new ArrayList<>(List.of(node.toString(), options.program().toString(), "--stdio"));
    if (options.storage() != null) command.addAll(List.of("--storage", options.storage().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(options.environment());
    try {
      return builder.start();
    } catch (IOException problem) {
      throw new AgentException("The agent cannot be started with " + node + ": " + problem.getMessage(), problem);
    }
  }

  /** LSP4J reads all of LSP by itself. What is ours stays JSON until {@link PendingRequest} or {@link TypedEndpoint} reads it. */
  private static Map<String, JsonRpcMethod> methods() {
    Map<String, JsonRpcMethod> methods = new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(LanguageServer.class));
    ServiceEndpoints.getSupportedMethods(JiraClient.class).forEach((name, method) -> methods.put(name, name.startsWith("jira/") ? asJson(method) : method));
    for (Request<?, ?> request : JiraRequests.ALL) methods.put(request.method(), JsonRpcMethod.request(request.method(), JsonElement.class, JsonElement.class));
    return methods;
  }

  private static JsonRpcMethod asJson(JsonRpcMethod method) {
    return method.isNotification() ? JsonRpcMethod.notification(method.getMethodName(), JsonElement.class) : JsonRpcMethod.request(method.getMethodName(), JsonElement.class, JsonElement.class);
  }

  private void readMessages(Thread errors) {
    try (StreamMessageProducer producer = new StreamMessageProducer(process.getInputStream(), json, remote)) {
      producer.listen(remote);
    } catch (RuntimeException broken) {
      ui.log(ClientUi.Level.ERROR, "What the agent said could not be read: " + broken.getClass().getName());
    }
    // Whoever says nothing more is of no use.
    process.toHandle().destroy();
    int code = -1;
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) kill();
      code = process.waitFor();
      // A program that the agent started may have got its stderr, and keeps it open.
      errors.join(1000);
    } catch (InterruptedException stopped) {
      kill();
    }
    // Whatever is sent from now on is refused, and whatever was sent before is among those that wait.
    writer.shutdown();
    ended.complete(code);
    pending.forEach(PendingRequest::end);
  }

  private void readErrors() {
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        ui.log(ClientUi.Level.LOG, line);
        synchronized (lastWords) {
          lastWords.addLast(line);
          if (lastWords.size() > LAST_WORDS) lastWords.removeFirst();
        }
      }
    } catch (IOException over) {
      // The process is over, and so are its words.
    }
  }

  private void checkProtocol(InitializeResult result) {
    AgentCapabilities capabilities;
    try {
      JsonObject experimental = JiraJson.toJson(result.getCapabilities()).getAsJsonObject("experimental");
      capabilities = JiraJson.fromJson(experimental.get("jira"), AgentCapabilities.class);
    } catch (RuntimeException other) {
      throw new AgentException("The program that was started is not the agent of Jira: install the plugin anew.", other);
    }
    if (capabilities.protocolVersion() != JiraProtocol.VERSION) {
      throw new AgentException("The agent speaks version " + capabilities.protocolVersion() + " of its protocol and the plugin version " + JiraProtocol.VERSION + ": update both.");
    }
  }

  /** Threads that keep no IDE from ending. */
  static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
