package org.jiralanguageserver.ide.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.model.CurrentIssueModel;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.model.ProvidersModel;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;
import org.jiralanguageserver.protocol.SignOutParams;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.ModelThread;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status bar says, with the built agent and the honest Jira. */
class BranchStatusTest {
  private final ModelThread thread = new ModelThread();
  private HonestJira jira;
  private TestAgent test;
  private JiraModels models;
  private CurrentIssueModel current;

  @BeforeEach
  void start() {
    jira = HonestJira.start();
    test = TestAgent.start();
    models = thread.call(() -> new JiraModels(test.agent(), test.ui(), thread));
    current = thread.call(() -> models.currentIssue());
  }

  @AfterEach
  void stop() {
    thread.call(() -> {
      current.close();
      models.close();
      return null;
    });
    thread.close();
    test.close();
    jira.close();
  }

  @Test
  void saysThatThereIsNoServerYet() {
    thread.await(models.providers(), ProvidersModel.State::loaded);

    assertEquals(new BranchStatus("Jira", "Jira: there is no server yet. Click to add one."), status());
  }

  @Test
  void tellsTheIssueOfTheBranchAndItsStatus(@TempDir Path folder) throws Exception {
    test.connectByToken(jira, "alice");
    String key = newIssue();
    Files.writeString(Files.createDirectories(folder.resolve(".git")).resolve("HEAD"), "ref: refs/heads/bug/" + key.toLowerCase() + "-search\n");

    thread.finish(() -> current.setBranch(GitHead.branchAt(folder).orElseThrow()));

    thread.await(current, state -> state.issue() != null);
    thread.await(models.providers(), connected());
    assertEquals(new BranchStatus(key + " To Do", key + ": Search finds nothing"), status());
  }

  @Test
  void tellsThatTheBranchIsForNone() {
    test.connectByToken(jira, "alice");
    thread.finish(() -> current.setBranch("release-2"));

    thread.await(models.providers(), connected());
    assertEquals(new BranchStatus("Jira", "Jira: the branch is for no issue. Click for the list of issues."), status());
  }

  @Test
  void tellsThatOneHasToSignIn() {
    Provider provider = test.connectByToken(jira, "alice");
    test.ask(JiraRequests.SIGN_OUT, new SignOutParams(provider.id()));

    thread.await(models.providers(), state -> !state.providers().isEmpty() && state.providers().get(0).state() == ProviderState.NEEDS_AUTHORIZATION);
    assertEquals("Jira (sign in)", status().text());
  }

  @Test
  void tellsWhyTheAgentDoesNotRun() {
    ProvidersModel.State failed = new ProvidersModel.State(new AgentState.Failed("Jira needs Node.js."), List.of(), false, null);
    CurrentIssueModel.State none = new CurrentIssueModel.State(null, List.of(), null, null);

    assertEquals(new BranchStatus("Jira: not running", "Jira needs Node.js."), BranchStatus.of(failed, none));
  }

  private String newIssue() {
    return test.ask(JiraRequests.CREATE_ISSUE, CreateIssueParams.of("ABC", "Bug", "Search finds nothing")).issue().key();
  }

  private BranchStatus status() {
    return thread.call(() -> BranchStatus.of(models.providers().state().get(), current.state().get()));
  }

  private static Predicate<ProvidersModel.State> connected() {
    return state -> state.providers().stream().anyMatch(each -> each.state() == ProviderState.CONNECTED);
  }
}
