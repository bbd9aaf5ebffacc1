package org.jiralanguageserver.ide.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the platform publishes: the types and members of {@code published.txt}, named as class files name them. */
final class Published {
  private final Map<String, Type> types = new LinkedHashMap<>();

  /**
   * A type.
   *
   * @param flags the letters of its line
   * @param supertypes what it extends and implements, as far as it is told
   * @param members by {@link #key}
   */
  record Type(String name, String flags, List<String> supertypes, Map<String, String> members) {
    boolean isInterface() {
      return flags.isEmpty() || has('@');
    }

    boolean has(char flag) {
      return flags.indexOf(flag) >= 0;
    }
  }

  /** Reads the file; a line that is none of its form fails. */
  static Published read(Path file) throws IOException {
    Published published = new Published();
    Type current = null;
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("= ")) {
        continue;
      }
      if (line.startsWith("- ")) {
        if (current == null) {
          throw new IllegalArgumentException("a member before any type: " + line);
        }
        addMember(current, line.substring(2));
      } else {
        int colon = line.indexOf(':');
        String name = internal(line.substring(colon + 1));
        current = new Type(name, colon < 0 ? "" : line.substring(0, colon), new ArrayList<>(), new HashMap<>());
        if (published.types.put(name, current) != null) {
          throw new IllegalArgumentException("told twice: " + line);
        }
      }
    }
    return published;
  }

  Iterable<Type> types() {
    return types.values();
  }

  Optional<Type> type(String internalName) {
    return Optional.ofNullable(types.get(internalName));
  }

  /** The flags of a member of a type or of what it inherits from, nearest first; empty where nothing publishes it. */
  Optional<String> member(String internalName, String key) {
    Type type = types.get(internalName);
    if (type == null) {
      return Optional.empty();
    }
    if (type.members().containsKey(key)) {
      return Optional.of(type.members().get(key));
    }
    return type.supertypes().stream().flatMap(one -> member(one, key).stream()).findFirst();
  }

  /** A member by its name and descriptor. */
  static String key(String name, String descriptor) {
    return name + " " + descriptor;
  }

  private static void addMember(Type type, String text) {
    int parameters = text.indexOf('(');
    int colon = text.indexOf(':');
    if (colon < 0 && parameters < 0 && !text.startsWith("!")) {
      type.supertypes().add(internal(text));
      return;
    }
    boolean avoided = text.startsWith("!");
    String rest = avoided ? text.substring(1) : text;
    String flags = "";
    int first = rest.indexOf(':');
    if (first >= 0 && rest.substring(0, first).matches("[abfps*]+")) {
      flags = rest.substring(0, first);
      rest = rest.substring(first + 1);
    }
    int last = rest.lastIndexOf(':');
    String result = descriptor(rest.substring(last + 1));
    String signature = rest.substring(0, last);
    int open = signature.indexOf('(');
    String descriptor = result;
    String name = signature;
    if (open >= 0) {
      name = signature.substring(0, open);
      StringBuilder all = new StringBuilder("(");
      String list = signature.substring(open + 1, signature.length() - 1);
      for (String one : list.isEmpty() ? new String[0] : list.split(",")) {
        all.append(descriptor(one));
      }
      descriptor = all.append(')').append(result).toString();
    }
    type.members().put(key(name, descriptor), (avoided ? "!" : "") + flags);
  }

  private static String descriptor(String type) {
    if (type.endsWith("[]")) {
      return "[" + descriptor(type.substring(0, type.length() - 2));
    }
    return type.length() == 1 ? type : "L" + internal(type) + ";";
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }
}
