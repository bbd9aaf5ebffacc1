package org.jiralanguageserver.ide.branch;

import java.util.List;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.ide.JiraBundle;
import org.jiralanguageserver.model.CurrentIssueModel;
import org.jiralanguageserver.model.ProvidersModel;
import org.jiralanguageserver.protocol.BranchIssuesResult;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;

/**
 * The issue that the branch is for, and how Jira is doing, in the words of a status bar.
 *
 * @param text a few words
 * @param tooltip all that can be told of it, as plain text
 */
public record BranchStatus(String text, String tooltip) {
  /** From what is known. */
  public static BranchStatus of(ProvidersModel.State servers, CurrentIssueModel.State current) {
    if (servers.agent() instanceof AgentState.Failed failed) return new BranchStatus(JiraBundle.text("status.failed"), failed.reason());
    @Nullable BranchIssuesResult.Issue named = current.candidates().isEmpty() ? null : current.candidates().get(0);
    String trouble = trouble(servers.providers(), named);
    String what = what(named, current.issue());
    return new BranchStatus(trouble.isEmpty() ? what : JiraBundle.text("status.trouble", what, trouble), tooltip(servers, named, current));
  }

  private static String what(BranchIssuesResult.@Nullable Issue named, @Nullable IssueResult issue) {
    if (named == null) return JiraBundle.text("status.none");
    return issue == null ? named.key() : JiraBundle.text("status.issue", issue.key(), issue.status().name());
  }

  private static String tooltip(ProvidersModel.State servers, BranchIssuesResult.@Nullable Issue named, CurrentIssueModel.State current) {
    if (servers.loaded() && servers.providers().isEmpty()) return JiraBundle.text("status.tooltip.noServer");
    if (named == null) return JiraBundle.text("status.tooltip.none");
    if (current.issue() != null) return JiraBundle.text("status.tooltip.issue", current.issue().key(), current.issue().summary());
    return current.problem() == null ? named.key() : JiraBundle.text("status.tooltip.issue", named.key(), current.problem().message());
  }

  /** What is the matter with the server of the issue, or with all of them; empty where nothing is. */
  private static String trouble(List<Provider> providers, BranchIssuesResult.@Nullable Issue named) {
    List<ProviderState> states = providers.stream()
        .filter(each -> named == null || each.id().equals(named.provider()))
        .map(Provider::state)
        .toList();
    if (states.isEmpty() || states.contains(ProviderState.CONNECTED)) return "";
    return switch (states.get(0)) {
      case UNREACHABLE -> JiraBundle.text("status.offline");
      case NEEDS_AUTHORIZATION, CREDENTIALS_EXPIRED, CREDENTIALS_REJECTED -> JiraBundle.text("status.signIn");
      case CONNECTED, UNKNOWN -> "";
    };
  }
}
