package org.jiralanguageserver.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel.Step;
import org.jiralanguageserver.protocol.AuthenticationType;
import org.jiralanguageserver.protocol.Comment;
import org.jiralanguageserver.protocol.ErrorKind;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.IssueType;
import org.jiralanguageserver.protocol.Project;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;
import org.jiralanguageserver.protocol.Redirect;
import org.jiralanguageserver.protocol.Transition;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.ModelThread;
import org.jiralanguageserver.testing.TestAgent;
import org.jiralanguageserver.testing.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with Jira in an IDE, from the first start on: with a token, and with OAuth. */
class MainJobTest {
  private static HonestJira jira;

  private final ModelThread thread = new ModelThread();
  private TestAgent agent;
  private JiraModels models;

  @BeforeAll
  static void startJira() {
    jira = HonestJira.start();
  }

  @AfterAll
  static void stopJira() {
    jira.close();
  }

  @BeforeEach
  void startAgent() {
    agent = TestAgent.start();
    models = thread.call(() -> new JiraModels(agent.agent(), agent.ui(), thread));
  }

  @AfterEach
  void stopAgent() {
    thread.call(() -> {
      models.close();
      return null;
    });
    agent.close();
    thread.close();
  }

  @Test
  void withAToken() {
    assertEquals(List.of(), thread.await(models.providers(), ProvidersModel.State::loaded).providers());
    Provider provider = addByToken("alice");
    assertEquals(List.of(provider), thread.await(models.providers(), state -> !state.providers().isEmpty()).providers());
    workOnAnIssue(provider, "alice");
  }

  @Test
  void withOAuthByAnAdministratorsLink() throws InterruptedException {
    Provider provider = addByOAuth("bob");
    workOnAnIssue(provider, "bob");
  }

  @Test
  void aWrongTokenIsRefusedInWordsForPeopleAndCanBeTypedAgain() {
    AddServerModel wizard = thread.call(models::addServer);
    thread.finish(() -> wizard.probe(jira.baseUrl() + "/browse/ABC-1", null));
    thread.finish(() -> wizard.choose(AuthenticationType.TOKEN));
    thread.finish(() -> wizard.signInWithToken("no-such-token"));
    AddServerModel.State refused = thread.stateOf(wizard);
    assertEquals(Step.TOKEN, refused.step());
    assertEquals(ErrorKind.CREDENTIALS_REJECTED, refused.problem().kind());
    assertFalse(refused.problem().message().contains("no-such-token"));
    String token = jira.createToken("alice");
    thread.finish(() -> wizard.signInWithToken("  " + token + "\n"));
    assertEquals(Step.DONE, thread.stateOf(wizard).step());
    assertFalse(agent.ui().everything().contains(token));
  }

  @Test
  void anAddressThatIsNoJiraIsSaidAndMended() {
    AddServerModel wizard = thread.call(models::addServer);
    thread.finish(() -> wizard.probe("http://127.0.0.1:1", null));
    AddServerModel.State refused = thread.stateOf(wizard);
    assertEquals(Step.ADDRESS, refused.step());
    assertEquals(ErrorKind.OFFLINE, refused.problem().kind());
    thread.finish(() -> wizard.probe(jira.baseUrl(), null));
    AddServerModel.State found = thread.stateOf(wizard);
    assertEquals(Step.WAY_IN, found.step());
    assertNull(found.problem());
    assertTrue(found.waysIn().stream().anyMatch(way -> way.type() == AuthenticationType.TOKEN && way.recommended()));
  }

  @Test
  void aRefusalInTheBrowserIsNoEnd() throws InterruptedException {
    AddServerModel wizard = atTheApprovalOf();
    AuthorizationModel authorization = thread.call(wizard::authorization);
    thread.finish(() -> authorization.begin(Redirect.LOOPBACK, null));
    new TestBrowser().deny(page(), "carol");
    assertEquals(ErrorKind.AUTHORIZATION_DENIED, thread.await(authorization, state -> state.problem() != null).problem().kind());
    thread.finish(() -> authorization.begin(Redirect.LOOPBACK, null));
    new TestBrowser().allow(page(), "carol");
    assertEquals("carol", thread.await(wizard, state -> state.step() == Step.DONE).provider().user().name());
  }

  @Test
  void aCodeIsTypedWhereTheBrowserIsOnAnotherMachine() throws InterruptedException {
    AddServerModel wizard = atTheApprovalOf();
    AuthorizationModel authorization = thread.call(wizard::authorization);
    thread.finish(() -> authorization.begin(Redirect.OOB, null));
    assertEquals(AuthorizationModel.Phase.WAITING, thread.stateOf(authorization).phase());
    String code = new TestBrowser().allow(page(), "carol");
    assertNotNull(code);
    thread.finish(() -> authorization.enterCode(" " + code + " "));
    assertEquals(Step.DONE, thread.stateOf(wizard).step());
  }

  @Test
  void signingOutAndRemovingShowInTheList() {
    Provider provider = addByToken("alice");
    thread.finish(() -> models.providers().signOut(provider.id()));
    assertEquals(ProviderState.NEEDS_AUTHORIZATION, thread.stateOf(models.providers()).provider(provider.id()).state());
    thread.finish(() -> models.providers().remove(provider.id()));
    assertEquals(List.of(), thread.stateOf(models.providers()).providers());
  }

  private Provider addByToken(String user) {
    AddServerModel wizard = thread.call(models::addServer);
    thread.finish(() -> wizard.probe(jira.baseUrl(), null));
    thread.finish(() -> wizard.choose(AuthenticationType.TOKEN));
    thread.call(() -> {
      wizard.rename("Our Jira");
      return null;
    });
    String token = jira.createToken(user);
    thread.finish(() -> wizard.signInWithToken(token));
    AddServerModel.State done = thread.stateOf(wizard);
    assertNull(done.problem());
    assertEquals("Our Jira", done.provider().name());
    assertFalse(agent.ui().everything().contains(token));
    return done.provider();
  }

