package org.jiralanguageserver.agent;

import static org.jiralanguageserver.testing.TestAgent.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jiralanguageserver.protocol.DoctorArguments;
import org.jiralanguageserver.protocol.DoctorCommandResult;
import org.jiralanguageserver.protocol.ErrorKind;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssuesParams;
import org.jiralanguageserver.protocol.IssuesResult;
import org.jiralanguageserver.protocol.JiraCommands;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.Project;
import org.jiralanguageserver.testing.RecordingUi;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process, from its start to its end. */
class AgentTest {
  private static HonestJira jira;

  @TempDir Path folder;

  @BeforeAll
  static void startJira() {
    jira = HonestJira.start();
  }

  @AfterAll
  static void stopJira() {
    jira.close();
  }

  @AfterEach
  void comeBack() {
    jira.clearFaults();
  }

  @Test
  void anErrorSaysWhatIsWrongForPeopleAndForPrograms() {
    try (TestAgent agent = TestAgent.start()) {
      JiraException none = assertThrows(JiraException.class, () -> agent.ask(JiraRequests.ISSUE, IssueParams.of("ABC-1")));
      assertEquals(ErrorKind.UNKNOWN_PROVIDER, none.kind());
      agent.connectByToken(jira, "alice");
      JiraException missing = assertThrows(JiraException.class, () -> agent.ask(JiraRequests.ISSUE, IssueParams.of("ABC-99999")));
      assertEquals(ErrorKind.NOT_FOUND, missing.kind());
      assertFalse(missing.getMessage().isBlank());
      JiraException jql = assertThrows(JiraException.class, () -> agent.ask(JiraRequests.ISSUES, IssuesParams.of().withJql("project = ")));
      assertEquals(ErrorKind.INVALID_JQL, jql.kind());
      assertNotNull(jql.data().range());
      JiraException params = assertThrows(JiraException.class, () -> agent.ask(JiraRequests.ISSUES, IssuesParams.of().withLimit(0)));
      assertEquals(ErrorKind.INVALID_PARAMS, params.kind());
      assertEquals("limit", params.data().path());
    }
  }

  @Test
  void aLongListComesInParts() {
    try (TestAgent agent = TestAgent.start()) {
      agent.connectByToken(jira, "alice");
      List<Issue> parts = Collections.synchronizedList(new ArrayList<>());
      IssuesResult end = await(agent.agent().request(JiraRequests.ISSUES, IssuesParams.of().withJql("ORDER BY key").withLimit(150), part -> parts.addAll(part.issues())));
      assertEquals(150, parts.size());
      assertEquals(List.of(), end.issues());
      assertNotNull(end.cursor());
    }
  }

  @Test
  void whatIsCancelledEndsDownToTheConnectionToJira() {
    try (TestAgent agent = TestAgent.start()) {
      agent.connectByToken(jira, "alice");
      jira.fault("/issue/ABC-77", "hang");
      CompletableFuture<?> request = agent.agent().request(JiraRequests.ISSUE, IssueParams.of("ABC-77"));
      jira.awaitRequest("/issue/ABC-77");
      assertTrue(request.cancel(true));
      JsonObject over = jira.awaitFinished("/issue/ABC-77");
      assertTrue(over.get("aborted").getAsBoolean());
      assertThrows(CancellationException.class, request::join);
    }
  }

  @Test
  void aKilledAgentComesBackAndKnowsWhatItKnew() {
    try (TestAgent agent = TestAgent.start()) {
      agent.connectByToken(jira, "alice");
      jira.fault("/issue/ABC-78", "hang");
      CompletableFuture<?> lost = agent.agent().request(JiraRequests.ISSUE, IssueParams.of("ABC-78"));
      jira.awaitRequest("/issue/ABC-78");
      long before = agent.process().pid();
      CompletableFuture<AgentState> back = became(agent.agent(), state -> state instanceof AgentState.Ready ready && ready.process() == 2);
      agent.kill();
      assertEquals("The agent ended before it answered.", assertThrows(AgentException.class, () -> await(lost)).getMessage());
      await(back);
      assertNotEquals(before, agent.process().pid());
      assertEquals(1, agent.ask(JiraRequests.PROVIDERS, new ProvidersParams()).providers().size());
      assertEquals("ABC-1", agent.ask(JiraRequests.ISSUE, IssueParams.of("ABC-1")).key());
    }
  }

  @Test
  void whatIsAskedWhileItStartsAgainWaitsForIt() {
    try (TestAgent agent = TestAgent.start()) {
      agent.connectByToken(jira, "alice");
      CompletableFuture<AgentState> gone = became(agent.agent(), state -> state instanceof AgentState.Restarting);
      agent.kill();
      await(gone);
      assertEquals("ABC-1", agent.ask(JiraRequests.ISSUE, IssueParams.of("ABC-1")).key());
    }
  }

