package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import javax.swing.AbstractButton;
import javax.swing.JPasswordField;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adding a server as a person does, with the built agent and the honest Jira. */
class AddServerPanelTest {
  private final CompletableFuture<Provider> added = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private HonestJira jira;
  private TestAgent agent;
  private JiraModels models;

  @BeforeEach
  void start() {
    jira = HonestJira.start();
    agent = TestAgent.start();
    models = Screen.ask(() -> new JiraModels(agent.agent(), agent.ui(), SwingUtilities::invokeLater));
  }

  @AfterEach
  void stop() {
    Screen.act(models::close);
    agent.close();
    jira.close();
  }

  @Test
  void signsInWithAToken() {
    try (Screen screen = show(null)) {
      screen.write("Address", jira.baseUrl() + "/browse/ABC-1");
      screen.press("Next");
      choose(screen, "Personal access token");
      screen.press("Next");
      Screen.until("the step of the token", () -> screen.all(JPasswordField.class).size() == 1);
      screen.write("Token", "wrong");
      screen.press("Sign in");
      Screen.until("the refusal", () -> screen.all(Banner.class).stream().anyMatch(each -> !each.text().isEmpty()));
      Screen.until("the button", () -> screen.find(AbstractButton.class, "Sign in").isEnabled());
      screen.write("Token", jira.createToken("alice"));
      screen.press("Sign in");
      Provider provider = TestAgent.await(added);
      assertEquals(jira.baseUrl(), provider.baseUrl());
      assertEquals(ProviderState.CONNECTED, provider.state());
      screen.press("Close");
      TestAgent.await(closed);
    }
  }

  @Test
  void signsInByOAuthAndShowsTheAdministratorWhatToFillIn() {
    try (Screen screen = show(null)) {
      screen.write("Address", jira.baseUrl());
      screen.press("Next");
      choose(screen, "OAuth, by an application link");
      screen.press("Next");
      Screen.until("the fields of the application link", () -> screen.all(JTextField.class).stream().anyMatch(each -> each.getText().startsWith("jira-")));
      assertTrue(screen.all(AbstractButton.class).stream().anyMatch(each -> each.getAccessibleContext().getAccessibleName().startsWith("Copy")));
    }
  }

  @Test
  void changesHowOneGetsIntoAServer() {
    Provider known = agent.connectByToken(jira, "alice");
    try (Screen screen = show(known)) {
      screen.press("Next");
      choose(screen, "Personal access token");
      screen.press("Next");
      Screen.until("the step of the token", () -> screen.all(JPasswordField.class).size() == 1);
      screen.write("Token", jira.createToken("bob"));
      screen.press("Sign in");
      Provider provider = TestAgent.await(added);
      assertEquals(known.id(), provider.id());
      assertEquals("bob", provider.user().name());
    }
  }

  private Screen show(@Nullable Provider toChange) {
    AddServerPanel.Listener listener = new AddServerPanel.Listener() {
      @Override
      public void added(Provider provider) {
        added.complete(provider);
      }

      @Override
      public void closed() {
        closed.complete(null);
      }
    };
    return Screen.show(700, 520, () -> new AddServerPanel(models, new DesktopHost(), listener, toChange));
  }

  private static void choose(Screen screen, String way) {
    Screen.until("the ways in", () -> !screen.all(JRadioButton.class).isEmpty());
    Screen.act(() -> screen.all(JRadioButton.class).stream().filter(each -> each.getText().startsWith(way)).findFirst().orElseThrow().setSelected(true));
  }
}
