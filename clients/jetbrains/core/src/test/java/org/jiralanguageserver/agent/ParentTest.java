package org.jiralanguageserver.agent;

import static org.jiralanguageserver.testing.TestAgent.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jiralanguageserver.testing.ParentProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentTest {
  @TempDir Path folder;

  @Test
  void theAgentEndsWithAnIdeThatIsKilled() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process ide = new ProcessBuilder(java, "-Djira.root=" + System.getProperty("jira.root"), "-cp", classes, ParentProcess.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader reader = ide.inputReader()) {
      ProcessHandle agent = ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
      assertTrue(agent.isAlive());
      ide.toHandle().destroyForcibly();
      await(agent.onExit());
      assertFalse(agent.isAlive());
    } finally {
      ide.destroyForcibly();
    }
  }
}
