package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.GenerateKeyPairParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.KeyPair;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.jiralanguageserver.testing.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with the browser, with the built agent and the honest Jira. */
class AuthorizationPanelTest {
  private static HonestJira jira;

  private final CompletableFuture<Provider> done = new CompletableFuture<>();
  private final TestBrowser browser = new TestBrowser();
  private TestAgent agent;
  private JiraModels models;
  private Provider provider;
  private AuthorizationPanel panel;

  @BeforeAll
  static void startJira() {
    jira = HonestJira.start();
  }

  @AfterAll
  static void stopJira() {
    jira.close();
  }

  @BeforeEach
  void start() {
    agent = TestAgent.start();
    KeyPair keys = agent.ask(JiraRequests.GENERATE_KEY_PAIR, GenerateKeyPairParams.of().withBits(1024));
    jira.createApplicationLink(keys.applicationLink());
    Authentication oauth = Authentication.OAuth1.of(keys.applicationLink().consumerKey()).withKeyPair(keys.id());
    provider = agent.ask(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), oauth)).provider();
    models = Screen.ask(() -> new JiraModels(agent.agent(), agent.ui(), SwingUtilities::invokeLater));
  }

  @AfterEach
  void stop() {
    Screen.act(panel::close);
    Screen.act(models::close);
    agent.close();
  }

  @Test
  void whoRefusesIsToldSoAndCanBeginAgain() throws InterruptedException {
    try (Screen screen = show()) {
      browser.deny(page(), "carol");
      Screen.until("the refusal", () -> screen.all(Banner.class).stream().anyMatch(each -> !each.text().isEmpty()));
      assertFalse(done.isDone());
      screen.press("Try again");
      browser.allow(page(), "carol");
      assertEquals("carol", TestAgent.await(done).user().name());
      Screen.until("no refusal any more", () -> screen.all(Banner.class).isEmpty());
    }
  }

  @Test
  void aCodeIsTypedWhereTheBrowserIsOnAnotherMachine() throws InterruptedException {
    try (Screen screen = show()) {
      page();
      screen.press("The browser is on another machine");
      String code = browser.allow(page(), "carol");
      assertNotNull(code);
      Screen.until("the field of the code", () -> screen.all(JTextField.class).size() == 1);
      screen.write("Code", " " + code + " ");
      screen.press("Sign in");
      assertEquals(ProviderState.CONNECTED, TestAgent.await(done).state());
    }
  }

  @Test
  void whatIsDoneInTheBrowserAfterwardsCountsForNothing() throws InterruptedException {
    try (Screen screen = show()) {
      URI page = page();
      assertEquals(1, screen.all(AuthorizationPanel.class).size());
      Screen.act(panel::close);
      assertEquals(ProviderState.NEEDS_AUTHORIZATION, state());
      try {
        browser.allow(page, "carol");
      } catch (UncheckedIOException nobodyListens) {
        // Where the browser is sent to, the agent waits no longer.
      }
      assertEquals(ProviderState.NEEDS_AUTHORIZATION, state());
      assertFalse(done.isDone());
    }
  }

  private Screen show() {
    return Screen.show(700, 400, () -> new Stack(0, panel = new AuthorizationPanel(models, new DesktopHost(), provider, done::complete)));
  }

  /** The page that the panel has opened. */
  private URI page() throws InterruptedException {
    URI page = agent.ui().browsed.poll(120, TimeUnit.SECONDS);
    assertNotNull(page, "No page was opened.");
    return page;
  }

  private ProviderState state() {
    return agent.ask(JiraRequests.PROVIDERS, new ProvidersParams()).providers().get(0).state();
  }
}
