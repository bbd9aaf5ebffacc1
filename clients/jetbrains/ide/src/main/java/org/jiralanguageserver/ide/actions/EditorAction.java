package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.editor.Caret;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.project.Project;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.CaretIssue;
import org.jiralanguageserver.ide.WordAt;

/** An action on the issue under the caret. */
abstract class EditorAction extends JiraAction {
  @Override
  final void perform(Project project, AnActionEvent event) {
    @Nullable Editor editor = event.getData(CommonDataKeys.EDITOR);
    String word = "";
    if (editor != null) {
      Caret caret = editor.getCaretModel().getCurrentCaret();
      word = WordAt.caret(editor.getDocument().getImmutableCharSequence(), caret.getOffset());
    }
    CaretIssue.find(project, word, (provider, key) -> perform(project, provider, key));
  }

  /** Does it, on the event dispatch thread. */
  abstract void perform(Project project, String provider, String key);
}
