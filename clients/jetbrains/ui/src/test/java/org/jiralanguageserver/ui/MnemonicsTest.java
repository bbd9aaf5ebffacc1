package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.GenerateKeyPairParams;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.KeyPair;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who uses the keyboard, or hears the screen: on no screen two controls have one letter, and every field has a name. */
class MnemonicsTest {
  private static HonestJira jira;
  private static TestAgent agent;
  private static Provider provider;

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

  /** The list and a page are in one tool window, with what is folded out in either. */
  @Test
  void theListAndThePage() {
    IssueListPanel list = Screen.ask(() -> new IssueListPanel(models, new DesktopHost(), new Nobody()));
    IssuePagePanel page = Screen.ask(() -> new IssuePagePanel(models, new DesktopHost(), new Nobody(), provider.id(), "ABC-1"));
    try (Screen screen = Screen.show(1400, 800, () -> beside(list, page))) {
      Screen.until("the page", () -> screen.all(CommentBox.class).size() == 1);
      QueryBar bar = screen.all(QueryBar.class).get(0);
      Screen.act(() -> bar.show(List.of(provider, provider), provider.id()));
      Screen.act(() -> hidden(SaveQueryBox.class, list).get(0).begin());
      for (Class<? extends Deed> box : List.of(TransitionBox.class, AssignBox.class, WorkBox.class)) {
        Screen.act(() -> {
          for (Class<? extends Deed> each : List.of(TransitionBox.class, AssignBox.class, WorkBox.class)) hidden(each, page).get(0).setVisible(each == box);
        });
        assertEquals(1, screen.all(box).size());
        check(screen, "signIn", "again", "list.addServer");
      }
      Screen.act(list::close);
      Screen.act(page::close);
    }
  }

  @Test
  void aNewIssue() {
    CreateIssuePanel panel = Screen.ask(() -> new CreateIssuePanel(models, new DesktopHost(), new Nobody(), provider.id(), ""));
    try (Screen screen = Screen.show(700, 700, () -> panel)) {
      Screen.until("the form", () -> screen.find(AbstractButton.class, "Create").isVisible());
      check(screen, "create.server");
      Screen.act(panel::close);
    }
  }

  @Test
  void theStepsOfAddingAServer() {
    try (Screen screen = wizard()) {
      Screen.act(() -> screen.all(JCheckBox.class).get(0).doClick(0));
      check(screen);
      goTo(screen, "Personal access token");
      Screen.until("the token", () -> screen.all(JPasswordField.class).size() == 1);
      check(screen);
    }
    try (Screen screen = wizard()) {
      goTo(screen, "User name and password");
      Screen.until("the password", () -> screen.all(JPasswordField.class).size() == 1);
      check(screen);
    }
    try (Screen screen = wizard()) {
      goTo(screen, "OAuth");
      Screen.until("the link", () -> screen.all(JTextField.class).stream().anyMatch(each -> each.getText().startsWith("jira-")));
      check(screen);
      Screen.act(() -> screen.all(JRadioButton.class).get(1).doClick(0));
      assertEquals(1, screen.all(JPasswordField.class).size());
      check(screen);
    }
  }

  /** In the wizard the way back is beside it. */
  @Test
  void signingInWithTheBrowser() {
    try (TestAgent another = TestAgent.start()) {
      KeyPair keys = another.ask(JiraRequests.GENERATE_KEY_PAIR, GenerateKeyPairParams.of().withBits(1024));
      jira.createApplicationLink(keys.applicationLink());
      Authentication oauth = Authentication.OAuth1.of(keys.applicationLink().consumerKey()).withKeyPair(keys.id());
      Provider byOAuth = another.ask(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), oauth)).provider();
      JiraModels others = Screen.ask(() -> new JiraModels(another.agent(), another.ui(), SwingUtilities::invokeLater));
      AuthorizationPanel panel = Screen.ask(() -> new AuthorizationPanel(others, new DesktopHost(), byOAuth, done -> {}));
      try (Screen screen = Screen.show(700, 400, () -> panel)) {
        Screen.until("the page", () -> screen.all(AbstractButton.class).size() == 3);
        check(screen, "back", "authorization.again", "authorization.sendCode", "authorization.code");
        screen.press("The browser is on another machine");
        Screen.until("the field of the code", () -> screen.all(JTextField.class).size() == 1);
        check(screen, "back", "authorization.again");
        Screen.act(panel::close);
      }
      Screen.act(others::close);
    }
  }

  private Screen wizard() {
    return Screen.show(800, 800, () -> new AddServerPanel(models, new DesktopHost(), new Nobody(), null));
  }

  /** From the first step to that of a way in; those between are looked at, too. */
  private static void goTo(Screen screen, String way) {
    screen.write("Address", jira.baseUrl());
    screen.press("Next");
    Screen.until("the ways in", () -> !screen.all(JRadioButton.class).isEmpty());
    check(screen);
    Screen.act(() -> screen.all(JRadioButton.class).stream().filter(each -> each.getText().startsWith(way)).findFirst().orElseThrow().setSelected(true));
    screen.press("Next");
  }

  /** @param others the captions that may come beside what is shown now */
  private static void check(Screen screen, String... others) {
    Map<Character, List<String>> byLetter = new TreeMap<>();
    for (AbstractButton each : screen.all(AbstractButton.class)) note(byLetter, each.getMnemonic(), each.getText());
    for (JLabel each : screen.all(JLabel.class)) note(byLetter, each.getDisplayedMnemonic(), each.getText());
    for (String key : others) {
      JLabel label = Screen.ask(() -> Texts.caption(key).labelFor(new JTextField()));
      note(byLetter, label.getDisplayedMnemonic(), label.getText());
    }
    assertFalse(byLetter.isEmpty());
    byLetter.values().removeIf(names -> names.size() == 1);
    assertEquals(Map.of(), byLetter);
    List<JTextComponent> fields = screen.all(JTextComponent.class).stream().filter(each -> each.isEditable() || each instanceof JTextField).toList();
    List<JTextComponent> nameless = fields.stream().filter(each -> isBlank(each.getAccessibleContext().getAccessibleName())).toList();
    assertEquals(List.of(), nameless);
  }

  private static void note(Map<Character, List<String>> byLetter, int keyCode, String name) {
    if (keyCode != 0) byLetter.computeIfAbsent((char) keyCode, letter -> new ArrayList<>()).add(name);
  }

  private static boolean isBlank(@Nullable String name) {
    return name == null || name.isBlank();
  }

  private static <C extends Component> List<C> hidden(Class<C> kind, Container within) {
    List<C> found = new ArrayList<>();
    for (Component each : within.getComponents()) {
      if (kind.isInstance(each)) found.add(kind.cast(each));
      if (each instanceof Container container) found.addAll(hidden(kind, container));
    }
    return found;
  }

  private static JComponent beside(JComponent one, JComponent other) {
    JPanel both = new JPanel(new GridLayout(1, 2));
    both.add(one);
    both.add(other);
    return both;
  }

  private static final class Nobody implements IssueListListener, IssueListener, AddServerPanel.Listener, CreateIssuePanel.Listener {
    @Override
    public void open(Issue issue) {}

    @Override
    public void create(@Nullable String server) {}

    @Override
    public void addServer() {}

    @Override
    public void signIn(Provider which) {}

    @Override
    public void open(String which, String key) {}

    @Override
    public void signIn(String which) {}

    @Override
    public void added(Provider which) {}

    @Override
    public void created(Issue issue) {}

    @Override
    public void closed() {}
  }
}
