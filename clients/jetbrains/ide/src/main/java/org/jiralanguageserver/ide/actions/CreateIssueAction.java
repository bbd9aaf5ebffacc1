package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.project.Project;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.CreateIssue;

/** Creates an issue. What is selected in the editor begins it. */
public final class CreateIssueAction extends JiraAction {
  @Override
  void perform(Project project, AnActionEvent event) {
    @Nullable Editor editor = event.getData(CommonDataKeys.EDITOR);
    @Nullable String selected = editor == null ? null : editor.getCaretModel().getCurrentCaret().getSelectedText();
    CreateIssue.show(project, null, selected == null ? "" : selected);
  }
}
