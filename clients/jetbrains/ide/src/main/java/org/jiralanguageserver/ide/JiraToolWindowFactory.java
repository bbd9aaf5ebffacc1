package org.jiralanguageserver.ide;

import com.intellij.openapi.project.DumbAware;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.ToolWindow;
import com.intellij.openapi.wm.ToolWindowFactory;
import com.intellij.ui.content.Content;
import com.intellij.ui.content.ContentFactory;

/** The tool window: the list of issues, and the page of one. */
public final class JiraToolWindowFactory implements ToolWindowFactory, DumbAware {
  static final String ID = "Jira";

  @Override
  public void createToolWindowContent(Project project, ToolWindow window) {
    JiraProject jira = JiraProject.of(project);
    IssueTabs tabs = new IssueTabs(project, jira);
    jira.setTabs(tabs);
    Content content = ContentFactory.getInstance().createContent(tabs.component(), null, false);
    content.setCloseable(false);
    content.setPreferredFocusableComponent(tabs.firstControl());
    content.setDisposer(() -> {
      jira.setTabs(null);
      tabs.close();
    });
    window.getContentManager().addContent(content);
  }
}
