package org.jiralanguageserver.ide;

import com.intellij.notification.NotificationType;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.ide.CopyPasteManager;
import com.intellij.openapi.project.Project;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javax.swing.AbstractAction;
import javax.swing.Action;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.branch.Branches;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.StartWorkParams;
import org.jiralanguageserver.protocol.StartWorkResult;
import org.jiralanguageserver.protocol.WorkStep;

/** Begins work on an issue: Jira's side by the agent, and then the branch, by Git's plug-in. */
public final class StartWork {
  private final Project project;
  private final @Nullable String provider;
  private final String key;

  public StartWork(Project project, @Nullable String provider, String key) {
    this.project = project;
    this.provider = provider;
    this.key = key;
  }

  /** A button for it. */
  Action asAction() {
    return new AbstractAction(JiraBundle.text("startWork.button")) {
      @Override
      public void actionPerformed(ActionEvent event) {
        run();
      }
    };
  }

  /** Does it, and tells how it went. */
  public void run() {
    JiraProject.of(project).agent().request(JiraRequests.START_WORK, StartWorkParams.of(key).withProvider(provider)).whenComplete((result, thrown) -> {
      if (thrown == null) ApplicationManager.getApplication().invokeLater(() -> begun(result));
      else AgentService.get().ui().notices().show(project, NotificationType.ERROR, reason(thrown));
    });
  }

  private void begun(StartWorkResult result) {
    if (project.isDisposed()) return;
    if (!result.started()) {
      tell(NotificationType.WARNING, JiraBundle.text("startWork.failed", key, steps(result)), Map.of());
      return;
    }
    @Nullable String branch = result.branch();
    boolean made = branch != null && ApplicationManager.getApplication().getService(Branches.class).checkOutNew(project, branch);
    Map<String, Runnable> deeds = new LinkedHashMap<>();
    if (branch != null && !made) deeds.put(JiraBundle.text("startWork.copyBranch"), () -> CopyPasteManager.getInstance().setContents(new StringSelection(branch)));
    tell(NotificationType.INFORMATION, JiraBundle.text("startWork.done", key, steps(result)), deeds);
  }

  private void tell(NotificationType type, String text, Map<String, Runnable> deeds) {
    AgentService.get().ui().notices().show(project, type, text, deeds, () -> {});
  }

  private static String steps(StartWorkResult result) {
    return result.steps().stream().map(WorkStep::detail).collect(Collectors.joining("\n"));
  }

  /** What a future of the agent ended with, for people. */
  static String reason(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    return String.valueOf(cause.getMessage());
  }
}
