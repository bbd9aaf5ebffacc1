package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.Doctor;

/** Examines the agent and the servers. */
public final class DoctorAction extends JiraAction {
  @Override
  void perform(Project project, AnActionEvent event) {
    Doctor.examine(project);
  }
}
