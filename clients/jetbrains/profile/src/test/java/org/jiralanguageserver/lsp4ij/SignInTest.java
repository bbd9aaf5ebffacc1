package org.jiralanguageserver.lsp4ij;

import static org.jiralanguageserver.lsp4ij.Ide.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with what LSP4IJ has: balloons, the browser and files. */
class SignInTest {
  @TempDir Path home;

  @Test
  void goesFromAKeyInATextToItsIssue() throws Exception {
    try (var jira = HonestJira.start(); var ide = open()) {
      var notes = ide.open("notes.md", "Markdown", "First ABC-1, then the rest.\n");
      var signIn = notes.intentions("ABC-1").stream().filter(each -> each.getTitle().startsWith("Sign in")).findFirst().orElseThrow();
      var signedIn = ide.run(signIn.getCommand());

      var form = ide.opened("jira-sign-in.txt");
      form.fillIn("address", jira.baseUrl());
      form.save();
      ide.client().balloons.take(each -> each.message().startsWith("How do you want to sign in")).press("Personal access token");
      assertTrue(ide.client().visited.take(each -> each.startsWith(jira.baseUrl())).contains("/secure/ViewProfile.jspa"));
      form = ide.opened("jira-sign-in.txt");
      form.fillIn("token", jira.createToken("alice"));
      form.save();

      var told = ide.client().messages.take(each -> each.startsWith("You are signed in"));
      assertTrue(told.contains("Alice"), told);
      answer(signedIn);
      var hover = notes.hover("ABC-1");
      assertTrue(hover.contains("ABC-1"), hover);
      assertEquals(0, ide.stop());
    }
  }

  @Test
  void goesByOAuthFromThePageForTheAdministratorToTheBrowserAndBack() throws Exception {
    try (var jira = HonestJira.start(); var ide = open()) {
      var signedIn = ide.run("jira.addServer", Map.of("baseUrl", jira.baseUrl()));
      ide.client().balloons.take(each -> each.message().startsWith("How do you want to sign in")).press("OAuth (an administrator sets it up once)");
      ide.client().balloons.take(each -> each.message().startsWith("OAuth needs an application link")).press("Show me what the administrator needs");
      var page = ide.opened("application-link.md").text();
      jira.createApplicationLink(found("Consumer Key: `(.+)`", page), found("(-----BEGIN[^`]*-----END PUBLIC KEY-----)", page), "Jira Language Server");
      ide.client().balloons.take(each -> each.message().contains("approve the access")).press("Approve in the browser");
      new TestBrowser().allow(URI.create(ide.client().visited.take(each -> each.contains("/plugins/servlet/oauth/authorize"))), "alice");
      assertTrue(ide.client().messages.take(each -> each.startsWith("You are signed in")).contains("Alice"));
      answer(signedIn);
      assertEquals(0, ide.stop());
    }
  }

  @Test
  void isCalledOffByClosingTheBalloon() throws Exception {
    try (var jira = HonestJira.start(); var ide = open()) {
      var signedIn = ide.run("jira.signIn", Map.of());
      var form = ide.opened("jira-sign-in.txt");
      form.fillIn("address", jira.baseUrl());
      form.save();
      ide.client().balloons.take(each -> each.message().startsWith("How do you want to sign in")).close();
      assertNull(answer(signedIn));
      assertEquals(0, ide.stop());
    }
  }

  /** What the administrator finds on the page. */
  private static String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group(1);
  }

  private Ide open() throws Exception {
    return new Ide(Template.ofProject(), Files.createDirectory(home.resolve("project")), Installation.inThePath(home));
  }
}
