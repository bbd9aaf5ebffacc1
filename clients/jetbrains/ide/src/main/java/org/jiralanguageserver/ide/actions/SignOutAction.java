package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.Servers;

/** Signs out of a server. */
public final class SignOutAction extends JiraAction {
  @Override
  void perform(Project project, AnActionEvent event) {
    Servers.signOut(project);
  }
}
