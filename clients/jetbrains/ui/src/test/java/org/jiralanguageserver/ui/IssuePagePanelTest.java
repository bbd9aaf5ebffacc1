package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.AssignParams;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.FieldOption;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.Transition;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is chosen from the menus of a page, with the built agent and the honest Jira. */
class IssuePagePanelTest {
  private static HonestJira jira;
  private static TestAgent agent;
  private static Provider provider;

  private final LinkedBlockingQueue<String> changed = new LinkedBlockingQueue<>();
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
    Screen.act(models::close);
  }

  @Test
  void aTransitionAsksForTheFieldThatItRequires() throws InterruptedException {
    String key = create("Resolved in the panel");
    Transition resolving = read(key).transitions().stream().filter(each -> each.fields().stream().anyMatch(field -> field.required() && field.id().equals("resolution"))).findFirst().orElseThrow();
    IssuePagePanel[] page = new IssuePagePanel[1];
    try (Screen screen = show(page, key)) {
      chooseFrom(screen, "Move to", resolving.name());
      JComboBox<?> resolution = screen.find(JComboBox.class, "Resolution, required");
      screen.press("Move");
      assertTrue(screen.all(PlainLabel.class).stream().anyMatch(each -> each.getText().equals("“Resolution” must be filled in.")));
      assertEquals(1, screen.all(TransitionBox.class).size());

      Screen.act(() -> resolution.setSelectedIndex(1));
      String chosen = ((FieldOption) Screen.ask(resolution::getSelectedItem)).name();
      screen.press("Move");
      assertEquals(key, awaitChange());
      assertEquals(0, screen.all(TransitionBox.class).size());
      IssueResult resolved = read(key);
      assertEquals(resolving.to().name(), resolved.status().name());
      assertEquals(chosen, resolved.resolution().name());
      Screen.act(page[0]::close);
    }
  }

  @Test
  void theUserTakesTheIssue() throws InterruptedException {
    String key = create("Taken in the panel");
    agent.ask(JiraRequests.ASSIGN, AssignParams.of(key, null));
    assertNull(read(key).assignee());
    IssuePagePanel[] page = new IssuePagePanel[1];
    try (Screen screen = show(page, key)) {
      chooseFrom(screen, "Assign", "To me");
      assertEquals(key, awaitChange());
      assertEquals("alice", read(key).assignee().name());
      Screen.act(page[0]::close);
    }
  }

  private Screen show(IssuePagePanel[] page, String key) {
    Screen screen = Screen.show(700, 700, () -> page[0] = new IssuePagePanel(models, new DesktopHost(), new Changes(), provider.id(), key));
    Screen.until("the issue", () -> screen.all(CommentBox.class).size() == 1);
    return screen;
  }

  /** Opens the menu of a button, and chooses from it; at once, since a menu closes when its window loses the focus. */
  private static void chooseFrom(Screen screen, String button, String item) {
    Screen.act(() -> {
      screen.press(button);
      JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
      JMenuItem chosen = Stream.of(menu.getComponents()).map(JMenuItem.class::cast).filter(each -> each.getText().startsWith(item)).findFirst().orElseThrow();
      MenuSelectionManager.defaultManager().clearSelectedPath();
      chosen.doClick(0);
    });
  }

  private String awaitChange() throws InterruptedException {
    String key = changed.poll(120, TimeUnit.SECONDS);
    assertNotNull(key, "Nothing was changed.");
    return key;
  }

  private static IssueResult read(String key) {
    return agent.ask(JiraRequests.ISSUE, IssueParams.of(key));
  }

  private static String create(String summary) {
    return agent.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", summary)).issue().key();
  }

  private final class Changes implements IssueListener {
    @Override
    public void open(String which, String key) {}

    @Override
    public void signIn(String which) {}

    @Override
    public void changed(String which, String key) {
      changed.add(key);
    }
  }
}
