package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.Servers;

/** Signs in to a server; to which, the user chooses. */
public final class SignInAction extends JiraAction {
  @Override
  void perform(Project project, AnActionEvent event) {
    Servers.signIn(project);
  }
}
