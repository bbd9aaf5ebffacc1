package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.Servers;

/** Adds a server. */
public final class AddServerAction extends JiraAction {
  @Override
  void perform(Project project, AnActionEvent event) {
    Servers.addServer(project);
  }
}