  private Provider addByOAuth(String user) throws InterruptedException {
    AddServerModel wizard = atTheApprovalOf();
    AuthorizationModel authorization = thread.call(wizard::authorization);
    thread.finish(() -> authorization.begin(Redirect.LOOPBACK, null));
    new TestBrowser().allow(page(), user);
    Provider provider = thread.await(wizard, state -> state.step() == Step.DONE).provider();
    assertEquals(ProviderState.CONNECTED, provider.state());
    assertEquals(user, provider.user().name());
    return provider;
  }

  /** The wizard after the administrator's part. */
  private AddServerModel atTheApprovalOf() {
    AddServerModel wizard = thread.call(models::addServer);
    thread.finish(() -> wizard.probe(jira.baseUrl(), null));
    thread.finish(() -> wizard.choose(AuthenticationType.OAUTH1));
    AddServerModel.State link = thread.stateOf(wizard);
    assertEquals(Step.APPLICATION_LINK, link.step());
    assertFalse(link.keyPair().applicationLink().steps().isEmpty());
    jira.createApplicationLink(link.keyPair().applicationLink());
    thread.finish(wizard::linkIsMade);
    assertEquals(Step.AUTHORIZE, thread.stateOf(wizard).step());
    return wizard;
  }

  private URI page() throws InterruptedException {
    URI page = agent.ui().browsed.poll(120, TimeUnit.SECONDS);
    assertNotNull(page, "No page was opened.");
    return page;
  }

  private void workOnAnIssue(Provider provider, String user) {
    IssueListModel list = thread.call(models::issueList);
    thread.finish(() -> list.search(Query.jql("project = ABC AND statusCategory != Done ORDER BY key").in(provider.id())));
    IssueListModel.State shown = thread.stateOf(list);
    assertNull(shown.problem());
    assertEquals(shown.total(), shown.issues().size());
    Issue first = shown.issues().get(0);

    IssueModel page = thread.call(() -> models.issue(provider.id(), first.key()));
    thread.finish(page::load);
    IssueResult issue = thread.stateOf(page).issue();
    assertEquals(first.summary(), issue.summary());

    works(page, () -> page.comment("Seen by **" + user + "**."));
    List<Comment> comments = thread.stateOf(page).issue().comments();
    assertEquals("Seen by **" + user + "**.", comments.get(comments.size() - 1).body());
    assertEquals(user, comments.get(comments.size() - 1).author().name());
    works(page, page::assignToMe);
    assertEquals(user, thread.stateOf(page).issue().assignee().name());
    works(page, () -> page.assign(null));
    assertNull(thread.stateOf(page).issue().assignee());
    Long before = thread.stateOf(page).issue().timeTracking().timeSpent();
    works(page, () -> page.logWork(Duration.ofMinutes(90), null, "At it."));
    assertEquals((before == null ? 0 : before) + 5400, thread.stateOf(page).issue().timeTracking().timeSpent());
    boolean watching = thread.stateOf(page).issue().watching();
    works(page, () -> page.watch(!watching));
    assertEquals(!watching, thread.stateOf(page).issue().watching());

    Transition transition = thread.stateOf(page).issue().transitions().get(0);
    works(page, () -> page.transition(transition, required(transition.fields()), null));
    assertEquals(transition.to().name(), thread.stateOf(page).issue().status().name());

    Issue created = create(provider);
    IssueModel own = thread.call(() -> models.issue(null, created.key()));
    thread.finish(own::load);
    assertEquals("Made in an IDE", thread.stateOf(own).issue().summary());

    CurrentIssueModel current = thread.call(models::currentIssue);
    thread.finish(() -> current.setBranch("feature/" + created.key().toLowerCase(Locale.ROOT) + "-something"));
    assertEquals(created.key(), thread.await(current, state -> state.issue() != null).issue().key());
    for (Model<?> model : List.of(list, page, own, current)) {
      thread.call(() -> {
        model.close();
        return null;
      });
    }
  }

  private void works(IssueModel page, Callable<CompletableFuture<Boolean>> action) {
    boolean worked = thread.finish(action);
    assertTrue(worked, () -> String.valueOf(thread.stateOf(page).problem()));
  }

  private Issue create(Provider provider) {
    CreateIssueModel creation = thread.call(() -> models.createIssue(provider.id()));
    thread.finish(() -> creation.chooseProvider(provider.id()));
    Project project = thread.stateOf(creation).projects().stream().filter(each -> each.key().equals("WEB")).findFirst().orElseThrow();
    thread.finish(() -> creation.chooseProject(project));
    IssueType type = thread.stateOf(creation).types().stream().filter(each -> !each.subtask()).findFirst().orElseThrow();
    thread.finish(() -> creation.chooseType(type));
    List<Field> fields = thread.stateOf(creation).fields();
    thread.finish(() -> creation.create("Made in an IDE", "With a **description**.", required(fields)));
    CreateIssueModel.State state = thread.stateOf(creation);
    assertNull(state.problem());
    return state.created();
  }

  /** Values for what must be given, as a person would choose them. */
  private static Map<String, JsonElement> required(List<Field> fields) {
    Map<String, JsonElement> values = new HashMap<>();
    for (Field field : FieldValues.missing(fields, Map.of())) {
      @Nullable Object value = field.allowedValues() == null || field.allowedValues().isEmpty() ? "1" : field.allowedValues().get(0).id();
      values.put(field.id(), FieldValues.of(field, value));
    }
    return values;
  }
}
