package org.jiralanguageserver.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jiralanguageserver.protocol.ErrorKind;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.PresetId;
import org.jiralanguageserver.protocol.ProviderState;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.ModelThread;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists and pages over time: what was seen before, what changed since, without the network, and after the agent ended. */
class SeenBeforeTest {
  private static final Query IN_ORDER = Query.jql("project = ABC ORDER BY key");
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
    agent.connectByToken(jira, "alice");
    models = thread.call(() -> new JiraModels(agent.agent(), agent.ui(), thread));
  }

  @AfterEach
  void stopAgent() {
    jira.clearFaults();
    agent.close();
    thread.close();
  }

  @Test
  void aListIsShownAtOnceAndThenBroughtUpToDate() {
    IssueListModel first = list(IN_ORDER);
    Issue before = thread.stateOf(first).issues().get(0);
    assertNull(thread.stateOf(first).seenAt());
    jira.changeSummary(before.key(), "Changed meanwhile");

    List<IssueListModel.State> shown = new ArrayList<>();
    IssueListModel second = thread.call(models::issueList);
    thread.call(() -> second.state().observe(shown::add));
    thread.finish(() -> second.search(IN_ORDER));
    IssueListModel.State now = thread.await(second, state -> !state.issues().isEmpty() && !state.refreshing());
    assertEquals("Changed meanwhile", now.issues().get(0).summary());
    assertNull(now.seenAt());
    assertTrue(thread.call(() -> shown.stream().anyMatch(state -> state.seenAt() != null && state.refreshing() && state.issues().get(0).summary().equals(before.summary()))), "What was seen came first.");
  }

  @Test
  void aPageIsShownAtOnceAndThenBroughtUpToDate() {
    IssueModel first = page("ABC-2");
    String before = thread.stateOf(first).issue().summary();
    jira.changeSummary("ABC-2", "Another summary");
    List<String> shown = new ArrayList<>();
    IssueModel second = thread.call(() -> models.issue(null, "abc-2"));
    thread.call(() -> second.state().observe(state -> {
      if (state.issue() != null) shown.add(state.issue().summary());
    }));
    thread.finish(second::load);
    assertEquals("Another summary", thread.await(second, state -> state.issue() != null && !state.refreshing() && !state.loading()).issue().summary());
    assertEquals(before, thread.call(() -> shown.get(0)));
  }

  @Test
  void withoutTheNetworkThereIsWhatWasSeenAndItComesBack() {
    IssueListModel list = list(IN_ORDER);
    int size = thread.stateOf(list).issues().size();
    IssueModel page = page("ABC-3");
    jira.goOffline();

    // At the same time: each of them waits until the agent has tried often enough.
    IssueListModel again = thread.call(models::issueList);
    IssueModel never = thread.call(() -> models.issue(null, "WEB-9"));
    CompletableFuture<Void> refreshed = thread.call(list::refresh);
    CompletableFuture<Void> searched = thread.call(() -> again.search(IN_ORDER));
    CompletableFuture<Void> loaded = thread.call(never::load);
    CompletableFuture<Boolean> commented = thread.call(() -> page.comment("Lost"));

    TestAgent.await(refreshed);
    IssueListModel.State away = thread.stateOf(list);
    assertEquals(size, away.issues().size());
    assertNotNull(away.seenAt(), "It says from when it is.");
    assertFalse(away.warnings().isEmpty());
    TestAgent.await(searched);
    IssueListModel.State seen = thread.await(again, state -> !state.refreshing() && !state.loading());
    assertEquals(size, seen.issues().size());
    assertNotNull(seen.seenAt());
    TestAgent.await(loaded);
    assertTrue(thread.stateOf(never).problem().isPassing());
    assertFalse(TestAgent.await(commented));
    assertTrue(thread.stateOf(page).problem().isPassing());
    assertNotNull(thread.stateOf(page).issue(), "The page stays.");

    thread.await(models.providers(), state -> state.providers().get(0).state() == ProviderState.UNREACHABLE);
    // Nobody asks: the agent finds the server again, and what is shown is brought up to date.
    jira.clearFaults();
    IssueListModel.State back = thread.await(list, state -> !state.loading() && state.seenAt() == null);
    assertEquals(List.of(), back.warnings());
    assertEquals("WEB-9", thread.await(never, state -> state.issue() != null).issue().key());
    assertTrue(thread.finish(() -> page.comment("Back")));
    assertNull(thread.stateOf(page).problem());
  }

  @Test
  void aLongListGrowsPageByPageWithEachIssueOnce() {
    IssueListModel list = list(Query.jql("ORDER BY key"));
    assertEquals(50, thread.stateOf(list).issues().size());
    assertTrue(thread.stateOf(list).hasMore());
    while (thread.stateOf(list).hasMore()) thread.finish(list::loadMore);
    IssueListModel.State all = thread.stateOf(list);
    assertEquals(all.total(), all.issues().size());
    assertEquals(all.issues().size(), new HashSet<>(all.issues().stream().map(Issue::key).toList()).size());
    thread.finish(list::refresh);
    assertEquals(all.issues(), thread.stateOf(list).issues());
  }

  @Test
  void aWrongQueryIsSaidAndTheNextOneIsShown() {
    IssueListModel list = list(Query.jql("project = "));
    assertEquals(ErrorKind.INVALID_JQL, thread.stateOf(list).problem().kind());
    thread.finish(() -> list.search(Query.text("abc-5")));
    assertEquals(List.of("ABC-5"), thread.stateOf(list).issues().stream().map(Issue::key).toList());
    thread.finish(() -> list.search(Query.preset(PresetId.OPEN_IN_PROJECT).ofProject("WEB")));
    assertTrue(thread.stateOf(list).issues().stream().allMatch(issue -> issue.project().key().equals("WEB")));
  }

  @Test
  void theNextSearchCancelsTheOneBefore() {
    IssueListModel list = thread.call(models::issueList);
    jira.fault("text", "hang");
    CompletableFuture<Void> slow = thread.call(() -> list.search(Query.jql("text ~ \"slow\"")));
    assertTrue(thread.stateOf(list).loading());
    jira.awaitRequest("text");
    thread.finish(() -> list.search(IN_ORDER));
    TestAgent.await(slow);
    assertTrue(jira.awaitFinished("text").get("aborted").getAsBoolean());
    IssueListModel.State shown = thread.stateOf(list);
    assertEquals(IN_ORDER, shown.query());
    assertNull(shown.problem());
    assertFalse(shown.issues().isEmpty());
  }

  @Test
  void closingAModelCancelsWhatItIsAt() {
    IssueModel page = thread.call(() -> models.issue(null, "ABC-66"));
    jira.fault("/issue/ABC-66", "hang");
    thread.call(page::load);
    jira.awaitRequest("/issue/ABC-66");
    thread.call(() -> {
      page.close();
      return null;
    });
    assertTrue(jira.awaitFinished("/issue/ABC-66").get("aborted").getAsBoolean());
    assertNull(thread.stateOf(page).problem());
  }

  @Test
  void afterTheAgentEndedWhatIsShownIsReadAnew() {
    IssueListModel list = list(IN_ORDER);
    IssueModel page = page("ABC-4");
    jira.changeSummary("ABC-4", "Changed while it was gone");
    agent.kill();
    thread.await(page, state -> state.issue() != null && state.issue().summary().equals("Changed while it was gone"));
    thread.await(list, state -> state.issues().stream().anyMatch(issue -> issue.summary().equals("Changed while it was gone")));
    assertNull(thread.stateOf(page).problem());
  }

  @Test
  void aChangeThatJiraRefusesIsSaidByItsFieldsAndChangesNothing() {
    IssueModel page = page("ABC-6");
    assertFalse(thread.finish(() -> page.edit(" ".repeat(3) + "x".repeat(300), null, Map.of())));
    assertNotNull(thread.stateOf(page).problem());
    assertFalse(thread.stateOf(page).saving());
    assertTrue(thread.finish(() -> page.edit("A better summary", null, Map.of())));
    assertEquals("A better summary", thread.stateOf(page).issue().summary());
    jira.changeSummary("ABC-6", "Somebody else was faster");
    assertFalse(thread.finish(() -> page.edit("Mine", null, Map.of())));
    assertEquals(ErrorKind.CONFLICT, thread.stateOf(page).problem().kind());
  }

  private IssueListModel list(Query query) {
    IssueListModel list = thread.call(models::issueList);
    thread.finish(() -> list.search(query));
    thread.await(list, state -> !state.loading() && !state.refreshing());
    return list;
  }

  private IssueModel page(String key) {
    IssueModel page = thread.call(() -> models.issue(null, key));
    thread.finish(page::load);
    assertNotNull(thread.await(page, state -> !state.loading() && !state.refreshing()).issue());
    return page;
  }
}
