package org.jiralanguageserver.model;

import static org.jiralanguageserver.testing.TestAgent.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.FieldOption;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.NamedId;
import org.jiralanguageserver.protocol.PresetId;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.SavedQuery;
import org.jiralanguageserver.protocol.StartWorkResult;
import org.jiralanguageserver.protocol.StatusCategory;
import org.jiralanguageserver.protocol.User;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.ModelThread;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What else a person does: change fields, begin work, keep queries, take up a server that the repository names. */
class ActionsTest {
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
    agent.close();
    thread.close();
  }

  @Test
  void fieldsAreChangedAndEmptied() {
    agent.connectByToken(jira, "alice");
    IssueModel page = page("WEB-3");
    List<Field> fields = thread.finish(page::editableFields);
    Field component = field(fields, "components");
    FieldOption frontend = component.allowedValues().get(0);
    Map<String, JsonElement> values = Map.of(
        "components", FieldValues.of(component, List.of(frontend.id())),
        "priority", FieldValues.of(field(fields, "priority"), field(fields, "priority").allowedValues().get(0).id()),
        "labels", FieldValues.of(field(fields, "labels"), List.of("ide", "java")));
    works(page, () -> page.edit(null, "With a **bold** word.", values));
    IssueResult changed = thread.stateOf(page).issue();
    assertEquals(List.of(frontend.name()), changed.components().stream().map(NamedId::name).toList());
    assertEquals(field(fields, "priority").allowedValues().get(0).name(), changed.priority().name());
    assertEquals(List.of("ide", "java"), changed.labels());
    assertEquals("With a **bold** word.", changed.description());
    works(page, () -> page.edit(null, null, Map.of("components", FieldValues.of(component, null), "labels", FieldValues.of(field(fields, "labels"), List.of()))));
    assertEquals(List.of(), thread.stateOf(page).issue().components());
    assertEquals(List.of(), thread.stateOf(page).issue().labels());
  }

  @Test
  void workIsBegunAndTheBranchIsNamed() {
    agent.connectByToken(jira, "alice");
    IssueListModel list = thread.call(models::issueList);
    thread.finish(() -> list.search(Query.jql("project = ABC AND statusCategory = \"To Do\" AND type = Task")));
    Issue open = thread.stateOf(list).issues().get(0);
    IssueModel page = page(open.key());
    assertTrue(thread.finish(() -> page.branchName("{key}")).equals(open.key()));
    StartWorkResult begun = thread.finish(() -> page.startWork(null));
    assertTrue(begun.started(), begun.toString());
    assertTrue(begun.branch().startsWith(open.key()), begun.branch());
    thread.await(page, state -> !state.saving() && !state.loading() && state.issue().status().category() == StatusCategory.INDETERMINATE);
    assertEquals("alice", thread.stateOf(page).issue().assignee().name());
  }

  @Test
  void peopleAreFoundByWhatIsTyped() {
    agent.connectByToken(jira, "alice");
    IssueModel page = page("ABC-11");
    List<User> found = thread.finish(() -> page.assignableUsers("bo"));
    assertTrue(found.stream().anyMatch(user -> user.name().equals("bob")), found.toString());
    works(page, () -> page.assign("bob"));
    assertEquals("bob", thread.stateOf(page).issue().assignee().name());
    assertFalse(thread.finish(() -> page.assign("nobody-of-this-name")));
    assertFalse(thread.stateOf(page).problem().message().isBlank());
  }

  @Test
  void queriesAreKeptAndOffered() {
    Provider provider = agent.connectByToken(jira, "alice");
    IssueListModel list = thread.call(models::issueList);
    thread.finish(() -> list.search(Query.myOpenIssues().in(provider.id())));
    assertTrue(thread.finish(list::presets).stream().anyMatch(preset -> preset.id() == PresetId.ASSIGNED_TO_ME));
    SavedQuery kept = thread.finish(() -> list.save("Mine", "assignee = currentUser()"));
    assertEquals(List.of(kept), thread.finish(list::savedQueries));
    thread.finish(() -> list.deleteQuery(kept.id()));
    assertEquals(List.of(), thread.finish(list::savedQueries));
    assertFalse(thread.finish(list::filters).isEmpty());
  }

  @Test
  void aServerOfTheRepositoryIsApprovedByItsHostBeforeAnythingIsSentToIt() throws IOException {
    Path repository = Files.createDirectories(agent.home().resolve("shop"));
    Files.writeString(repository.resolve(".jira.json"), "{\"version\": 1, \"servers\": [{\"name\": \"Shop\", \"baseUrl\": \"" + jira.baseUrl() + "\", \"authentication\": {\"type\": \"token\"}}]}");
    thread.await(models.providers(), ProvidersModel.State::loaded);
    agent.agent().setFolders(List.of(new WorkspaceFolder(repository.toUri().toString(), "shop")));
    Provider named = thread.await(models.providers(), state -> state.providers().size() == 1).providers().get(0);
    assertEquals(Provider.Origin.WORKSPACE, named.origin());
    assertEquals(Provider.Approval.PENDING, named.approval());
    thread.finish(() -> models.providers().approve(named, true));
    assertNull(thread.stateOf(models.providers()).problem());
    assertEquals(Provider.Approval.APPROVED, thread.await(models.providers(), state -> state.provider(named.id()).approval() != Provider.Approval.PENDING).provider(named.id()).approval());
    AddServerModel wizard = thread.call(() -> models.changeServer(named));
    thread.finish(() -> wizard.probe(named.baseUrl(), null));
    String token = jira.createToken("bob");
    thread.finish(() -> wizard.signInWithToken(token));
    assertEquals(named.id(), thread.stateOf(wizard).provider().id());
    assertEquals("bob", thread.stateOf(wizard).provider().user().name());
  }

  @Test
  void aTokenThatWasRevokedHasTheUserOfferedToSignIn() throws InterruptedException {
    String token = jira.createToken("alice");
    AddServerModel wizard = thread.call(models::addServer);
    thread.finish(() -> wizard.probe(jira.baseUrl(), null));
    thread.finish(() -> wizard.signInWithToken(token));
    Provider provider = thread.stateOf(wizard).provider();
    jira.revokeToken(token);
    IssueListModel list = thread.call(models::issueList);
    thread.finish(() -> list.search(Query.text("ABC-1")));
    assertTrue(thread.stateOf(list).problem().needsSignIn());
    assertEquals(provider.id(), agent.ui().offers.poll(120, TimeUnit.SECONDS).provider());

    // Who signs in again sees what was asked for, and need not ask again.
    AddServerModel again = thread.call(() -> models.changeServer(provider));
    thread.finish(() -> again.probe(provider.baseUrl(), null));
    String other = jira.createToken("alice");
    thread.finish(() -> again.signInWithToken(other));
    assertEquals("ABC-1", thread.await(list, state -> !state.issues().isEmpty()).issues().get(0).key());
    assertNull(thread.stateOf(list).problem());
  }

  private IssueModel page(String key) {
    IssueModel page = thread.call(() -> models.issue(null, key));
    thread.finish(page::load);
    return page;
  }

  private void works(IssueModel page, Callable<CompletableFuture<Boolean>> action) {
    boolean worked = await(thread.call(action));
    assertTrue(worked, () -> String.valueOf(thread.stateOf(page).problem()));
  }

  private static Field field(List<Field> fields, String id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow();
  }
}
