package org.jiralanguageserver.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jetbrains.annotations.Nullable;

/**
 * Where the parts of the whole project are. Maven says where its folder is ({@code jira.root}); the built agent is in
 * {@code dist/} unless {@code JIRA_DIST} says otherwise; {@code JIRA_TEST_NODE} is the Node.js to run.
 */
public final class Project {
  private Project() {}

  /** The folder of the whole project. */
  public static Path root() {
    String root = System.getProperty("jira.root");
    assertTrue(root != null, "Maven passes the folder of the project as jira.root.");
    return Path.of(root).toAbsolutePath().normalize();
  }

  /** The built agent. */
  public static Path agent() {
    String dist = System.getenv("JIRA_DIST");
    Path agent = (dist == null || dist.isEmpty() ? root().resolve("dist") : Path.of(dist)).resolve("main.js");
    assertTrue(Files.isRegularFile(agent), agent + " is missing: run `npm run build` first.");
    return agent;
  }

  /** The Node.js that runs the agent; {@code null} to let the client find one. */
  public static @Nullable String node() {
    return System.getenv("JIRA_TEST_NODE");
  }
}
