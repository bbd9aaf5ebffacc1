package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.ActionUpdateThread;
import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.DumbAware;
import com.intellij.openapi.project.Project;
import org.jetbrains.annotations.Nullable;

/** What every action has in common: it wants a project, and does not wait for indexes. Its words are in the bundle. */
abstract class JiraAction extends AnAction implements DumbAware {
  @Override
  public final ActionUpdateThread getActionUpdateThread() {
    return ActionUpdateThread.BGT;
  }

  @Override
  public void update(AnActionEvent event) {
    event.getPresentation().setEnabledAndVisible(event.getProject() != null);
  }

  @Override
  public final void actionPerformed(AnActionEvent event) {
    @Nullable Project project = event.getProject();
    if (project != null) perform(project, event);
  }

  /** Does it, on the event dispatch thread. */
  abstract void perform(Project project, AnActionEvent event);
}
