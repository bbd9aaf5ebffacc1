package org.jiralanguageserver.lsp4ij;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How LSP4IJ reads a command ({@code CommandUtils}). */
final class CommandLine {
  private CommandLine() {}

  /** The parts of a command: a space parts them, but within double quotes, which go away. */
  static List<String> split(String command) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    var quoted = false;
    for (var character : command.toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
      } else if (character != ' ' || quoted) {
        part.append(character);
      } else if (!part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    if (!part.isEmpty()) parts.add(part.toString());
    return parts;
  }

  /** A text with the IDE's macros filled in, of which the home of the user is the only one here. */
  static String expand(String text, Map<String, String> environment) {
    return text.replace("$USER_HOME$", environment.get("HOME"));
  }
}
