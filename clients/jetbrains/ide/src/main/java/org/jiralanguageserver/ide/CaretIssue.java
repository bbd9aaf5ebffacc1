package org.jiralanguageserver.ide;

import com.intellij.notification.NotificationType;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.project.Project;
import java.util.function.BiConsumer;
import org.jiralanguageserver.protocol.BranchIssuesParams;
import org.jiralanguageserver.protocol.JiraRequests;

/** Finds the issue that a word of the editor names. Which words are keys, the agent knows: by the projects that exist. */
public final class CaretIssue {
  private CaretIssue() {}

  /**
   * Finds the issue that a word names, or else that the branch is for. Where there is neither, the user is told.
   *
   * @param found is given the provider and the key, on the event dispatch thread
   */
  public static void find(Project project, String word, BiConsumer<String, String> found) {
    JiraProject jira = JiraProject.of(project);
    if (word.isEmpty()) {
      orOfTheBranch(project, jira, found);
      return;
    }
    jira.agent().request(JiraRequests.BRANCH_ISSUES, new BranchIssuesParams(word)).whenComplete((result, thrown) -> ApplicationManager.getApplication().invokeLater(() -> {
      if (project.isDisposed()) return;
      if (thrown != null) AgentService.get().ui().notices().show(project, NotificationType.ERROR, StartWork.reason(thrown));
      else result.issues().stream().findFirst().ifPresentOrElse(issue -> found.accept(issue.provider(), issue.key()), () -> orOfTheBranch(project, jira, found));
    }));
  }

  private static void orOfTheBranch(Project project, JiraProject jira, BiConsumer<String, String> found) {
    jira.issueOfTheBranch().ifPresentOrElse(
        issue -> found.accept(issue.provider(), issue.key()),
        () -> AgentService.get().ui().notices().show(project, NotificationType.INFORMATION, JiraBundle.text("caret.none")));
  }
}
