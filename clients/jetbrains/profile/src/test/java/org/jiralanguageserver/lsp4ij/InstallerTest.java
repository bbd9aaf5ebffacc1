package org.jiralanguageserver.lsp4ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiralanguageserver.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the template's installer finds, does and says. */
class InstallerTest {
  @TempDir Path home;

  @Test
  void isContentWithAServerInThePath() throws Exception {
    assertTrue(new Installer(Template.ofProject(), Installation.inThePath(home)).check());
  }

  @Test
  void isContentWithACommandThatRunsElsewhere() throws Exception {
    var program = Installation.program(home.resolve("a folder"));
    var installer = new Installer(Template.ofProject().withCommand("\"" + program + "\" --stdio"), Installation.environment(home));
    assertTrue(installer.check());
  }

  @Test
  void installsThePackageThatTheUserPutThere() throws Exception {
    var user = Files.createDirectory(home.resolve("Alice Archer"));
    var environment = Installation.environment(user);
    // Neither a registry nor the cache of the machine is needed.
    environment.put("npm_config_offline", "true");
    environment.put("npm_config_cache", home.resolve("cache").toString());
    var installer = new Installer(Template.ofProject(), environment);
    assertFalse(installer.check());
    Files.move(pack(environment), Files.createDirectories(user.resolve(".lsp4ij/jira-language-server")).resolve("jira-language-server.tgz"));
    assertTrue(installer.install(), () -> String.join("\n", installer.shown()));
    assertEquals("\"$USER_HOME$/.lsp4ij/jira-language-server/node_modules/.bin/jira-language-server\" --stdio", installer.command());

    var template = Template.ofProject().withCommand(installer.command());
    try (var ide = new Ide(template, Files.createDirectory(home.resolve("project")), environment)) {
      assertEquals("jira-language-server", ide.initialized().getServerInfo().getName());
      assertEquals(0, ide.stop());
    }
  }

  @Test
  void saysWhatToDoWhereThereIsNoPackage() throws Exception {
    var environment = Installation.environment(home);
    environment.put("npm_config_offline", "true");
    environment.put("npm_config_cache", home.resolve("cache").toString());
    var installer = new Installer(Template.ofProject(), environment);
    assertFalse(installer.install());
    assertTrue(String.join("\n", installer.shown()).contains("npm pack"));
    assertEquals(Template.ofProject().command(), installer.command());
  }

  /** Packs the built agent as {@code npm pack} does, wherever it was built. */
  private Path pack(Map<String, String> environment) throws IOException, InterruptedException {
    var staged = home.resolve("staged");
    Files.createDirectories(staged.resolve("dist"));
    Files.copy(Project.root().resolve("package.json"), staged.resolve("package.json"));
    try (var built = Files.list(Project.agent().getParent())) {
      for (var file : built.filter(Files::isRegularFile).toList()) Files.copy(file, staged.resolve("dist").resolve(file.getFileName()));
    }
    var builder = new ProcessBuilder("npm", "pack", "--ignore-scripts", "--silent").directory(staged.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var name = new String(process.getInputStream().readAllBytes()).trim();
    assertEquals(0, process.waitFor());
    return staged.resolve(name);
  }
}
