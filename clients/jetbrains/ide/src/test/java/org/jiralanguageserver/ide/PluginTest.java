package org.jiralanguageserver.ide;

import static org.jiralanguageserver.ide.fake.Swing.below;
import static org.jiralanguageserver.ide.fake.Swing.filled;
import static org.jiralanguageserver.ide.fake.Swing.fromSwing;
import static org.jiralanguageserver.ide.fake.Swing.onSwing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.intellij.notification.Notification;
import com.intellij.openapi.ui.DialogWrapper;
import java.awt.Container;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.swing.text.JTextComponent;
import org.jiralanguageserver.agent.ClientUi.Level;
import org.jiralanguageserver.ide.branch.Branches;
import org.jiralanguageserver.ide.fake.FakeIde;
import org.jiralanguageserver.ide.fake.FakeIde.FakeProject;
import org.jiralanguageserver.ide.settings.JiraSettings;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.OfferSignInParams;
import org.jiralanguageserver.protocol.OfferSignInResult;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.protocol.SignInReason;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.Project;
import org.jiralanguageserver.testing.TestAgent;
import org.jiralanguageserver.ui.AddServerPanel;
import org.jiralanguageserver.ui.CreateIssuePanel;
import org.jiralanguageserver.ui.IssuePagePanel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in an IDE that is not real, with the built agent and the honest Jira. */
class PluginTest {
  private static HonestJira jira;

  @TempDir
  private Path files;
  private Path home;
  private FakeIde ide;
  private AgentService service;

  @BeforeAll
  static void startJira() {
    jira = HonestJira.start();
  }

  @AfterAll
  static void stopJira() {
    jira.close();
  }

  @BeforeEach
  void start() throws IOException {
    home = Files.createTempDirectory("jira-jetbrains-");
    ide = FakeIde.start();
    JiraSettings settings = ide.serve(JiraSettings.class, new JiraSettings());
    JsonObject agent = new JsonObject();
    agent.addProperty("credentialStore", "client");
    settings.set(Project.node() == null ? "" : Project.node(), agent);
    ide.serve(Branches.class, new Branches.None());
    service = ide.serve(AgentService.class, new AgentService(() -> TestAgent.options(home, "file")));
  }

  @AfterEach
  void stop() throws Exception {
    onSwing(service::dispose);
    ide.close();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }

  @Test
  void oneAgentServesAllProjectsAndEndsWithTheIde() throws Exception {
    JiraProject one = JiraProject.of(project("one"));
    JiraProject two = JiraProject.of(project("two"));

    assertSame(one.agent(), two.agent());
    TestAgent.await(one.agent().request(JiraRequests.PROVIDERS, new ProvidersParams()));
    List<ProcessHandle> agents = agents();
    assertEquals(1, agents.size());

    service.dispose();
    TestAgent.await(agents.get(0).onExit());
  }

  @Test
  void whatARepositorySaysCountsOnceTheProjectIsTrusted() throws Exception {
    FakeProject project = project("shop");
    Files.writeString(Path.of(project.getBasePath(), ".jira.json"), "{\"version\":1,\"servers\":[{\"name\":\"Example\",\"baseUrl\":\"" + jira.baseUrl() + "\",\"authentication\":{\"type\":\"token\"}}]}");
    JiraProject jiraProject = JiraProject.of(project);
    assertEquals(List.of(), addresses(jiraProject));

    CompletableFuture<Void> seen = new CompletableFuture<>();
    CompletableFuture<Void> gone = new CompletableFuture<>();
    service.agent().onProviders(now -> {
      if (!now.isEmpty()) seen.complete(null);
      else if (seen.isDone()) gone.complete(null);
    });
    ide.trust(project);
    onSwing(jiraProject::activated);
    TestAgent.await(seen);
    assertEquals(List.of(jira.baseUrl()), addresses(jiraProject));

    onSwing(jiraProject::dispose);
    TestAgent.await(gone);
  }

  @Test
  void secretsAreInTheStoreOfThePasswordsOfTheIde() throws Exception {
    FakeProject project = project("shop");
    String token = jira.createToken("alice");
    Provider provider = connect(JiraProject.of(project), token);

    assertTrue(ide.passwords().values().stream().anyMatch(each -> each.contains(token)));
    assertTrue(ide.passwords().keySet().stream().allMatch(each -> each.startsWith("Jira language server")));
    assertFalse(everyFile().contains(token));

    onSwing(() -> Servers.signOut(project));
    assertTrue(ide.nextNotification().content().contains(provider.name()));
    assertFalse(ide.passwords().values().stream().anyMatch(each -> each.contains(token)));
  }

  @Test
  void theToolWindowShowsTheIssuesAndThePageOfOne() throws Exception {
    FakeProject project = project("shop");
    JiraProject jiraProject = JiraProject.of(project);
    Provider provider = connect(jiraProject, jira.createToken("alice"));
    onSwing(() -> new JiraToolWindowFactory().createToolWindowContent(project, ide.toolWindow()));
    Container content = ide.toolWindow().content().component();
    TestAgent.await(filled(content));

    CompletableFuture<IssuePagePanel> page = new CompletableFuture<>();
    content.addContainerListener(new ContainerAdapter() {
      @Override
      public void componentAdded(ContainerEvent event) {
        below(content, IssuePagePanel.class).stream().findFirst().ifPresent(page::complete);
      }
    });
    onSwing(() -> jiraProject.show(provider.id(), "ABC-1"));
    assertTrue(TestAgent.await(page).getAccessibleContext().getAccessibleName().contains("ABC-1"));
    onSwing(ide.toolWindow().content()::dispose);
  }

