package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.SwingUtilities;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list over time: longer than a screen, read anew, and without the network; with the built agent and the honest Jira. */
class IssueListPanelTest {
  private static HonestJira jira;
  private static TestAgent agent;

  private JiraModels models;
  private IssueListPanel list;

  @BeforeAll
  static void start() {
    jira = HonestJira.start();
    agent = TestAgent.start();
    agent.connectByToken(jira, "alice");
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
    Screen.act(list::close);
    Screen.act(models::close);
  }

  @Test
  void moreIsReadAsOneScrolls() {
    try (Screen screen = show()) {
      IssueTable table = search(screen, "project in (ABC, WEB, OPS) ORDER BY key", 50);
      int before = table.getRowCount();
      assertEquals(50, before);
      toEnd(table);
      Screen.until("the next part", () -> table.getRowCount() > before);
      assertTrue(Screen.ask(() -> table.getVisibleRect().y > 0), "It stays where it was scrolled to.");
      assertEquals(table.getRowCount(), new HashSet<>(keys(table)).size());
    }
  }

  @Test
  void theSelectionStaysAtItsIssueWhenTheListIsReadAnew() {
    try (Screen screen = show()) {
      IssueTable table = search(screen, "project = ABC ORDER BY key DESC", 4);
      Screen.act(() -> table.setRowSelectionInterval(3, 3));
      String selected = Screen.ask(() -> table.selected().orElseThrow().key());
      String added = agent.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", "Comes before all others")).issue().key();
      screen.press("Refresh");
      Screen.until("the new issue", () -> keys(table).get(0).equals(added));
      assertEquals(selected, Screen.ask(() -> table.selected().orElseThrow().key()));
      assertEquals(4, Screen.ask(table::getSelectedRow));
    }
  }

  @Test
  void withoutTheNetworkTheListStaysAndSaysSo() {
    try (Screen screen = show()) {
      IssueTable table = search(screen, "project = WEB ORDER BY key", 2);
      List<String> before = Screen.ask(() -> keys(table));
      jira.goOffline();
      screen.press("Refresh");
      Screen.until("the banner", () -> says(screen));
      assertEquals(before, Screen.ask(() -> keys(table)));

      jira.clearFaults();
      screen.press("Refresh");
      Screen.until("the banner is gone", () -> !says(screen));
      assertEquals(before, Screen.ask(() -> keys(table)));
    }
  }

  private Screen show() {
    return Screen.show(700, 400, () -> list = new IssueListPanel(models, new DesktopHost(), new Nobody()));
  }

  /** Asks for something, and waits until all of it is there that comes at once. */
  private IssueTable search(Screen screen, String jql, int least) {
    IssueTable table = screen.all(IssueTable.class).get(0);
    Screen.until("the open issues of the user", () -> table.getRowCount() > 1);
    Screen.act(() -> list.search(jql));
    String project = jql.replaceAll("^project (?:= |in \\()(\\w+).*", "$1");
    Screen.until(jql, () -> table.getRowCount() >= least && keys(table).get(0).startsWith(project) && !says(screen));
    return table;
  }

  private static boolean says(Screen screen) {
    return screen.all(Banner.class).stream().anyMatch(each -> !each.text().isEmpty());
  }

  private static void toEnd(IssueTable table) {
    Screen.act(() -> table.scrollRectToVisible(table.getCellRect(table.getRowCount() - 1, 0, true)));
  }

  private static List<String> keys(IssueTable table) {
    return IntStream.range(0, table.getRowCount()).mapToObj(row -> (String) table.getModel().getValueAt(row, IssueColumns.Column.KEY.ordinal())).toList();
  }

  private static final class Nobody implements IssueListListener {
    @Override
    public void open(Issue issue) {}

    @Override
    public void create(@Nullable String server) {}

    @Override
    public void addServer() {}

    @Override
    public void signIn(Provider which) {}
  }
}
