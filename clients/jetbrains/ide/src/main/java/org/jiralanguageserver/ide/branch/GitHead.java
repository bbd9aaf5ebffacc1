package org.jiralanguageserver.ide.branch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which branch of a Git repository is checked out, read from its files: with Git's plug-in, and without it. */
public final class GitHead {
  private static final String WORK_TREE = "gitdir: ";
  private static final String BRANCH = "ref: refs/heads/";

  private GitHead() {}

  /**
   * The branch of the repository that a folder is in; empty where it is in none, where HEAD is at no branch, and where
   * the files cannot be read.
   */
  public static Optional<String> branchAt(Path folder) {
    for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
      Path git = each.resolve(".git");
      if (Files.exists(git)) return gitFolder(git).flatMap(GitHead::branchOf);
    }
    return Optional.empty();
  }

  /** A work tree of its own and a submodule have a file that says where the folder is. */
  private static Optional<Path> gitFolder(Path git) {
    if (Files.isDirectory(git)) return Optional.of(git);
    return firstLine(git).filter(line -> line.startsWith(WORK_TREE)).flatMap(line -> pathOf(git, line.substring(WORK_TREE.length())));
  }

  private static Optional<Path> pathOf(Path file, String text) {
    try {
      return Optional.of(file.resolveSibling(text));
    } catch (InvalidPathException broken) {
      return Optional.empty();
    }
  }

  private static Optional<String> branchOf(Path git) {
    return firstLine(git.resolve("HEAD")).filter(line -> line.startsWith(BRANCH)).map(line -> line.substring(BRANCH.length()));
  }

  private static Optional<String> firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip);
    } catch (IOException | UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }
}
