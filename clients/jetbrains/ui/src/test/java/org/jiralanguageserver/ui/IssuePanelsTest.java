package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of issues and the page of one, with the built agent and the honest Jira. */
class IssuePanelsTest {
  private static HonestJira jira;
  private static TestAgent agent;
  private static Provider provider;

  private final CompletableFuture<Issue> opened = new CompletableFuture<>();
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
  void theListShowsWhatIsSearchedForAndOpensIt() {
    String key = create("Searched for in the panel");
    IssueListPanel[] list = new IssueListPanel[1];
    try (Screen screen = Screen.show(700, 400, () -> list[0] = new IssueListPanel(models, new DesktopHost(), new Opening()))) {
      JTable table = screen.all(JTable.class).get(0);
      Screen.until("the open issues of the user", () -> table.getRowCount() > 1);
      Screen.act(() -> list[0].search(key));
      Screen.until("the one", () -> table.getRowCount() == 1);
      Screen.act(() -> table.setRowSelectionInterval(0, 0));
      Screen.key(table, "ENTER");
      assertEquals(key, TestAgent.await(opened).key());
      Screen.act(list[0]::close);
    }
  }

  @Test
  void aCommentIsKeptUntilJiraHasIt() {
    String key = create("Commented in the panel");
    IssuePagePanel[] page = new IssuePagePanel[1];
    try (Screen screen = showPage(page, key)) {
      screen.write("Write a comment, in Markdown", "Works for **me**");
      jira.fault("/comment", Map.of("status", 502));
      screen.press("Comment");
      Screen.until("the error", () -> screen.all(Banner.class).stream().anyMatch(each -> !each.text().isEmpty()));
      assertTrue(Screen.ask(page[0]::hasDraft));

      jira.clearFaults();
      screen.press("Comment");
      Screen.until("the comment", () -> !page[0].hasDraft());
      assertEquals(List.of("Works for **me**"), agent.ask(JiraRequests.ISSUE, IssueParams.of(key)).comments().stream().map(each -> each.body()).toList());
      Screen.act(page[0]::close);
    }
  }

  @Test
  void workIsLoggedInHoursAndMinutes() {
    String key = create("Worked on in the panel");
    IssuePagePanel[] page = new IssuePagePanel[1];
    try (Screen screen = showPage(page, key)) {
      screen.press("Log work");
      screen.write("Time spent", "two hours");
      screen.press("Log it");
      assertTrue(screen.all(Banner.class).stream().anyMatch(each -> each.text().contains("2h 30m")));
      screen.write("Time spent", "2h 30m");
      screen.press("Log it");
      jira.awaitRequest("/rest/api/2/issue/" + key + "/worklog");
      Screen.until("the box is gone", () -> screen.all(WorkBox.class).isEmpty());
      assertFalse(Screen.ask(page[0]::hasDraft));
      Screen.act(page[0]::close);
    }
  }

  private Screen showPage(IssuePagePanel[] page, String key) {
    Screen screen = Screen.show(700, 700, () -> page[0] = new IssuePagePanel(models, new DesktopHost(), new Following(), provider.id(), key));
    Screen.until("the issue", () -> !screen.all(JTextArea.class).isEmpty() && screen.all(CommentBox.class).size() == 1);
    return screen;
  }

  private static String create(String summary) {
    return agent.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", summary)).issue().key();
  }

  private final class Opening implements IssueListListener {
    @Override
    public void open(Issue issue) {
      opened.complete(issue);
    }

    @Override
    public void create(@Nullable String provider) {}

    @Override
    public void addServer() {}

    @Override
    public void signIn(Provider provider) {}
  }

  private static final class Following implements IssueListener {
    @Override
    public void open(String provider, String key) {}

    @Override
    public void signIn(String provider) {}
  }
}
