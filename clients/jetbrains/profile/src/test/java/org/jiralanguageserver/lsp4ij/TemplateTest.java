package org.jiralanguageserver.lsp4ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.jiralanguageserver.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template, as LSP4IJ reads it and starts what it says. */
class TemplateTest {
  @TempDir Path home;

  @Test
  void declaresWhatLsp4ijDeclares() throws Exception {
    var recorded = Files.readString(Project.root().resolve("test/support/profiles/capabilities/lsp4ij.json"));
    assertEquals(JsonParser.parseString(recorded), new MessageJsonHandler(Map.of()).getGson().toJsonTree(Ide.capabilities()));
  }

  @Test
  void startsTheServerThatIsInThePath() throws Exception {
    var environment = Installation.inThePath(home);
    try (var ide = new Ide(Template.ofProject(), Files.createDirectory(home.resolve("project")), environment)) {
      assertEquals("jira-language-server", ide.initialized().getServerInfo().getName());
      assertEquals(new ServerInfo("jira-language-server", Installation.version()), ide.initialized().getServerInfo());
      assertEquals("utf-16", ide.serverCapabilities().getPositionEncoding());
      // Every text that is mapped is answered: here by the settings that the agent asks for before its first answer.
      assertEquals(List.of(), ide.open("notes.md", "Markdown", "Nothing.\n").hints());
      assertEquals(0, ide.stop());
      var told = String.join("\n", ide.client().log.all()) + String.join("\n", ide.client().messages.all());
      assertFalse(told.contains("settings are wrong"), told);
    }
  }

  @Test
  void isForFilesOfEveryIde() throws Exception {
    var template = Template.ofProject();
    assertEquals("java", template.languageIdOf("JAVA", "Main.java"));
    assertEquals("go", template.languageIdOf("textmate", "main.go"));
    assertEquals("go", template.languageIdOf("go", "main.go"));
    assertEquals("markdown", template.languageIdOf("Markdown", "README.md"));
    assertEquals("json", template.languageIdOf("JSON", ".jira.json"));
    assertEquals("git-commit", template.languageIdOf(null, "COMMIT_EDITMSG"));
    assertEquals("jql", template.languageIdOf(null, "mine.jql"));
    assertEquals("plaintext", template.languageIdOf("TEXT", "COMMIT_EDITMSG"));
    assertEquals("makefile", template.languageIdOf("textmate", "Makefile"));
    assertNull(template.languageIdOf(null, "picture.png"));
    assertTrue(template.patterns().containsKey("*.ts"));
  }
}