  @Test
  void theStatusBarSaysWhichIssueTheBranchIsFor() throws Exception {
    FakeProject project = project("shop");
    JiraProject jiraProject = JiraProject.of(project);
    connect(jiraProject, jira.createToken("alice"));
    String key = TestAgent.await(jiraProject.agent().request(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", "Seen in the status bar"))).issue().key();
    Files.createDirectories(Path.of(project.getBasePath(), ".git"));
    Files.writeString(Path.of(project.getBasePath(), ".git", "HEAD"), "ref: refs/heads/feature/" + key + "-words\n");
    CurrentIssueWidget widget = new CurrentIssueWidget(project);

    while (!fromSwing(widget::getText).contains(key)) assertEquals(CurrentIssueWidgetFactory.ID, ide.nextUpdate());
    while (!fromSwing(widget::getTooltipText).contains("Seen in the status bar")) ide.nextUpdate();
  }

  @Test
  void anOfferToSignInOpensTheStepsAndTellsWhatBecameOfIt() throws Exception {
    IdeUi ui = service.ui();
    OfferSignInParams offer = new OfferSignInParams(null, SignInReason.NO_PROVIDER, "No server is there yet.");

    CompletableFuture<OfferSignInResult.Answer> never = ui.offerSignIn(offer);
    press(ide.nextNotification(), JiraBundle.text("offer.never"));
    assertEquals(OfferSignInResult.Answer.NEVER, TestAgent.await(never));

    CompletableFuture<OfferSignInResult.Answer> closed = ui.offerSignIn(offer);
    onSwing(ide.nextNotification()::expire);
    assertEquals(OfferSignInResult.Answer.NOT_NOW, TestAgent.await(closed));

    CompletableFuture<OfferSignInResult.Answer> taken = ui.offerSignIn(offer);
    press(ide.nextNotification(), JiraBundle.text("offer.signIn"));
    DialogWrapper steps = ide.nextDialog();
    assertEquals(AddServerPanel.class, steps.center().getClass());
    assertFalse(taken.isDone());
    onSwing(() -> steps.close(DialogWrapper.OK_EXIT_CODE));
    assertEquals(OfferSignInResult.Answer.NOT_NOW, TestAgent.await(taken));
  }

  @Test
  void aQuestionIsANotificationAndIsAskedOnce() throws Exception {
    IdeUi ui = service.ui();
    CompletableFuture<String> first = ui.ask(Level.INFO, "Which <b>one</b>?", List.of("this", "that"));
    Notification question = ide.nextNotification();
    assertEquals(List.of("this", "that"), question.actions());
    assertEquals("Which &lt;b&gt;one&lt;/b&gt;?", question.content());

    ui.ask(Level.INFO, "Which <b>one</b>?", List.of("this", "that"));
    assertFalse(ide.hasNotifications());
    press(question, "that");
    assertEquals("that", TestAgent.await(first));

    ui.showMessage(Level.WARNING, "Again");
    ui.showMessage(Level.WARNING, "Again");
    ide.nextNotification();
    assertFalse(ide.hasNotifications());
  }

  @Test
  void aNewIssueBeginsWithWhatIsSelected() throws Exception {
    FakeProject project = project("shop");
    Provider provider = connect(JiraProject.of(project), jira.createToken("alice"));
    onSwing(() -> CreateIssue.show(project, provider.id(), "Prices are wrong\nwhere there is a discount"));
    DialogWrapper dialog = ide.nextDialog();
    assertEquals(CreateIssuePanel.class, dialog.center().getClass());
    assertTrue(below(dialog.center(), JTextComponent.class).stream().anyMatch(each -> each.getText().equals("Prices are wrong")));
    onSwing(() -> dialog.close(DialogWrapper.OK_EXIT_CODE));
  }

  @Test
  void startingWorkTellsWhatWasDone() throws Exception {
    FakeProject project = project("shop");
    JiraProject jiraProject = JiraProject.of(project);
    connect(jiraProject, jira.createToken("alice"));
    String key = TestAgent.await(jiraProject.agent().request(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", "Begun in the IDE"))).issue().key();

    new StartWork(project, null, key).run();
    Notification told = ide.nextNotification();
    assertTrue(told.content().contains(key), told.content());
    assertEquals(List.of(JiraBundle.text("startWork.copyBranch")), told.actions());
  }

  @Test
  void theDoctorTellsWhatIsWrongFirst() throws Exception {
    FakeProject project = project("shop");
    connect(JiraProject.of(project), jira.createToken("alice"));
    Doctor.examine(project);
    DialogWrapper report = ide.nextDialog();
    assertEquals(JiraBundle.text("doctor.title"), report.title());
  }

  private FakeProject project(String name) throws IOException {
    FakeProject project = ide.open(Files.createDirectories(files.resolve(name)));
    project.serve(JiraProject.class, new JiraProject(project));
    return project;
  }

  private static Provider connect(JiraProject project, String token) {
    return TestAgent.await(project.agent().request(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), new Authentication.Token(token)))).provider();
  }

  private static List<String> addresses(JiraProject project) {
    return TestAgent.await(project.agent().request(JiraRequests.PROVIDERS, new ProvidersParams())).providers().stream().map(Provider::baseUrl).toList();
  }

  /** The processes of the agent of this test. */
  private List<ProcessHandle> agents() {
    String storage = home.resolve("storage").toString();
    return ProcessHandle.current().children().filter(child -> List.of(child.info().arguments().orElse(new String[0])).contains(storage)).toList();
  }

  /** The text of all files that the agent wrote. */
  private String everyFile() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }

  private static void press(Notification notification, String button) throws Exception {
    onSwing(() -> notification.press(button));
  }
}
