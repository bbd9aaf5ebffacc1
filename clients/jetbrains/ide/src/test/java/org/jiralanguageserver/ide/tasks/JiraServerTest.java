package org.jiralanguageserver.ide.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.intellij.tasks.Task;
import com.intellij.tasks.TaskState;
import com.intellij.tasks.TaskType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jiralanguageserver.agent.JiraException;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.StatusCategory;
import org.jiralanguageserver.protocol.Transition;
import org.jiralanguageserver.protocol.TransitionParams;
import org.jiralanguageserver.protocol.WorkLogParams;
import org.jiralanguageserver.protocol.WorkLogResult;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What “Open Task” does, with the built agent and the honest Jira. */
class JiraServerTest {
  private static HonestJira jira;
  private static TestAgent test;
  private static JiraServer server;
  private static String key;

  @BeforeAll
  static void start() {
    jira = HonestJira.start();
    test = TestAgent.start();
    test.connectByToken(jira, "alice");
    server = new JiraServer(test::agent, jira.baseUrl());
    key = test.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", "Tasks find this")).issue().key();
  }

  @AfterAll
  static void stop() {
    test.close();
    jira.close();
  }

  @Test
  void findsByKeyAndByWords() throws Exception {
    assertEquals(List.of(key), server.issues(key, 0, 10, true, () -> {}).stream().map(Issue::key).toList());
    assertTrue(server.issues("Tasks find", 0, 10, true, () -> {}).stream().map(Issue::key).toList().contains(key));
  }

  @Test
  void givesTheOpenIssuesOfTheUserPageByPage() throws Exception {
    List<String> all = server.issues("", 0, 6, false, () -> {}).stream().map(Issue::key).toList();
    assertEquals(6, all.size());
    assertEquals(all.subList(0, 3), server.issues("", 0, 3, false, () -> {}).stream().map(Issue::key).toList());
    assertEquals(all.subList(3, 6), server.issues("", 3, 3, false, () -> {}).stream().map(Issue::key).toList());
  }

  @Test
  void leavesOutWhatIsClosedUnlessItIsWanted() throws Exception {
    String closed = test.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Task", "Closednessproof one")).issue().key();
    String open = test.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Task", "Closednessproof two")).issue().key();
    Transition end = server.transitions(closed).stream().filter(each -> each.to().category() == StatusCategory.DONE).findFirst().orElseThrow();
    Map<String, JsonElement> fields = end.fields().stream().anyMatch(field -> field.id().equals("resolution"))
        ? Map.of("resolution", new JsonPrimitive("10000")) : Map.of();
    test.ask(JiraRequests.TRANSITION, TransitionParams.of(closed, end.id()).withFields(fields));

    assertEquals(Set.of(closed, open), keys(server.issues("Closednessproof", 0, 10, true, () -> {})));
    assertEquals(Set.of(open), keys(server.issues("Closednessproof", 0, 1, false, () -> {})));
  }

  @Test
  void isATaskOfTheIde() throws Exception {
    IssueResult issue = server.issue(key).orElseThrow();
    Task task = new JiraTask(null, issue);

    assertEquals(key, task.getId());
    assertEquals("Tasks find this", task.getSummary());
    assertEquals(jira.baseUrl() + "/browse/" + key, task.getIssueUrl());
    assertEquals(TaskType.BUG, task.getType());
    assertTrue(task.isIssue());
  }

  @Test
  void hasNoIssueOfAnUnknownKey() throws Exception {
    assertTrue(server.issue("ABC-99999").isEmpty());
  }

  @Test
  void movesAnIssueByATransitionAndTellsItsState() throws Exception {
    String moved = test.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Task", "To be begun")).issue().key();
    assertEquals(TaskState.OPEN, new JiraTask(null, server.issue(moved).orElseThrow()).getState());
    Transition begin = server.transitions(moved).stream().filter(each -> each.to().category() == StatusCategory.INDETERMINATE).findFirst().orElseThrow();

    server.transition(moved, begin.id());

    assertEquals(TaskState.IN_PROGRESS, new JiraTask(null, server.issue(moved).orElseThrow()).getState());
  }

  @Test
  void logsWorkAsPeopleWriteIt() throws Exception {
    server.logWork(key, "1h 30m", "Looked for the cause");

    WorkLogResult log = test.ask(JiraRequests.WORK_LOG, WorkLogParams.of(key));
    assertEquals(5400, log.timeSpent());
    assertEquals("Looked for the cause", log.entries().get(0).comment());
  }

  @Test
  void saysWhatIsWrongInTheWordsOfTheAgent() {
    JiraException refused = assertThrows(JiraException.class, () -> server.transition(key, "99999"));
    assertFalse(refused.getMessage().isBlank());
  }

  @Test
  void saysThatAServerIsNotThere() {
    JiraServer stranger = new JiraServer(test::agent, "https://stranger.example.com");
    assertTrue(assertThrows(IllegalStateException.class, () -> stranger.test(() -> {})).getMessage().contains("https://stranger.example.com"));
  }

  @Test
  void endsWhenNobodyWaitsAnyMore() {
    assertThrows(CancellationException.class, () -> server.test(() -> {
      throw new CancellationException();
    }));
  }

  private static Set<String> keys(List<Issue> issues) {
    return issues.stream().map(Issue::key).collect(Collectors.toSet());
  }
}
