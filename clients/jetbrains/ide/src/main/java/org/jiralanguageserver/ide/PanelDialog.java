package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.DialogWrapper;
import java.awt.Dimension;
import javax.swing.Action;
import javax.swing.JComponent;
import org.jetbrains.annotations.Nullable;

/** A window around a panel that has buttons of its own. It does not hold the rest of the IDE up. */
final class PanelDialog extends DialogWrapper {
  private final JComponent panel;
  private final Runnable closed;

  /** @param closed what is to end when the window is closed in whatever way */
  PanelDialog(@Nullable Project project, String title, JComponent panel, Dimension size, Runnable closed) {
    super(project);
    this.panel = panel;
    this.closed = closed;
    panel.setPreferredSize(size);
    setTitle(title);
    setModal(false);
    init();
  }

  /** Closes it from within. */
  void leave() {
    close(OK_EXIT_CODE);
  }

  @Override
  protected JComponent createCenterPanel() {
    return panel;
  }

  /** The panel brings its own. */
  @Override
  protected Action[] createActions() {
    return new Action[0];
  }

  @Override
  protected void dispose() {
    closed.run();
    super.dispose();
  }
}
