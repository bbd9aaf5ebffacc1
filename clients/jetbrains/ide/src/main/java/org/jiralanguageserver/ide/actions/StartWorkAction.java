package org.jiralanguageserver.ide.actions;

import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.StartWork;

/** Begins work on the issue under the caret. */
public final class StartWorkAction extends EditorAction {
  @Override
  void perform(Project project, String provider, String key) {
    new StartWork(project, provider, key).run();
  }
}
