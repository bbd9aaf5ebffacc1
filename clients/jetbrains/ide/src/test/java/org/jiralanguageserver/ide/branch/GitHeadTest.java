package org.jiralanguageserver.ide.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHeadTest {
  @TempDir
  private Path folder;

  @Test
  void readsTheBranchFromAFolderWithin() throws IOException {
    repository("ref: refs/heads/feature/ABC-1-search\n");
    Path within = Files.createDirectories(folder.resolve("src").resolve("main"));

    assertEquals(Optional.of("feature/ABC-1-search"), GitHead.branchAt(within));
  }

  @Test
  void hasNoBranchWhereHeadIsAtACommit() throws IOException {
    repository("3f2504e04f8911d39a0c0305e82c3301aabbccdd\n");

    assertEquals(Optional.empty(), GitHead.branchAt(folder));
  }

  @Test
  void followsTheFileOfAWorkTree() throws IOException {
    Path main = Files.createDirectories(folder.resolve("main/.git/worktrees/other"));
    Files.writeString(main.resolve("HEAD"), "ref: refs/heads/WEB-2\n");
    Path tree = Files.createDirectories(folder.resolve("other"));
    Files.writeString(tree.resolve(".git"), "gitdir: " + main + "\n");

    assertEquals(Optional.of("WEB-2"), GitHead.branchAt(tree));
  }

  @Test
  void hasNoBranchOutsideOfARepositoryOrWhereItsFilesAreBroken() throws IOException {
    assertEquals(Optional.empty(), GitHead.branchAt(folder));

    Files.writeString(folder.resolve(".git"), "gitdir: \0\n");
    assertEquals(Optional.empty(), GitHead.branchAt(folder));

    Files.write(folder.resolve(".git"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertEquals(Optional.empty(), GitHead.branchAt(folder));
  }

  private void repository(String head) throws IOException {
    Path git = Files.createDirectories(folder.resolve(".git"));
    Files.writeString(git.resolve("HEAD"), head);
  }
}
