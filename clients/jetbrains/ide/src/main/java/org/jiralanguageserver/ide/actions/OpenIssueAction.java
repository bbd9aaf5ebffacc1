package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.JiraProject;

/** Opens the issue under the caret; where there is none, that of the branch. */
public final class OpenIssueAction extends EditorAction {
  @Override
  void perform(Project project, String provider, String key) {
    JiraProject.of(project).show(provider, key);
  }
}
