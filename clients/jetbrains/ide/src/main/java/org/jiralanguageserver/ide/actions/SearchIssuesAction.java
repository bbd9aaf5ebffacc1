package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.JiraProject;

/** Goes to the list of issues, where one searches. */
public final class SearchIssuesAction extends JiraAction {
  @Override
  void perform(Project project, AnActionEvent event) {
    JiraProject.of(project).showList();
  }
}
