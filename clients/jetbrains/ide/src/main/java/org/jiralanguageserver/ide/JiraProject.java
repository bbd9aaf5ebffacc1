package org.jiralanguageserver.ide;

import com.intellij.ide.trustedProjects.TrustedProjects;
import com.intellij.openapi.Disposable;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.StatusBar;
import com.intellij.openapi.wm.ToolWindow;
import com.intellij.openapi.wm.ToolWindowManager;
import com.intellij.openapi.wm.WindowManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.ide.branch.BranchStatus;
import org.jiralanguageserver.ide.branch.GitHead;
import org.jiralanguageserver.model.CurrentIssueModel;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.BranchIssuesResult;

/**
 * Jira in one project: its folder, where that is trusted, the issue that its branch is for, and its tool window. What is
 * not said to be for any thread is for the event dispatch thread.
 */
public final class JiraProject implements Disposable {
  private final Project project;
  private @Nullable CurrentIssueModel current;
  private List<Subscription> subscriptions = List.of();
  private @Nullable IssueTabs tabs;
  private @Nullable BranchStatus shown;

  /** Called by the platform. */
  public JiraProject(Project project) {
    this.project = project;
  }

  /** The one of a project; for any thread. */
  public static JiraProject of(Project project) {
    return project.getService(JiraProject.class);
  }

  /** The agent, which knows the folder of this project from now on, where that is trusted; for any thread. */
  public Agent agent() {
    tellFolder();
    return AgentService.get().agent();
  }

  /** The models of what is shown, of an agent that knows the folder of this project, where that is trusted. */
  JiraModels models() {
    tellFolder();
    return AgentService.get().models();
  }

  /** What the status bar says. */
  BranchStatus status() {
    return BranchStatus.of(models().providers().state().get(), current().state().get());
  }

  /** The issue that the branch is for; empty where it names none. */
  Optional<BranchIssuesResult.Issue> issueOfTheBranch() {
    return current().state().get().candidates().stream().findFirst();
  }

  /** The window was brought to the front: the branch, and whether the project is trusted, may be others by now. */
  void activated() {
    AgentService.get().ui().use(project);
    tellFolder();
    branchMayHaveChanged();
  }

  /** Looks at the branch, where anybody wants to know; for any thread. */
  public void branchMayHaveChanged() {
    SwingUtilities.invokeLater(() -> {
      if (current != null && !project.isDisposed()) look(current);
    });
  }

  /** Shows an issue in the tool window. */
  public void show(String provider, String key) {
    withTabs(there -> there.open(provider, key));
  }

  /** Goes to the list of issues. */
  public void showList() {
    withTabs(there -> there.firstControl().requestFocusInWindow());
  }

  /** The tool window has these; {@code null} where it is gone. */
  void setTabs(@Nullable IssueTabs made) {
    tabs = made;
  }

  @Override
  public void dispose() {
    AgentService service = AgentService.get();
    service.setFolder(this, null);
    service.ui().forget(project);
    subscriptions.forEach(Subscription::close);
    if (current != null) current.close();
  }

  private CurrentIssueModel current() {
    if (current == null) {
      CurrentIssueModel made = models().currentIssue();
      current = made;
      subscriptions = List.of(
          made.state().observe(state -> SwingUtilities.invokeLater(this::updateStatusBar)),
          models().providers().state().observe(state -> SwingUtilities.invokeLater(this::updateStatusBar)));
      look(made);
    }
    return current;
  }

  /** Reads the branch from disk in the background. */
  private void look(CurrentIssueModel model) {
    tellFolder();
    CompletableFuture.supplyAsync(() -> folder().flatMap(GitHead::branchAt).orElse(null)).thenAcceptAsync(branch -> {
      if (!project.isDisposed() && !Objects.equals(branch, model.state().get().branch())) model.setBranch(branch);
    }, SwingUtilities::invokeLater);
  }

  private Optional<Path> folder() {
    return Optional.ofNullable(project.getBasePath()).map(Path::of);
  }

  /** A project that is not trusted may hold a file that names servers: the agent does not get to see it. */
  private void tellFolder() {
    @Nullable WorkspaceFolder folder = TrustedProjects.isProjectTrusted(project)
        ? folder().map(path -> new WorkspaceFolder(path.toUri().toString(), project.getName())).orElse(null)
        : null;
    AgentService.get().setFolder(this, folder);
  }

  private void withTabs(Consumer<IssueTabs> then) {
    @Nullable ToolWindow window = ToolWindowManager.getInstance(project).getToolWindow(JiraToolWindowFactory.ID);
    if (window == null) return;
    window.activate(() -> {
      if (tabs != null) then.accept(tabs);
    });
  }

  /** Also called by what the status bar itself began: says nothing where it would say the same. */
  private void updateStatusBar() {
    if (project.isDisposed()) return;
    BranchStatus now = status();
    if (now.equals(shown)) return;
    shown = now;
    ApplicationManager.getApplication().invokeLater(() -> {
      @Nullable StatusBar bar = project.isDisposed() ? null : WindowManager.getInstance().getStatusBar(project);
      if (bar != null) bar.updateWidget(CurrentIssueWidgetFactory.ID);
    });
  }
}
