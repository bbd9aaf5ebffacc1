package org.jiralanguageserver.lsp4ij;

import static org.jiralanguageserver.lsp4ij.Ide.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.jiralanguageserver.testing.HonestJira;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does in an IDE with LSP4IJ, signed in to one Jira. */
class SessionTest {
  @TempDir static Path home;
  private static HonestJira jira;
  private static Ide ide;

  @BeforeAll
  static void signIn() throws Exception {
    jira = HonestJira.start();
    ide = new Ide(Template.ofProject(), Files.createDirectory(home.resolve("project")), Installation.inThePath(home));
    var signedIn = ide.run("jira.signIn", Map.of());
    var form = ide.opened("jira-sign-in.txt");
    form.fillIn("address", jira.baseUrl());
    form.fillIn("token", jira.createToken("alice"));
    form.save();
    answer(signedIn);
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      assertEquals(0, ide.stop());
    } finally {
      ide.close();
      jira.close();
    }
  }

  @Test
  void restsTheMouseOnAKey() throws Exception {
    var file = ide.open("Hover.java", "JAVA", "// A 🚀 before ABC-1, and UTF-8 behind it.\n");
    assertTrue(file.hover("ABC-1").contains("ABC-1"));
    assertNull(file.hover("UTF-8"));
  }

  @Test
  void completesAKey() throws Exception {
    var file = ide.open("completion.md", "Markdown", "See ABC-\n");
    var items = file.completions(file.behind("ABC-"));
    assertFalse(items.isEmpty());
    file.take(items.get(0));
    assertTrue(file.text().matches("See ABC-\\d+\n"), file.text());
  }

  @Test
  void followsAKeyIntoTheBrowser() throws Exception {
    var file = ide.open("links.md", "Markdown", "See ABC-1.\n");
    assertEquals(List.of(jira.baseUrl() + "/browse/ABC-1"), file.links().stream().map(link -> link.getTarget()).toList());
  }

  @Test
  void showsTheStatusBesideAKeyAndAboveItsLineOnceThatIsSet() throws Exception {
    var file = ide.open("hints.py", "Python", "# See ABC-1.\n");
    assertEquals(List.of(), file.hints());
    assertEquals(List.of(), file.lenses());
    var settings = Template.ofProject().settings();
    for (var feature : List.of("inlayHints", "codeLenses")) settings.getAsJsonObject("jira").getAsJsonObject(feature).addProperty("enabled", true);
    try {
      ide.configure(settings);
      ide.client().refreshed.take("inlayHint"::equals);
      assertEquals(1, file.hints().size());
      var lenses = file.lenses();
      assertEquals(1, lenses.size());
      assertTrue(lenses.get(0).getCommand().getTitle().contains("ABC-1"));
      answer(ide.run(lenses.get(0).getCommand()));
      assertTrue(Files.readString(ide.client().opened.take(path -> path.endsWith("ABC-1.md"))).startsWith("# ABC-1: "));
    } finally {
      ide.configure(Template.ofProject().settings());
    }
  }

  @Test
  void marksATodoForAnIssueThatIsDone() throws Exception {
    var key = create("Mark the TODO");
    answer(ide.run("jira.transition", Map.of("key", key, "transition", "Done")));
    var file = ide.open("todo.ts", "TypeScript", "// TODO " + key + ": remove it.\n");
    var diagnostic = diagnosticOf(file, key);
    assertEquals("closed-issue", diagnostic.getCode().getLeft());
    assertEquals(jira.baseUrl() + "/browse/" + key, diagnostic.getCodeDescription().getHref());
  }

  @Test
  void makesAnIssueOfATodo() throws Exception {
    var file = ide.open("Create.kt", "kotlin", "// TODO: tidy the shelf\n");
    var created = ide.run(actionOf(file.intentions("tidy"), "Create an issue: tidy the shelf").getCommand());
    var projects = ide.client().balloons.take(each -> each.message().startsWith("In which project"));
    projects.press(projects.titles().stream().filter(title -> title.startsWith("ABC ")).findFirst().orElseThrow());
    ide.client().balloons.take(each -> each.message().startsWith("What is it")).press("Task");
    answer(created);
    assertTrue(file.text().matches("// TODO.*ABC-\\d+.*tidy the shelf\\n"), file.text());
  }

  @Test
  void opensAnIssueAsAPage() throws Exception {
    var file = ide.open("page.md", "Markdown", "See ABC-2.\n");
    answer(ide.run(actionOf(file.intentions("ABC-2"), "ABC-2: Show").getCommand()));
    var page = ide.opened("ABC-2.md");
    assertTrue(page.text().startsWith("# ABC-2: "), page.text());
  }

  @Test
  void movesAnIssueByABalloonAndNotWhereItIsClosed() throws Exception {
    var key = create("Move me");
    var file = ide.open("move.md", "Markdown", "See " + key + ".\n");
    var moved = ide.run(actionOf(file.intentions(key), "Move").getCommand());
    var balloon = ide.client().balloons.take(each -> each.message().contains(key));
    balloon.press(balloon.titles().get(0));
    assertEquals(key, issueIn(answer(moved)).get("key").getAsString());

    var dismissed = ide.run(actionOf(file.intentions(key), "Move").getCommand());
    ide.client().balloons.take(each -> each.message().contains(key)).close();
    assertNull(answer(dismissed));
  }

  @Test
  void writesACommentInAFile() throws Exception {
    var key = create("Comment on me");
    var commented = ide.run("jira.comment", Map.of("key", key));
    var form = ide.opened(key + " comment.md");
    form.type(form.at(""), "It **works**.\n");
    form.save();
    answer(commented);
    answer(ide.run("jira.showIssue", Map.of("key", key)));
    var page = Files.readString(ide.client().opened.take(path -> path.endsWith(key + ".md")));
    assertTrue(page.contains("It **works**."), page);
  }

  @Test
  void opensAnIssueInTheBrowser() throws Exception {
    answer(ide.run("jira.openIssue", Map.of("key", "ABC-3")));
    ide.client().visited.take((jira.baseUrl() + "/browse/ABC-3")::equals);
  }

  @Test
  void findsAnIssueEverywhere() throws Exception {
    var symbols = ide.symbols("ABC-4");
    assertTrue(symbols.stream().anyMatch(symbol -> symbol.name().contains("ABC-4")), symbols.toString());
    for (var symbol : symbols) assertTrue(Files.exists(Path.of(URI.create(symbol.uri()))), symbol.toString());
  }

  @Test
  void checksTheMessageOfACommit() throws Exception {
    var file = ide.open("git/COMMIT_EDITMSG", "TEXT", "ABC-1 #coment Done.\n");
    assertEquals("smart-commit", diagnosticOf(file, "coment").getCode().getLeft());
  }

  @Test
  void writesAQuery() throws Exception {
    var file = ide.open("mine.jql", "TEXT", "project=ABC and statu\n");
    var items = file.completions(file.behind("statu"));
    file.take(items.stream().filter(item -> item.getLabel().equals("status")).findFirst().orElseThrow());
    file.type(file.behind("status"), " = Nonsense");
    diagnosticOf(file, "Nonsense");
    ide.client().registered.take("textDocument/formatting"::equals);
    file.format();
    assertTrue(file.text().startsWith("project = ABC"), file.text());
  }

  private static String create(String summary) throws Exception {
    return issueIn(answer(ide.run("jira.createIssue", Map.of("project", "ABC", "type", "Task", "summary", summary)))).get("key").getAsString();
  }

  private static JsonObject issueIn(Object result) {
    return new Gson().toJsonTree(result).getAsJsonObject().getAsJsonObject("issue");
  }

  /** Waits for a problem of the file whose message has a word. */
  private static Diagnostic diagnosticOf(OpenFile file, String word) throws InterruptedException {
    var told = ide.client().diagnostics.take(each -> each.getUri().equals(file.uri()) && problemIn(each, word) != null);
    return problemIn(told, word);
  }

  private static Diagnostic problemIn(PublishDiagnosticsParams told, String word) {
    return told.getDiagnostics().stream().filter(each -> each.getMessage().getLeft().contains(word)).findFirst().orElse(null);
  }

  /** @return {@code null} where there is none of this title */
  private static CodeAction actionOf(List<CodeAction> actions, String title) {
    return actions.stream().filter(action -> action.getTitle().contains(title)).findFirst().orElse(null);
  }
}
