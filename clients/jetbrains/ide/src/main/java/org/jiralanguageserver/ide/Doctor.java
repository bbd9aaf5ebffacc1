package org.jiralanguageserver.ide;

import com.intellij.notification.NotificationType;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.project.Project;
import java.awt.Dimension;
import java.util.stream.Collectors;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.DoctorParams;
import org.jiralanguageserver.protocol.DoctorResult;
import org.jiralanguageserver.protocol.Finding;
import org.jiralanguageserver.protocol.JiraRequests;

/** Has the agent examined, and shows what was found. */
public final class Doctor {
  private static final Dimension SIZE = new Dimension(720, 460);

  private Doctor() {}

  /** Examines the agent and every server. */
  public static void examine(Project project) {
    IdeUi ui = AgentService.get().ui();
    var progress = ui.beginProgress(JiraBundle.text("doctor.progress"), null);
    JiraProject.of(project).agent().request(JiraRequests.DOCTOR, DoctorParams.of()).whenComplete((result, thrown) -> {
      progress.end();
      if (thrown != null) ui.notices().show(project, NotificationType.ERROR, StartWork.reason(thrown));
      else ApplicationManager.getApplication().invokeLater(() -> show(project, result));
    });
  }

  private static void show(Project project, DoctorResult result) {
    if (project.isDisposed()) return;
    JTextArea text = new JTextArea(text(result));
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setCaretPosition(0);
    new PanelDialog(project, JiraBundle.text("doctor.title"), new JScrollPane(text), SIZE, () -> {}).show();
  }

  /** What was found, a paragraph each, what is wrong first. */
  static String text(DoctorResult result) {
    return result.findings().stream()
        .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
        .map(Doctor::paragraph)
        .collect(Collectors.joining("\n\n"));
  }

  private static String paragraph(Finding finding) {
    @Nullable String hint = finding.hint();
    String words = JiraBundle.text("doctor." + finding.outcome().value(), finding.detail());
    return hint == null ? words : words + "\n" + hint;
  }

  private static int rank(Finding finding) {
    return switch (finding.outcome()) {
      case FAILED -> 0;
      case WARNING, UNKNOWN -> 1;
      case OK -> 2;
      case SKIPPED -> 3;
    };
  }
}
