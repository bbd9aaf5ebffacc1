package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Project;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreateIssuePanelTest {
  private static HonestJira jira;
  private static TestAgent agent;
  private static Provider provider;

  private final CompletableFuture<Issue> created = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private JiraModels models;

  @BeforeAll
  static void start() {
    jira = HonestJira.start();
    agent = TestAgent.start();
    provider = agent.connectByToken(jira, "alice");
  }

  @AfterAll
  static void stop() {
    agent.close();
    jira.close();
  }

  @BeforeEach
  void makeModels() {
    models = Screen.ask(() -> new JiraModels(agent.agent(), agent.ui(), SwingUtilities::invokeLater));
  }

  @AfterEach
  void closeModels() {
    jira.clearFaults();
    Screen.act(models::close);
  }

  @Test
  void createsTheIssueThatIsFilledIn() {
    try (Screen screen = show("Prices are wrong\n\nWhere there is a **discount**.\nEverywhere.")) {
      assertEquals("Prices are wrong", screen.find(JTextComponent.class, "Summary").getText());
      assertEquals("Where there is a **discount**.\nEverywhere.", screen.find(JTextArea.class, "Description").getText());
      chooseProjectAndType(screen);
      screen.press("Create");
      Issue issue = TestAgent.await(created);
      assertEquals("Prices are wrong", issue.summary());
      assertTrue(agent.ask(JiraRequests.ISSUE, IssueParams.of(issue.key())).description().contains("**discount**"));
    }
  }

  @Test
  void asksForASummaryAndKeepsWhatIsWrittenWhereJiraRefuses() {
    try (Screen screen = show("")) {
      chooseProjectAndType(screen);
      screen.press("Create");
      assertTrue(screen.all(Banner.class).stream().anyMatch(each -> each.text().equals("Write a summary.")));

      screen.write("Summary", "Refused for now");
      jira.fault("/rest/api/2/issue", Map.of("status", 502));
      screen.press("Create");
      Screen.until("the error", () -> screen.all(Banner.class).stream().anyMatch(each -> !each.text().isEmpty() && !each.text().equals("Write a summary.")));
      assertEquals("Refused for now", screen.find(JTextComponent.class, "Summary").getText());
      Screen.until("the button", () -> screen.find(JButton.class, "Create").isEnabled());

      screen.press("Cancel");
      TestAgent.await(closed);
    }
  }

  @Test
  void aLongTextIsADescription() {
    String line = "word ".repeat(80).strip();
    try (Screen screen = show(line)) {
      assertEquals("", screen.find(JTextComponent.class, "Summary").getText());
      assertEquals(line, screen.find(JTextArea.class, "Description").getText());
    }
  }

  private Screen show(String text) {
    CreateIssuePanel.Listener listener = new CreateIssuePanel.Listener() {
      @Override
      public void created(Issue issue) {
        created.complete(issue);
      }

      @Override
      public void closed() {
        closed.complete(null);
      }
    };
    return Screen.show(640, 600, () -> new CreateIssuePanel(models, new DesktopHost(), listener, provider.id(), text));
  }

  private static void chooseProjectAndType(Screen screen) {
    JComboBox<?> project = screen.find(JComboBox.class, "Project");
    Screen.until("projects", () -> project.getItemCount() > 0);
    Screen.act(() -> {
      for (int each = 0; each < project.getItemCount(); each++) {
        if (((Project) project.getItemAt(each)).key().equals("ABC")) project.setSelectedIndex(each);
      }
    });
    JComboBox<?> type = screen.find(JComboBox.class, "Type");
    Screen.until("types", () -> type.getItemCount() > 0);
    Screen.act(() -> type.setSelectedIndex(0));
    Screen.until("fields", () -> screen.find(JButton.class, "Create").isEnabled());
  }
}
