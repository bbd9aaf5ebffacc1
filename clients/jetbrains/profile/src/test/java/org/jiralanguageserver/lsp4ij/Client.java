package org.jiralanguageserver.lsp4ij;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;

/** What LSP4IJ answers the server ({@code LanguageClientImpl}, {@code ServerMessageHandler}). */
final class Client implements LanguageClient {
  final Queue<Balloon> balloons = new Queue<>("questions");
  final Queue<String> messages = new Queue<>("messages");
  final Queue<String> visited = new Queue<>("addresses that were opened in the browser");
  final Queue<Path> opened = new Queue<>("files that were opened");
  final Queue<PublishDiagnosticsParams> diagnostics = new Queue<>("diagnostics");
  final Queue<String> refreshed = new Queue<>("features that are asked for again");
  final Queue<String> registered = new Queue<>("methods that were registered");
  final Queue<String> log = new Queue<>("lines of the log");
  /** What LSP4IJ would pass over, with a line in its own log at the most. */
  final Queue<String> unheard = new Queue<>("messages that nobody hears");
  private final Set<Object> progress = ConcurrentHashMap.newKeySet();
  private final WorkspaceFolder folder;
  private final Consumer<WorkspaceEdit> apply;
  private volatile JsonObject settings;

  Client(JsonObject settings, WorkspaceFolder folder, Consumer<WorkspaceEdit> apply) {
    this.settings = settings;
    this.folder = folder;
    this.apply = apply;
  }

  void setSettings(JsonObject settings) {
    this.settings = settings;
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    var answer = new CompletableFuture<MessageActionItem>();
    var titles = new ArrayList<String>();
    for (var action : params.getActions()) titles.add(action.getTitle());
    balloons.add(new Balloon(params.getMessage(), titles, answer));
    return answer;
  }

  /** A document that is not for the browser is never answered where it has no selection; and files alone are opened. */
  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
    if (Boolean.TRUE.equals(params.getExternal())) {
      visited.add(params.getUri());
      return CompletableFuture.completedFuture(new ShowDocumentResult(true));
    }
    if (params.getSelection() == null) return new CompletableFuture<>();
    var uri = URI.create(params.getUri());
    var isThere = "file".equals(uri.getScheme()) && Files.exists(Path.of(uri));
    if (isThere) opened.add(Path.of(uri));
    return CompletableFuture.completedFuture(new ShowDocumentResult(isThere));
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    apply.accept(params.getEdit());
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
  }

  /** A section that the settings do not have is {@code null}. */
  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    var answers = new ArrayList<Object>();
    for (var item : params.getItems()) answers.add(item.getSection() == null ? settings : settings.get(item.getSection()));
    return CompletableFuture.completedFuture(answers);
  }

  @Override
  public CompletableFuture<List<WorkspaceFolder>> workspaceFolders() {
    return CompletableFuture.completedFuture(List.of(folder));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    for (var registration : params.getRegistrations()) registered.add(registration.getMethod());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    refreshed.add("inlayHint");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    refreshed.add("codeLens");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    progress.add(params.getToken().get());
    return CompletableFuture.completedFuture(null);
  }

  /** Progress that nobody announced is shown nowhere. */
  @Override
  public void notifyProgress(ProgressParams params) {
    if (!progress.contains(params.getToken().get())) unheard.add("progress " + params.getToken().get());
  }

  @Override
  public void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    diagnostics.add(params);
  }

  @Override
  public void logMessage(MessageParams params) {
    log.add(params.getMessage());
  }

  @Override
  public void telemetryEvent(Object event) {}
}
