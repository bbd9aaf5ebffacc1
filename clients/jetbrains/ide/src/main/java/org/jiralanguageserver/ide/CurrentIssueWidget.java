package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.StatusBarWidget;
import com.intellij.util.Consumer;
import java.awt.Component;
import java.awt.event.MouseEvent;

/** The issue of the branch, in the status bar. A click opens it; where there is none, the list of issues. */
final class CurrentIssueWidget implements StatusBarWidget, StatusBarWidget.TextPresentation {
  private final Project project;

  CurrentIssueWidget(Project project) {
    this.project = project;
  }

  @Override
  public String ID() {
    return CurrentIssueWidgetFactory.ID;
  }

  @Override
  public WidgetPresentation getPresentation() {
    return this;
  }

  @Override
  public String getText() {
    return JiraProject.of(project).status().text();
  }

  /** Plain text: a tooltip that began with a tag would be HTML. */
  @Override
  public String getTooltipText() {
    return "<html>" + Notices.html(JiraProject.of(project).status().tooltip()) + "</html>";
  }

  @Override
  public float getAlignment() {
    return Component.CENTER_ALIGNMENT;
  }

  @Override
  public Consumer<MouseEvent> getClickConsumer() {
    return event -> {
      JiraProject jira = JiraProject.of(project);
      jira.issueOfTheBranch().ifPresentOrElse(issue -> jira.show(issue.provider(), issue.key()), jira::showList);
    };
  }
}
