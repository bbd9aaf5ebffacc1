package org.jiralanguageserver.ide;

import com.intellij.openapi.application.ApplicationActivationListener;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.IdeFrame;
import org.jetbrains.annotations.Nullable;

/** Notes which window is used: there questions are asked, and there the branch may have changed outside of the IDE. */
public final class WindowActivation implements ApplicationActivationListener {
  @Override
  public void applicationActivated(IdeFrame frame) {
    @Nullable Project project = frame.getProject();
    if (project != null && !project.isDisposed()) JiraProject.of(project).activated();
  }
}
