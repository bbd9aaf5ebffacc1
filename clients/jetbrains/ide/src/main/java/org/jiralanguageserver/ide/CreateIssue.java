package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import java.awt.Dimension;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.ui.CreateIssuePanel;

/** The window in which an issue is created. */
public final class CreateIssue {
  private static final Dimension SIZE = new Dimension(640, 560);

  private CreateIssue() {}

  /**
   * Shows it.
   *
   * @param provider the id of a server to begin with; {@code null} for none
   * @param text a text that begins the issue: its first line is the summary; empty for none
   */
  public static void show(Project project, @Nullable String provider, String text) {
    JiraProject jira = JiraProject.of(project);
    Listener listener = new Listener(jira);
    CreateIssuePanel panel = new CreateIssuePanel(jira.models(), new IdeHost(AgentService.get().ui()), listener, provider, text);
    listener.dialog = new PanelDialog(project, JiraBundle.text("createIssue.title"), panel, SIZE, panel::close);
    listener.dialog.show();
  }

  private static final class Listener implements CreateIssuePanel.Listener {
    private final JiraProject jira;
    private @Nullable PanelDialog dialog;

    Listener(JiraProject jira) {
      this.jira = jira;
    }

    @Override
    public void created(Issue issue) {
      closed();
      jira.show(issue.provider(), issue.key());
    }

    @Override
    public void closed() {
      if (dialog != null) dialog.leave();
    }
  }
}
