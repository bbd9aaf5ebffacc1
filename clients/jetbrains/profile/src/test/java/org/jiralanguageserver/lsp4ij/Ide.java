package org.jiralanguageserver.lsp4ij;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ClientInfo;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.jiralanguageserver.testing.Project;

/**
 * An IDE with LSP4IJ 0.20, as far as a language server can tell it from another one: it declares what {@code
 * ClientCapabilitiesFactory} declares, and does what {@code LanguageServerWrapper} does.
 */
final class Ide implements AutoCloseable {
  private final Process process;
  private final Path complaints;
  private final Future<Void> listening;
  private final LanguageServer server;
  private final Client client;
  private final Path folder;
  private final Map<String, OpenFile> files = new HashMap<>();
  private final Template template;
  private final InitializeResult initialized;

  /**
   * Opens a project, and starts the server of a template.
   *
   * @param folder of the project
   * @param environment what the IDE has from the user's login shell
   */
  Ide(Template template, Path folder, Map<String, String> environment) throws Exception {
    this.template = template;
    this.folder = folder;
    var command = CommandLine.split(CommandLine.expand(template.command(), environment));
    complaints = Files.createTempFile("lsp4ij", ".log");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    process = builder.start();
    var workspaceFolder = new WorkspaceFolder(folder.toUri().toString(), folder.getFileName().toString());
    client = new Client(template.settings(), workspaceFolder, this::apply);
    var launcher = new LSPLauncher.Builder<LanguageServer>()
        .setLocalService(client)
        .setRemoteInterface(LanguageServer.class)
        .setInput(process.getInputStream())
        .setOutput(process.getOutputStream())
        .wrapMessages(this::heard)
        .create();
    listening = launcher.startListening();
    server = launcher.getRemoteProxy();
    initialized = answer(server.initialize(initializeParams(workspaceFolder)));
    server.initialized(new InitializedParams());
    server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(template.settings()));
  }

  /** What LSP4IJ declares, as it was recorded when its own {@code ClientCapabilitiesFactory} was run. */
  static ClientCapabilities capabilities() throws IOException {
    var file = Project.root().resolve("test/support/profiles/capabilities/lsp4ij.json");
    return new MessageJsonHandler(Map.of()).getGson().fromJson(Files.readString(file, StandardCharsets.UTF_8), ClientCapabilities.class);
  }

  Client client() {
    return client;
  }

  Path folder() {
    return folder;
  }

  InitializeResult initialized() {
    return initialized;
  }

  ServerCapabilities serverCapabilities() {
    return initialized.getCapabilities();
  }

  /**
   * Opens a file, of which the server is told where the template maps it.
   *
   * @param language of the IDE; {@code null} where it has none for the file
   */
  OpenFile open(Path path, String language) throws IOException {
    var languageId = template.languageIdOf(language, path.getFileName().toString());
    if (languageId == null) throw new AssertionError("The template has no server for " + path);
    var file = new OpenFile(path, languageId, server, serverCapabilities());
    files.put(file.uri(), file);
    return file;
  }

  /** Makes a file of the project, and opens it. */
  OpenFile open(String name, String language, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return open(Files.writeString(path, text), language);
  }

  /** Waits for a file that the server opens, and opens it. @param name a part of its name */
  OpenFile opened(String name) throws Exception {
    return open(client.opened.take(path -> path.getFileName().toString().contains(name)), name.endsWith(".md") ? "Markdown" : "TEXT");
  }

  /** Runs a command; one that the server does not list is run by nobody. */
  CompletableFuture<Object> run(Command command) {
    if (!serverCapabilities().getExecuteCommandProvider().getCommands().contains(command.getCommand())) {
      throw new AssertionError("The server lists no command " + command.getCommand());
    }
    return server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command.getCommand(), command.getArguments()));
  }

  CompletableFuture<Object> run(String command, Object argument) {
    return run(new Command(command, command, List.of(argument)));
  }

  /** What “Search Everywhere” finds. @param uri of the file that is opened */
  record Found(String name, String uri) {}

  /** Searches everywhere, for symbols, in either of the two forms; those that are in no file are opened by nobody. */
  List<Found> symbols(String query) throws Exception {
    if (!provides(serverCapabilities().getWorkspaceSymbolProvider())) return List.of();
    var symbols = answer(server.getWorkspaceService().symbol(new WorkspaceSymbolParams(query)));
    var found = new ArrayList<Found>();
    if (symbols.isLeft()) for (var symbol : symbols.getLeft()) found.add(found(symbol));
    else for (var symbol : symbols.getRight()) found.add(new Found(symbol.getName(), symbol.getLocation().isLeft() ? symbol.getLocation().getLeft().getUri() : symbol.getLocation().getRight().getUri()));
    found.removeIf(symbol -> !symbol.uri().startsWith("file:"));
    return found;
  }

  @SuppressWarnings("deprecation") // LSP's older form of a symbol.
  private static Found found(SymbolInformation symbol) {
    return new Found(symbol.getName(), symbol.getLocation().getUri());
  }

  /** The user changes the settings of the server. */
  void configure(JsonObject settings) {
    client.setSettings(settings);
    server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(settings));
  }

  /** Whether the server has a feature: what it does not declare is never asked for. */
  static boolean provides(Either<Boolean, ?> provider) {
    return provider != null && (provider.isRight() || provider.getLeft());
  }

  /** Waits for an answer of the server. */
  static <T> T answer(CompletableFuture<T> future) throws Exception {
    return future.get(60, SECONDS);
  }

  /**
   * Ends the server, which must have sent nothing that nobody hears, and nothing to its standard error: LSP4IJ shows each
   * line of that as an error.
   *
   * @return with what it ended
   */
  int stop() throws Exception {
    answer(server.shutdown());
    server.exit();
    if (!process.waitFor(60, SECONDS)) throw new AssertionError("The server does not end.");
    assertEquals(List.of(), client.unheard.all());
    assertEquals("", Files.readString(complaints));
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    listening.cancel(true);
    Files.delete(complaints);
  }

  private InitializeParams initializeParams(WorkspaceFolder workspaceFolder) throws IOException {
    var capabilities = capabilities();
    capabilities.setExperimental(template.experimental());
    var params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setClientInfo(new ClientInfo("IntelliJ IDEA Community Edition", "2024.2"));
    params.setCapabilities(capabilities);
    params.setInitializationOptions(template.initializationOptions());
    params.setWorkspaceFolders(List.of(workspaceFolder));
    params.setTrace("off");
    return params;
  }

  /** LSP4IJ knows the messages of LSP alone; another one ends in its log. */
  private MessageConsumer heard(MessageConsumer consumer) {
    return message -> {
      if (message instanceof RequestMessage request && request.getMethod().startsWith("jira/")) client.unheard.add(request.getMethod());
      if (message instanceof NotificationMessage notification && notification.getMethod().startsWith("jira/")) client.unheard.add(notification.getMethod());
      consumer.consume(message);
    };
  }

  private void apply(WorkspaceEdit edit) {
    if (edit.getDocumentChanges() != null) {
      for (var change : edit.getDocumentChanges()) {
        var document = change.getLeft();
        files.get(document.getTextDocument().getUri()).apply(document.getEdits().stream().map(each -> each.getLeft()).toList());
      }
    } else {
      edit.getChanges().forEach((uri, edits) -> files.get(uri).apply(edits));
    }
  }
}
