package org.jiralanguageserver.agent;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.DeleteSecretParams;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.protocol.JiraClient;
import org.jiralanguageserver.protocol.OfferSignInParams;
import org.jiralanguageserver.protocol.OfferSignInResult;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersChangedParams;
import org.jiralanguageserver.protocol.ReadSecretParams;
import org.jiralanguageserver.protocol.ReadSecretResult;
import org.jiralanguageserver.protocol.StoreSecretParams;

/** Answers what the agent asks, by what the client was given: the user interface, the store of secrets, the settings. */
final class ClientEndpoint implements JiraClient {
  private final ClientUi ui;
  private final @Nullable SecretStore secrets;
  private final Executor secretsThread;
  private final Supplier<JsonElement> settings;
  private final Supplier<List<WorkspaceFolder>> folders;
  private final Consumer<List<Provider>> providersChanged;
  private final Consumer<IssuesChangedParams> issuesChanged;
  private final ProgressBars progressBars;
  private final Map<String, Consumer<Object>> parts = new ConcurrentHashMap<>();

  ClientEndpoint(
      ClientUi ui,
      @Nullable SecretStore secrets,
      Executor secretsThread,
      Supplier<JsonElement> settings,
      Supplier<List<WorkspaceFolder>> folders,
      Consumer<List<Provider>> providersChanged,
      Consumer<IssuesChangedParams> issuesChanged,
      Consumer<Either<String, Integer>> cancelProgress) {
    this.ui = ui;
    this.secrets = secrets;
    this.secretsThread = secretsThread;
    this.settings = settings;
    this.folders = folders;
    this.providersChanged = providersChanged;
    this.issuesChanged = issuesChanged;
    this.progressBars = new ProgressBars(ui, cancelProgress);
  }

  /** Has the parts of a result given to a consumer, by the token of its request. */
  void expectParts(String token, Consumer<Object> part) {
    parts.put(token, part);
  }

  void expectNoMoreParts(String token) {
    parts.remove(token);
  }

  /** The process is over, and with it all that it was at. */
  void sessionEnded() {
    parts.clear();
    progressBars.endAll();
  }

  @Override
  public void showMessage(MessageParams params) {
    ui.showMessage(levelOf(params.getType()), params.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    List<MessageActionItem> actions = params.getActions() == null ? List.of() : params.getActions();
    if (actions.isEmpty()) {
      ui.showMessage(levelOf(params.getType()), params.getMessage());
      return CompletableFuture.completedFuture(null);
    }
    List<String> answers = actions.stream().map(MessageActionItem::getTitle).toList();
    return ui.ask(levelOf(params.getType()), params.getMessage(), answers).thenApply(answer -> actions.stream().filter(action -> action.getTitle().equals(answer)).findFirst().orElse(null));
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
    URI uri;
    try {
      uri = URI.create(params.getUri());
    } catch (IllegalArgumentException broken) {
      return CompletableFuture.completedFuture(new ShowDocumentResult(false));
    }
    boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    boolean external = Boolean.TRUE.equals(params.getExternal());
    // Nothing but pages of the web and files is ever opened, whatever the agent was made to say.
    if (web) return ui.browse(uri).thenApply(ShowDocumentResult::new);
    if (external || !"file".equalsIgnoreCase(uri.getScheme())) return CompletableFuture.completedFuture(new ShowDocumentResult(false));
    return ui.openFile(uri, params.getSelection(), !Boolean.FALSE.equals(params.getTakeFocus())).thenApply(ShowDocumentResult::new);
  }

  @Override
  public void logMessage(MessageParams params) {
    ui.log(levelOf(params.getType()), params.getMessage());
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    if (params.getValue().isLeft()) {
      progressBars.take(params.getToken(), params.getValue().getLeft());
      return;
    }
    Consumer<Object> part = params.getToken().isLeft() ? parts.get(params.getToken().getLeft()) : null;
    if (part != null) part.accept(params.getValue().getRight());
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    List<Object> answers = new ArrayList<>();
    for (ConfigurationItem item : params.getItems()) answers.add("jira".equals(item.getSection()) ? settings.get() : JsonNull.INSTANCE);
    return CompletableFuture.completedFuture(answers);
  }

  @Override
  public CompletableFuture<List<WorkspaceFolder>> workspaceFolders() {
    return CompletableFuture.completedFuture(folders.get());
  }

  @Override
  public CompletableFuture<ReadSecretResult> readSecret(ReadSecretParams params) {
    return withSecrets(store -> ReadSecretResult.of().withSecret(store.read(params.name())));
  }

  @Override
  public CompletableFuture<Void> storeSecret(StoreSecretParams params) {
    return withSecrets(store -> {
      store.store(params.name(), params.secret());
      return null;
    });
  }

  @Override
  public CompletableFuture<Void> deleteSecret(DeleteSecretParams params) {
    return withSecrets(store -> {
      store.delete(params.name());
      return null;
    });
  }

  @Override
  public CompletableFuture<OfferSignInResult> offerSignIn(OfferSignInParams params) {
    return ui.offerSignIn(params).thenApply(OfferSignInResult::new);
  }

  @Override
  public void providersChanged(ProvidersChangedParams params) {
    providersChanged.accept(params.providers());
  }

  @Override
  public void issuesChanged(IssuesChangedParams params) {
    issuesChanged.accept(params);
  }

  @Override
  public void telemetryEvent(Object event) {
    // The agent sends none.
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    // No document is ever opened with this agent: there is nothing to remark.
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  private <T> CompletableFuture<T> withSecrets(SecretsCall<T> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (secrets == null) {
      answer.completeExceptionally(refusal("This client keeps no secrets."));
      return answer;
    }
    secretsThread.execute(() -> {
      try {
        answer.complete(call.on(secrets));
      } catch (IOException | RuntimeException problem) {
        // What a store throws may quote the secret: the log gets its kind alone.
        ui.log(ClientUi.Level.ERROR, "The store of secrets failed: " + problem.getClass().getName());
        answer.completeExceptionally(refusal("The store of secrets of the editor failed."));
      }
    });
    return answer;
  }

  @FunctionalInterface
  private interface SecretsCall<T> {
    T on(SecretStore store) throws IOException;
  }

  private static ResponseErrorException refusal(String message) {
    return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, message, null));
  }

  private static ClientUi.Level levelOf(@Nullable MessageType type) {
    if (type == null) return ClientUi.Level.INFO;
    return switch (type) {
      case Error -> ClientUi.Level.ERROR;
      case Warning -> ClientUi.Level.WARNING;
      case Info -> ClientUi.Level.INFO;
      default -> ClientUi.Level.LOG;
    };
  }
}
