package org.jiralanguageserver.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jiralanguageserver.protocol.ErrorKind;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssuesParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.Test;

class AgentTest {
  @Test
  void listsIssuesWithAToken() {
    try (HonestJira jira = HonestJira.start(); TestAgent agent = TestAgent.start()) {
      Provider provider = agent.connectByToken(jira, "alice");
      assertEquals(ProviderState.CONNECTED, provider.state());
      assertEquals(5, agent.ask(JiraRequests.ISSUES, IssuesParams.of().withJql("project = ABC").withLimit(5)).issues().size());
      JiraException problem = assertThrows(JiraException.class, () -> agent.ask(JiraRequests.ISSUE, IssueParams.of("ABC-99999")));
      assertEquals(ErrorKind.NOT_FOUND, problem.kind());
    }
  }

  @Test
  void listsIssuesWithOAuth() {
    try (HonestJira jira = HonestJira.start(); TestAgent agent = TestAgent.start()) {
      assertEquals(ProviderState.CONNECTED, agent.connectByOAuth(jira, "bob").state());
      assertEquals(5, agent.ask(JiraRequests.ISSUES, IssuesParams.of().withJql("project = ABC").withLimit(5)).issues().size());
    }
  }
}
