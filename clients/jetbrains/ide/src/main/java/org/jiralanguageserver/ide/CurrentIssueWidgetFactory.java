package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.StatusBarWidget;
import com.intellij.openapi.wm.StatusBarWidgetFactory;

/** Puts the issue of the branch into the status bar. */
public final class CurrentIssueWidgetFactory implements StatusBarWidgetFactory {
  static final String ID = "org.jiralanguageserver.CurrentIssue";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayName() {
    return JiraBundle.text("status.name");
  }

  @Override
  public StatusBarWidget createWidget(Project project) {
    return new CurrentIssueWidget(project);
  }
}
