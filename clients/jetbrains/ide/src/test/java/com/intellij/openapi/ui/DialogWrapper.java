package com.intellij.openapi.ui;

import com.intellij.openapi.project.Project;
import javax.swing.Action;
import javax.swing.JComponent;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public abstract class DialogWrapper {
  public static final int OK_EXIT_CODE = 0;

  private JComponent center;
  private String title;
  private boolean closed;

  protected DialogWrapper(Project project) {}

  protected void init() {
    center = createCenterPanel();
  }

  protected abstract JComponent createCenterPanel();

  protected Action[] createActions() {
    return new Action[0];
  }

  public JComponent getPreferredFocusedComponent() {
    return null;
  }

  public final void close(int exitCode) {
    if (closed) return;
    closed = true;
    dispose();
  }

  public void setTitle(String text) {
    title = text;
  }

  public String title() {
    return title;
  }

  public JComponent center() {
    return center;
  }

  public boolean isClosed() {
    return closed;
  }

  public void setModal(boolean modal) {}

  protected void dispose() {}

  public void show() {
    FakeIde.running().opened(this);
  }

  public boolean showAndGet() {
    show();
    return false;
  }
}
