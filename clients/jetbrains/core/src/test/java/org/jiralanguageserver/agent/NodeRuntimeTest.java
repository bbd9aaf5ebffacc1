package org.jiralanguageserver.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Node.js is taken; the versions are programs that print what a Node.js of that version does. */
class NodeRuntimeTest {
  @TempDir Path folder;

  @Test
  void theFirstInPathThatIsNewEnough() throws IOException {
    Path old = node("old", "v18.20.4");
    Path broken = node("broken", "not a version");
    Path good = node("good", "v22.11.0");
    assertEquals(good, runtime(old.getParent() + ":" + broken.getParent() + ":" + good.getParent()).find(null));
  }

  @Test
  void theNewestOfAManagerOfVersionsWherePathHasNone() throws IOException {
    node("home/.nvm/versions/node/v20.19.1/bin", "v20.19.1");
    Path newest = node("home/.nvm/versions/node/v24.1.0/bin", "v24.1.0");
    node("home/.nvm/versions/node/v9.0.0/bin", "v9.0.0");
    assertEquals(newest, runtime("").find(null));
  }

  @Test
  void whereInstallersPutItForAllUsersBeforeThat() throws IOException {
    node("home/.nvm/versions/node/v24.1.0/bin", "v24.1.0");
    Path installed = node("root/opt/homebrew/bin", "v22.1.0");
    assertEquals(installed, runtime("").find(null));
  }

  @Test
  void thatThereIsNoneIsSaidInOneSentence() throws IOException {
    assertEquals(
        "Jira needs Node.js 20.19.0 or newer, and none was found: install it from https://nodejs.org, or set the path of Node.js in the settings of Jira.",
        assertThrows(AgentException.class, () -> runtime("").find(null)).getMessage());
    Path old = node("path", "v20.18.1");
    assertEquals(
        "Jira needs Node.js 20.19.0 or newer, and " + old + " is 20.18.1: install a newer one, or set the path of Node.js in the settings of Jira.",
        assertThrows(AgentException.class, () -> runtime(old.getParent().toString()).find(" ")).getMessage());
  }

  @Test
  void theOneThatTheUserSetAndNoOther() throws IOException {
    Path set = node("set", "v24.1.0");
    assertEquals(set, runtime(node("path", "v22.0.0").getParent().toString()).find(set.toString()));
    assertEquals(set, runtime("").find("~/../set/node").toAbsolutePath().normalize());
  }

  @Test
  void whatIsWrongWithTheSettingIsSaidInOneSentence() throws IOException {
    Path old = node("old", "v18.20.4");
    NodeRuntime runtime = runtime(node("path", "v22.0.0").getParent().toString());
    assertEquals(
        "Jira needs Node.js 20.19.0 or newer, and " + old + " is 18.20.4: change the path of Node.js in the settings of Jira.",
        assertThrows(AgentException.class, () -> runtime.find(old.toString())).getMessage());
    Path missing = folder.resolve("nowhere");
    assertEquals(
        "There is no Node.js at " + missing + ": mend the path of Node.js in the settings of Jira, or leave it empty.",
        assertThrows(AgentException.class, () -> runtime.find(missing.toString())).getMessage());
    Path other = node("other", "bash");
    assertEquals(
        other + " does not run, or is no Node.js: mend the path of Node.js in the settings of Jira, or leave it empty.",
        assertThrows(AgentException.class, () -> runtime.find(other.toString())).getMessage());
  }

  private NodeRuntime runtime(String path) throws IOException {
    return new NodeRuntime(Map.of("PATH", path), Files.createDirectories(folder.resolve("home")), Files.createDirectories(folder.resolve("root")));
  }

  private Path node(String name, String version) throws IOException {
    Path file = Files.createDirectories(folder.resolve(name)).resolve("node");
    Files.writeString(file, "#!/bin/sh\necho '" + version + "'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
