package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.ui.IssueListListener;
import org.jiralanguageserver.ui.IssueListPanel;
import org.jiralanguageserver.ui.IssueListener;
import org.jiralanguageserver.ui.IssuePagePanel;

/** What the tool window holds: the list of issues, and beside it the page of the one that is open. */
final class IssueTabs implements AutoCloseable {
  private final Project project;
  private final JiraProject jira;
  private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);
  private final JPanel panel = new JPanel(new BorderLayout());
  private final IssueListPanel list;
  private @Nullable IssuePagePanel page;

  IssueTabs(Project project, JiraProject jira) {
    this.project = project;
    this.jira = jira;
    split.setResizeWeight(0.5);
    split.setBorder(null);
    list = new IssueListPanel(jira.models(), host(), new OfList());
    panel.add(list, BorderLayout.CENTER);
  }

  JComponent component() {
    return panel;
  }

  JComponent firstControl() {
    return list.firstControl();
  }

  /** Shows an issue beside the list. */
  void open(String provider, String key) {
    closePage();
    IssuePagePanel opened = new IssuePagePanel(jira.models(), host(), new OfPage(), provider, key);
    page = opened;
    panel.removeAll();
    split.setLeftComponent(list);
    split.setRightComponent(opened);
    panel.add(split, BorderLayout.CENTER);
    panel.revalidate();
    panel.repaint();
    opened.firstControl().requestFocusInWindow();
  }

  @Override
  public void close() {
    closePage();
    list.close();
  }

  private void closePage() {
    if (page != null) page.close();
    page = null;
  }

  private IdeHost host() {
    return new IdeHost(AgentService.get().ui());
  }

  private List<Action> actions(String provider, String key) {
    return List.of(new StartWork(project, provider, key).asAction());
  }

  private final class OfList implements IssueListListener {
    @Override
    public void open(Issue issue) {
      IssueTabs.this.open(issue.provider(), issue.key());
    }

    @Override
    public void create(@Nullable String provider) {
      CreateIssue.show(project, provider, "");
    }

    @Override
    public void addServer() {
      SignIn.addServer(project);
    }

    @Override
    public void signIn(Provider provider) {
      SignIn.to(project, provider);
    }

    @Override
    public List<Action> actions(Issue issue) {
      return IssueTabs.this.actions(issue.provider(), issue.key());
    }
  }

  private final class OfPage implements IssueListener {
    @Override
    public void open(String provider, String key) {
      IssueTabs.this.open(provider, key);
    }

    @Override
    public void signIn(String provider) {
      SignIn.to(project, provider);
    }

    @Override
    public void changed(String provider, String key) {
      jira.branchMayHaveChanged();
    }

    @Override
    public List<Action> actions(String provider, String key) {
      return IssueTabs.this.actions(provider, key);
    }
  }
}
