package org.jiralanguageserver.agent;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jetbrains.annotations.Nullable;

/** The Node.js that runs the agent: the one that the user set, else the first good one in PATH and where installers put it. */
final class NodeRuntime {
  /** The oldest version that the agent runs on. */
  static final Version OLDEST = new Version(20, 19, 0);

  private static final boolean WINDOWS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final Pattern VERSION = Pattern.compile("^v(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final String SETTING = "the path of Node.js in the settings of Jira";

  private final Map<String, String> environment;
  private final Path home;
  private final Path root;

  /**
   * @param environment the environment of the agent, whose PATH counts
   * @param home the folder of the user
   * @param root the root of the file system, below which installers put it
   */
  NodeRuntime(Map<String, String> environment, Path home, Path root) {
    this.environment = environment;
    this.home = home;
    this.root = root;
  }

  /** A version of Node.js. */
  record Version(int major, int minor, int patch) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return Comparator.comparingInt(Version::major).thenComparingInt(Version::minor).thenComparingInt(Version::patch).compare(this, other);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }

  /**
   * Finds a Node.js that is new enough.
   *
   * @param configured what the user set; {@code null} or empty to look for one
   * @throws AgentException where there is none, with one sentence that says what to do
   */
  Path find(@Nullable String configured) {
    if (configured != null && !configured.isBlank()) return configured(configured.strip());
    Path old = null;
    Version newest = null;
    for (Path candidate : candidates()) {
      Version version = versionOf(candidate);
      if (version == null) continue;
      if (version.compareTo(OLDEST) >= 0) return candidate;
      if (newest == null || version.compareTo(newest) > 0) {
        old = candidate;
        newest = version;
      }
    }
    throw new AgentException(old == null
        ? "Jira needs Node.js " + OLDEST + " or newer, and none was found: install it from https://nodejs.org, or set " + SETTING + "."
        : "Jira needs Node.js " + OLDEST + " or newer, and " + old + " is " + newest + ": install a newer one, or set " + SETTING + ".");
  }

  private Path configured(String text) {
    Path node;
    try {
      node = text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
    } catch (InvalidPathException problem) {
      throw new AgentException(text + " is no path: mend " + SETTING + ".", problem);
    }
    if (!Files.isRegularFile(node)) throw new AgentException("There is no Node.js at " + node + ": mend " + SETTING + ", or leave it empty.");
    Version version = versionOf(node);
    if (version == null) throw new AgentException(node + " does not run, or is no Node.js: mend " + SETTING + ", or leave it empty.");
    if (version.compareTo(OLDEST) < 0) throw new AgentException("Jira needs Node.js " + OLDEST + " or newer, and " + node + " is " + version + ": change " + SETTING + ".");
    return node;
  }

  /** Where Node.js may be, the likeliest first. An IDE that a desktop started has not the PATH of the user's shell. */
  private Set<Path> candidates() {
    String name = WINDOWS ? "node.exe" : "node";
    Set<Path> found = new LinkedHashSet<>();
    for (String folder : variable("PATH").split(Pattern.quote(File.pathSeparator))) {
      if (!folder.isEmpty()) addFile(found, folder, name);
    }
    wellKnownFolders().forEach(folder -> addFile(found, folder.toString(), name));
    return found;
  }

  private List<Path> wellKnownFolders() {
    List<Path> folders = new ArrayList<>();
    if (WINDOWS) {
      for (String root : List.of(variable("ProgramFiles"), variable("LOCALAPPDATA") + "\\Programs")) if (!root.isEmpty()) folders.add(Path.of(root, "nodejs"));
      folders.add(home.resolve("scoop\\apps\\nodejs\\current"));
      if (!variable("NVM_SYMLINK").isEmpty()) folders.add(Path.of(variable("NVM_SYMLINK")));
      folders.add(home.resolve(".volta\\bin"));
    } else {
      for (String folder : List.of("usr/local/bin", "opt/homebrew/bin", "opt/local/bin", "usr/bin", "snap/bin")) folders.add(root.resolve(folder));
      for (String folder : List.of(".volta/bin", ".local/share/mise/shims", ".asdf/shims", ".local/bin", "n/bin")) folders.add(home.resolve(folder));
      folders.addAll(versions(home.resolve(".nvm/versions/node"), "bin"));
      folders.addAll(versions(home.resolve(".local/share/fnm/node-versions"), "installation/bin"));
      folders.addAll(versions(home.resolve("Library/Application Support/fnm/node-versions"), "installation/bin"));
    }
    return folders;
  }

  /** The folders of a manager of versions, the newest first. */
  private static List<Path> versions(Path folder, String within) {
    try (Stream<Path> versions = Files.list(folder)) {
      return versions.filter(each -> parse(each.getFileName().toString()) != null)
          .sorted(Comparator.comparing((Path each) -> parse(each.getFileName().toString())).reversed())
          .map(each -> each.resolve(within))
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static void addFile(Set<Path> found, String folder, String name) {
    try {
      Path file = Path.of(folder, name);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) found.add(file);
    } catch (InvalidPathException broken) {
      // A part of PATH that is no path names no Node.js.
    }
  }

  /** @return {@code null} for what does not run, or is no Node.js */
  private static @Nullable Version versionOf(Path node) {
    try {
      Process process = new ProcessBuilder(node.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (BufferedReader reader = process.inputReader()) {
        if (!process.waitFor(20, TimeUnit.SECONDS)) return null;
        return process.exitValue() == 0 ? parse(reader.readLine()) : null;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException doesNotRun) {
      return null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static @Nullable Version parse(@Nullable String text) {
    Matcher matcher = VERSION.matcher(text == null ? "" : text);
    return matcher.find() ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))) : null;
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
