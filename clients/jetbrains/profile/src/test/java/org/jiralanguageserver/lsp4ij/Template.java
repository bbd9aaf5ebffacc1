package org.jiralanguageserver.lsp4ij;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiralanguageserver.testing.Project;

/**
 * What LSP4IJ makes of a folder that a user imports ({@code LanguageServerTemplateManager}, {@code
 * LanguageServerTemplateDeserializer}, {@code ServerMappingSettings}), on a system that is no Windows.
 *
 * @param command how the server is started
 * @param settings what {@code workspace/didChangeConfiguration} tells
 * @param languages from the language of the IDE to that of LSP
 * @param patterns from names of files to languages of LSP
 */
record Template(
    String name,
    String command,
    JsonObject settings,
    JsonElement initializationOptions,
    JsonElement experimental,
    JsonObject installer,
    Map<String, String> languages,
    Map<String, String> patterns) {

  /** The template of this project. */
  static Template ofProject() throws IOException {
    return read(Project.root().resolve("clients/jetbrains/lsp4ij"));
  }

  static Template read(Path folder) throws IOException {
    var template = readJson(folder.resolve("template.json"));
    var languages = new LinkedHashMap<String, String>();
    for (var each : objectsOf(template, "languageMappings")) {
      languages.put(each.get("language").getAsString(), each.get("languageId").getAsString());
    }
    var patterns = new LinkedHashMap<String, String>();
    for (var each : objectsOf(template, "fileTypeMappings")) {
      for (var pattern : each.getAsJsonObject("fileType").getAsJsonArray("patterns")) {
        patterns.put(pattern.getAsString(), each.get("languageId").getAsString());
      }
    }
    return new Template(
        template.get("name").getAsString(),
        forThisSystem(template.getAsJsonObject("programArgs")).getAsString(),
        readJson(folder.resolve("settings.json")),
        readJson(folder.resolve("initializationOptions.json")),
        readJson(folder.resolve("experimental.json")),
        readJson(folder.resolve("installer.json")),
        languages,
        patterns);
  }

  /** Another one, with another command. */
  Template withCommand(String another) {
    return new Template(name, another, settings, initializationOptions, experimental, installer, languages, patterns);
  }

  /**
   * The language that the server is told, the language of the IDE before the name of the file.
   *
   * @param language {@code null} where the IDE has none for the file, as with TextMate's
   * @return {@code null} where the server is not for the file
   */
  String languageIdOf(String language, String fileName) {
    var id = language == null ? null : languages.get(language);
    if (id != null) return id;
    for (var pattern : patterns.entrySet()) {
      if (FileSystems.getDefault().getPathMatcher("glob:" + pattern.getKey()).matches(Path.of(fileName))) return pattern.getValue();
    }
    return null;
  }

  /** What there is for this system, else for all. */
  static JsonElement forThisSystem(JsonObject systems) {
    var system = System.getProperty("os.name").startsWith("Mac") ? "mac" : "unix";
    return systems.has(system) ? systems.get(system) : systems.get("default");
  }

  private static JsonObject readJson(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static List<JsonObject> objectsOf(JsonObject parent, String member) {
    var objects = new ArrayList<JsonObject>();
    for (var each : parent.getAsJsonArray(member)) objects.add(each.getAsJsonObject());
    return objects;
  }
}
