package org.jiralanguageserver.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFilesTest {
  @TempDir
  private Path folder;

  @Test
  void theAgentIsBesideTheFolderOfTheJars() throws IOException {
    Path plugin = Files.createDirectories(folder.resolve("my plugins/jira-language-server"));
    Path jar = Files.createDirectories(plugin.resolve("lib")).resolve("jira-ide.jar");

    assertEquals(plugin.resolve("agent").resolve("main.js"), PluginFiles.agentProgram(within(jar)));
  }

  @Test
  void elsewhereItIsNotLookedFor() throws IOException {
    Path jar = folder.resolve("jira-ide.jar");

    assertThrows(IllegalStateException.class, () -> PluginFiles.agentProgram(within(jar)));
    assertThrows(IllegalStateException.class, () -> PluginFiles.agentProgram(folder.toUri().toURL()));
    assertThrows(IllegalStateException.class, () -> PluginFiles.agentProgram(null));
  }

  private static URL within(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry("A.class"));
    }
    return URI.create("jar:" + jar.toUri() + "!/A.class").toURL();
  }
}
