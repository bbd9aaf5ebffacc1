package org.jiralanguageserver.ide.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.jetbrains.plugin.structure.base.plugin.PluginCreationFail;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationResult;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationSuccess;
import com.jetbrains.plugin.structure.intellij.plugin.IdePlugin;
import com.jetbrains.plugin.structure.intellij.plugin.IdePluginManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentOptions;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.testing.Project;
import org.jiralanguageserver.testing.RecordingUi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package, as it is installed: judged by the library that JetBrains' Marketplace judges it with, unpacked, and run. */
class PluginPackageIT {
  private static final Path PLUGIN = Path.of(System.getProperty("jira.plugin"));

  @TempDir
  private Path folder;

  @Test
  void theMarketplaceWouldTakeIt() {
    PluginCreationResult<IdePlugin> result = IdePluginManager.createManager(folder).createPlugin(PLUGIN);

    if (result instanceof PluginCreationFail<IdePlugin> failed) assertEquals(List.of(), failed.getErrorsAndWarnings());
    if (!(result instanceof PluginCreationSuccess<IdePlugin> success)) throw new AssertionError(result);
    assertEquals(List.of(), success.getWarnings());
    assertEquals(List.of(), success.getUnacceptableWarnings());
    IdePlugin plugin = success.getPlugin();
    assertEquals("org.jiralanguageserver", plugin.getPluginId());
    assertEquals(253, plugin.getSinceBuild().getBaselineVersion());
    assertTrue(plugin.getIcons().size() >= 2, "a sign for light and one for dark themes");
  }

  @Test
  void holdsNothingThatThePlatformBrings() throws IOException {
    List<String> strangers = new ArrayList<>();
    try (ZipFile zip = new ZipFile(PLUGIN.toFile())) {
      for (ZipEntry jar : zip.stream().filter(entry -> entry.getName().endsWith(".jar")).toList()) {
        strangers.addAll(strangersIn(jar.getName(), zip.getInputStream(jar)));
      }
    }
    assertEquals(List.of(), strangers);
  }

  @Test
  void theAgentInItRuns() throws Exception {
    unpack();
    Path program = folder.resolve("jira-language-server/agent/main.js");
    assertTrue(Files.isRegularFile(program), "no agent in the package");
    AgentOptions options = AgentOptions.of(program, "test", "1").withNode(Project.node()).withStorage(folder.resolve("storage"));
    try (Agent agent = Agent.start(options, new RecordingUi(), null)) {
      CompletableFuture<AgentState> settled = new CompletableFuture<>();
      agent.onState(state -> {
        if (!(state instanceof AgentState.Starting)) settled.complete(state);
      });
      assertInstanceOf(AgentState.Ready.class, settled.get(100, TimeUnit.SECONDS));
    }
  }

  private static List<String> strangersIn(String jar, InputStream stream) throws IOException {
    List<String> strangers = new ArrayList<>();
    boolean hasClasses = false;
    try (ZipInputStream entries = new ZipInputStream(stream)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName();
        hasClasses |= name.endsWith(".class");
        if (name.startsWith("com/intellij/") || name.startsWith("git4idea/") || name.startsWith("kotlin/") || name.startsWith("org/junit/")) strangers.add(jar + " " + name);
      }
    }
    assertTrue(hasClasses, jar + " is empty");
    return strangers;
  }

  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(PLUGIN.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = folder.resolve(entry.getName());
        assertFalse(entry.getName().contains(".."), entry.getName());
        if (entry.isDirectory()) continue;
        Files.createDirectories(file.getParent());
        try (InputStream stream = zip.getInputStream(entry)) {
          Files.copy(stream, file);
        }
      }
    }
  }
}
