package com.intellij.openapi.ui;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.project.Project;
import javax.swing.Action;
import javax.swing.JComponent;

/** A stand-in to compile against; see published.txt. */
public abstract class DialogWrapper {
  public static final int OK_EXIT_CODE = 0;
  public static final int CANCEL_EXIT_CODE = 1;

  protected DialogWrapper(Project project) {}

  protected DialogWrapper(Project project, boolean canBeParent) {}

  protected void init() {}

  protected abstract JComponent createCenterPanel();

  protected Action[] createActions() {
    throw new UnsupportedOperationException();
  }

  protected Action getOKAction() {
    throw new UnsupportedOperationException();
  }

  protected Action getCancelAction() {
    throw new UnsupportedOperationException();
  }

  protected String getDimensionServiceKey() {
    throw new UnsupportedOperationException();
  }

  public JComponent getPreferredFocusedComponent() {
    throw new UnsupportedOperationException();
  }

  public final Disposable getDisposable() {
    throw new UnsupportedOperationException();
  }

  public final void close(int exitCode) {}

  public void setTitle(String title) {}

  public void setModal(boolean modal) {}

  public void setOKActionEnabled(boolean enabled) {}

  protected final void setOKButtonText(String text) {}

  protected final void setCancelButtonText(String text) {}

  protected void dispose() {}

  public void show() {}

  public boolean showAndGet() {
    throw new UnsupportedOperationException();
  }
}
