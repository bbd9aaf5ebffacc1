package org.jiralanguageserver.lsp4ij;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs what {@code installer.json} says, as LSP4IJ does ({@code InstallerTaskRegistry}, {@code ServerInstallerManager}). */
final class Installer {
  private final JsonObject installer;
  private final Map<String, String> environment;
  private final Map<String, String> properties = new HashMap<>();
  private final List<String> shown = new ArrayList<>();

  /** @param environment what the IDE has from the user's login shell */
  Installer(Template template, Map<String, String> environment) {
    this.installer = template.installer();
    this.environment = environment;
    properties.put("server.command", template.command());
    for (var property : installer.getAsJsonObject("properties").entrySet()) {
      properties.put(property.getKey(), property.getValue().getAsString());
    }
  }

  /** Whether the server is there already. */
  boolean check() throws IOException, InterruptedException {
    return run(installer.getAsJsonObject("check"));
  }

  /** Installs the server, where it is not there, or where the user asks for it again. */
  boolean install() throws IOException, InterruptedException {
    return run(installer.getAsJsonObject("run"));
  }

  /** The command of the server, as it is now. */
  String command() {
    return properties.get("server.command");
  }

  /** The notifications so far. */
  List<String> shown() {
    return shown;
  }

  /** Of several tasks the first one alone is run, then what follows on its success or its failure. */
  private boolean run(JsonObject task) throws IOException, InterruptedException {
    var first = task.entrySet().iterator().next();
    var body = first.getValue().getAsJsonObject();
    var succeeded = switch (first.getKey()) {
      case "exec" -> execute(body);
      case "configureServer" -> configure(body);
      case "showMessage" -> show(body);
      default -> throw new IllegalArgumentException("LSP4IJ has no task " + first.getKey());
    };
    var next = succeeded ? "onSuccess" : "onFail";
    return body.has(next) ? run(body.getAsJsonObject(next)) : succeeded;
  }

  /** A program that is still running when the time is up counts as one that works. */
  private boolean execute(JsonObject body) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    for (var part : partsOf(body.get("command"))) command.add(CommandLine.expand(part, environment));
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var errors = Files.createTempFile("installer", ".log");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
    if (body.has("workingDir")) {
      var folder = Path.of(CommandLine.expand(resolve(body.get("workingDir").getAsString()), environment));
      builder.directory(Files.createDirectories(folder).toFile());
    }
    Process process = null;
    try {
      process = builder.start();
      var time = body.has("timeout") ? body.get("timeout").getAsLong() : TimeUnit.MINUTES.toMillis(2);
      if (!process.waitFor(time, TimeUnit.MILLISECONDS)) return true;
      var ignoresErrors = body.has("ignoreStderr") && body.get("ignoreStderr").getAsBoolean();
      return process.exitValue() == 0 && (ignoresErrors || Files.readString(errors, StandardCharsets.UTF_8).isEmpty());
    } catch (IOException e) {
      return false; // There is no such program.
    } finally {
      if (process != null) process.destroy();
      Files.delete(errors);
    }
  }

  private boolean configure(JsonObject body) {
    var command = body.get("command");
    properties.put("server.command", resolve((command.isJsonObject() ? Template.forThisSystem(command.getAsJsonObject()) : command).getAsString()));
    return true;
  }

  /** A message with nothing to press is a failure. */
  private boolean show(JsonObject body) {
    var content = body.get("content");
    if (content.isJsonArray()) for (var paragraph : content.getAsJsonArray()) shown.add(paragraph.getAsString());
    else shown.add(content.getAsString());
    return false;
  }

  /** Properties are filled in where the server's command is all there is, and nowhere else. */
  private List<String> partsOf(JsonElement command) {
    var given = command.isJsonObject() ? Template.forThisSystem(command.getAsJsonObject()) : command;
    var parts = new ArrayList<String>();
    if (given.isJsonArray()) for (var part : given.getAsJsonArray()) parts.add(part.getAsString());
    else parts.addAll(List.of(given.getAsString().split(" ")));
    return parts.equals(List.of("${server.command}")) ? CommandLine.split(resolve(parts.get(0))) : parts;
  }

  private String resolve(String text) {
    var resolved = text;
    for (var property : properties.entrySet()) resolved = resolved.replace("${" + property.getKey() + "}", property.getValue());
    return resolved;
  }
}