  @Test
  void anAgentThatEndsAgainAndAgainIsGivenUpUntilSomebodyStartsItByHand() throws IOException {
    Path program = Files.writeString(folder.resolve("main.js"), "console.error('no luck'); process.exit(7);");
    RecordingUi ui = new RecordingUi();
    SupervisedAgent agent = new SupervisedAgent(AgentOptions.of(program, "JUnit", "1.0"), ui, null, new RestartPolicy(Duration.ofMillis(1), 3, Duration.ofMinutes(5)));
    try (agent) {
      CompletableFuture<?> waiting = agent.request(JiraRequests.PROVIDERS, new ProvidersParams());
      agent.begin();
      AgentException given = assertThrows(AgentException.class, () -> await(waiting));
      assertEquals("The agent of Jira ends again and again (code 7): the log says why. Start it again when that is mended.", given.getMessage());
      assertInstanceOf(AgentState.Failed.class, agent.state());
      assertEquals(3, ui.log.stream().filter("no luck"::equals).count());
      assertThrows(AgentException.class, () -> await(agent.request(JiraRequests.PROVIDERS, new ProvidersParams())));
      CompletableFuture<AgentState> starting = became(agent, state -> state instanceof AgentState.Starting);
      agent.restart();
      await(starting);
    }
  }

  @Test
  void aProgramThatIsNoAgentIsSaidToBeNone() throws IOException {
    Path program = Files.writeString(folder.resolve("main.js"), """
        const body = JSON.stringify({ jsonrpc: '2.0', id: '1', result: { capabilities: {} } });
        process.stdin.once('data', () => process.stdout.write(`Content-Length: ${body.length}\\r\\n\\r\\n${body}`));
        """);
    RecordingUi ui = new RecordingUi();
    try (Agent agent = Agent.start(AgentOptions.of(program, "JUnit", "1.0"), ui, null)) {
      AgentException problem = assertThrows(AgentException.class, () -> await(agent.request(JiraRequests.PROVIDERS, new ProvidersParams())));
      assertEquals("The program that was started is not the agent of Jira: install the plugin anew.", problem.getMessage());
    }
    try (Agent agent = Agent.start(AgentOptions.of(folder.resolve("gone.js"), "JUnit", "1.0"), ui, null)) {
      assertTrue(assertThrows(AgentException.class, () -> await(agent.request(JiraRequests.PROVIDERS, new ProvidersParams()))).getMessage().startsWith("The agent is missing:"));
    }
  }

  @Test
  void aNodeThatIsMendedIsTakenAtTheNextStart() {
    RecordingUi ui = new RecordingUi();
    try (Agent agent = Agent.start(TestAgent.options(folder, "file").withNode("/nowhere/node"), ui, null)) {
      assertTrue(assertThrows(AgentException.class, () -> await(agent.request(JiraRequests.PROVIDERS, new ProvidersParams()))).getMessage().startsWith("There is no Node.js at /nowhere/node"));
      agent.setNode(Project.node());
      CompletableFuture<AgentState> ready = became(agent, state -> state instanceof AgentState.Ready);
      agent.restart();
      await(ready);
      assertEquals(List.of(), await(agent.request(JiraRequests.PROVIDERS, new ProvidersParams())).providers());
    }
  }

  @Test
  void closingEndsTheProcessInGoodOrder() {
    TestAgent agent = TestAgent.start();
    agent.ask(JiraRequests.PROVIDERS, new ProvidersParams());
    ProcessHandle process = agent.process();
    agent.close();
    assertFalse(process.isAlive());
    assertEquals(List.of(), agent.ui().log.stream().filter(line -> line.contains("good order")).toList());
    AgentException closed = assertThrows(AgentException.class, () -> await(agent.agent().request(JiraRequests.PROVIDERS, new ProvidersParams())));
    assertEquals("Jira was closed.", closed.getMessage());
  }

  @Test
  void aCommandRunsWithTheAnswersOfTheUser() {
    try (TestAgent agent = TestAgent.start()) {
      agent.connectByToken(jira, "alice");
      DoctorCommandResult result = await(agent.agent().execute(JiraCommands.DOCTOR, DoctorArguments.of()));
      assertFalse(result.findings().isEmpty());
    }
  }

  @Test
  void everyWindowHearsOfProviders() {
    try (TestAgent agent = TestAgent.start(); Agent other = Agent.start(TestAgent.options(agent.home(), "file"), new RecordingUi(), null)) {
      CompletableFuture<List<Provider>> heard = new CompletableFuture<>();
      await(other.request(JiraRequests.PROVIDERS, new ProvidersParams()));
      other.onProviders(heard::complete);
      Provider provider = agent.connectByToken(jira, "alice");
      assertEquals(provider.id(), await(heard).get(0).id());
    }
  }

  private static CompletableFuture<AgentState> became(Agent agent, Predicate<AgentState> wanted) {
    CompletableFuture<AgentState> seen = new CompletableFuture<>();
    agent.onState(state -> {
      if (wanted.test(state)) seen.complete(state);
    });
    return seen;
  }
}
