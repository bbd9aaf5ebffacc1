package org.jiralanguageserver.ide.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jetbrains.annotations.Nullable;

/** The agent's own configuration, read from the schema of the protocol: which settings there are, and what they are for. */
public final class SettingsSchema {
  private static final String RESOURCE = "/schema/jira-protocol.schema.json";
  private static final String DEFINITIONS = "#/$defs/";
  /** What the agent does within texts: the plugin has it do none of that, LSP4IJ does. */
  static final Set<String> OF_TEXTS = Set.of("hover", "completion", "documentLinks", "inlayHints", "codeLenses", "diagnostics");

  private final JsonObject definitions;

  private SettingsSchema(JsonObject definitions) {
    this.definitions = definitions;
  }

  /** A part of the page: settings that belong together. */
  public record Group(String title, String description, List<Setting> settings) {}

  /** Reads the schema that is beside this class, in the order of the documents: all but {@link #OF_TEXTS}. */
  public static List<Group> groups() {
    try (InputStream stream = SettingsSchema.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is not in the package");
      }
      JsonObject schema = JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).getAsJsonObject();
      return new SettingsSchema(schema.getAsJsonObject("$defs")).read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<Group> read() {
    List<Setting> general = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    JsonObject members = definitions.getAsJsonObject("InitializationOptions").getAsJsonObject("properties");
    for (String name : members.keySet()) {
      if (OF_TEXTS.contains(name)) continue;
      JsonObject member = resolve(members.getAsJsonObject(name));
      if (member.has("properties")) {
        groups.add(group(name, member));
      } else {
        general.add(setting(List.of(name), member));
      }
    }
    groups.add(0, new Group("", "", general));
    return groups;
  }

  private Group group(String name, JsonObject schema) {
    List<Setting> settings = new ArrayList<>();
    JsonObject members = schema.getAsJsonObject("properties");
    for (String member : members.keySet()) {
      settings.add(setting(List.of(name, member), resolve(members.getAsJsonObject(member))));
    }
    return new Group(title(name), text(schema, "description"), settings);
  }

  private Setting setting(List<String> path, JsonObject schema) {
    List<String> choices = new ArrayList<>();
    if (schema.has("enum")) {
      for (JsonElement choice : schema.getAsJsonArray("enum")) {
        if (!choice.isJsonNull()) {
          choices.add(choice.getAsString());
        }
      }
    }
    return new Setting(
        path,
        kind(path, schema),
        title(path.get(path.size() - 1)),
        text(schema, "description"),
        schema.get("default"),
        choices,
        number(schema, "minimum", Integer.MIN_VALUE),
        number(schema, "maximum", Integer.MAX_VALUE));
  }

  private Setting.Kind kind(List<String> path, JsonObject schema) {
    if (schema.has("enum")) {
      return Setting.Kind.CHOICE;
    }
    return switch (type(schema)) {
      case "boolean" -> Setting.Kind.SWITCH;
      case "integer" -> Setting.Kind.NUMBER;
      case "string" -> Setting.Kind.TEXT;
      case "array" -> Setting.Kind.LINES;
      default -> throw new IllegalStateException("no way to show " + String.join(".", path));
    };
  }

  /** A schema without what only says that it may be left out, with what is told beside its alternatives or its reference. */
  private JsonObject resolve(JsonObject schema) {
    JsonObject resolved = schema;
    if (schema.has("anyOf")) {
      for (JsonElement alternative : schema.getAsJsonArray("anyOf")) {
        if (!"null".equals(text(alternative.getAsJsonObject(), "type"))) {
          resolved = resolve(alternative.getAsJsonObject());
        }
      }
    } else if (schema.has("$ref")) {
      resolved = definitions.getAsJsonObject(schema.get("$ref").getAsString().substring(DEFINITIONS.length()));
    }
    if (resolved == schema) {
      return schema;
    }
    JsonObject merged = resolved.deepCopy();
    for (String beside : List.of("description", "default")) {
      if (schema.has(beside)) {
        merged.add(beside, schema.get(beside));
      }
    }
    return merged;
  }

  private static String type(JsonObject schema) {
    JsonElement type = schema.get("type");
    if (type == null) {
      return "";
    }
    return type.isJsonArray() ? type.getAsJsonArray().get(0).getAsString() : type.getAsString();
  }

  private static String text(JsonObject schema, String member) {
    @Nullable JsonElement value = schema.get(member);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }

  private static int number(JsonObject schema, String member, int otherwise) {
    return schema.has(member) ? schema.get(member).getAsInt() : otherwise;
  }

  /** From {@code todoWithoutIssue} to “Todo without issue”. */
  private static String title(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
