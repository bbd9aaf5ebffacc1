package com.intellij.openapi.ui;

import com.intellij.openapi.project.Project;
import javax.swing.Action;
import javax.swing.JComponent;

/** A stand-in to compile against; see published.txt. */
public abstract class DialogWrapper {
  public static final int OK_EXIT_CODE = 0;

  protected DialogWrapper(Project project) {}

  protected void init() {}

  protected abstract JComponent createCenterPanel();

  protected Action[] createActions() {
    throw new UnsupportedOperationException();
  }

  public JComponent getPreferredFocusedComponent() {
    throw new UnsupportedOperationException();
  }

  public final void close(int exitCode) {}

  public void setTitle(String title) {}

  public void setModal(boolean modal) {}

  protected void dispose() {}

  public void show() {}

  public boolean showAndGet() {
    throw new UnsupportedOperationException();
  }
}
